// The files behind the pictures of a page: those of the blog, and those below the working directory.
import path from 'node:path';
import { bytesOf, sizeTexts } from '../core/post/size.js';
import { embedImages, type ImageRead, type PageWithImages } from '../render/embedImages.js';
import { liesIn } from './liesIn.js';
import type { PictureFault } from './texts/message.js';
import type { PostFile } from './postFile.js';
import { readPlainFile } from './readBytes.js';

export interface PictureChoices {
  /** In megabytes, for each picture. */
  readonly maxSize: number;
  readonly remoteImages: boolean;
  /** A picture beside the folder of the blog may lie in here too. */
  readonly workingDirectory: string;
}

export function embedPictures(
  page: string,
  post: PostFile,
  choices: PictureChoices,
): Promise<PageWithImages<PictureFault>> {
  const { remoteImages } = choices;
  return embedImages<PictureFault>(page, {
    remoteImages,
    read: (name) => readPicture(name, post, choices),
    faults: {
      remote: { code: remoteImages ? 'render.picture-loaded' : 'render.picture-remote' },
      type: { code: 'render.picture-type' },
    },
  });
}

async function readPicture(
  name: string,
  post: PostFile,
  { maxSize, workingDirectory }: PictureChoices,
): Promise<ImageRead<PictureFault>> {
  const file = fileOf(name, post);
  try {
    if (!(await liesIn(file, [post.blog, workingDirectory]))) {
      return failed({ code: 'render.picture-outside', folder: post.blog });
    }
    const limit = bytesOf(maxSize);
    const read = await readPlainFile(file, limit);
    if (read === null) return failed({ code: 'render.picture-no-file' });
    if ('bytes' in read) return { kind: 'bytes', bytes: read.bytes };
    const sizes = sizeTexts(read.tooLarge ?? limit + 1, limit);
    return failed({ code: 'render.picture-too-large', ...sizes });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return failed({ code: 'render.picture-unreadable', reason });
  }
}

function failed(fault: PictureFault): ImageRead<PictureFault> {
  return { kind: 'fault', fault };
}

/** From the post's folder; what begins with `/`, from the folder of the blog. */
function fileOf(name: string, post: PostFile): string {
  return name.startsWith('/')
    ? path.join(post.blog, name)
    : path.resolve(path.dirname(post.absolute), name);
}

// The files behind the pictures of a page, as far as they lie in the open folder.
import { joinPath } from '../core/blog/links.js';
import { sizeTexts } from '../core/post/size.js';
import type { ExportedPage, ExportRequest } from '../protocol/server.js';
import { embedImages, type ImageRead } from '../render/embedImages.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';
import { folderOf, nameOf, relativePath } from './uri.js';

type PictureServer = Pick<Server, 'files' | 'blogs' | 'log' | 'options' | 'settings'>;

interface PictureFault {
  readonly text: Extract<Parameters<typeof text>[0], `picture${string}`>;
  readonly sizes?: Readonly<Record<string, string>>;
}

export async function embedPictures(
  server: PictureServer,
  page: string,
  { uri, remoteImages }: ExportRequest,
): Promise<ExportedPage> {
  const { page: html, faults } = await embedImages<PictureFault>(page, {
    remoteImages,
    read: (path) => readPicture(server, path, uri),
    faults: {
      remote: remoteImages ? null : { text: 'pictureRemote' },
      type: { text: 'pictureType' },
    },
  });
  const { translations } = server.options();
  for (const { picture, fault } of faults) {
    const named = { picture, post: nameOf(uri), ...fault.sizes };
    server.log.warn(text(fault.text, named, translations));
  }
  return { html, missingPictures: faults.length };
}

async function readPicture(
  { files, blogs, settings }: PictureServer,
  name: string,
  uri: string,
): Promise<ImageRead<PictureFault>> {
  const folder = blogs.workspaceFolderOf(uri) ?? folderOf(uri);
  const blog = relativePath(folder, blogs.blogOf(uri).folder) ?? '';
  const path = name.startsWith('/')
    ? joinPath(blog === '' ? '' : `${blog}/`, name.replace(/^\/+/, ''))
    : joinPath(relativePath(folder, uri) ?? '', name);
  if (path === null) return failed({ text: 'pictureOutside' });
  const read = await files.readBytesBelow(folder, path, settings.maxPostBytes);
  if ('bytes' in read) return { kind: 'bytes', bytes: read.bytes };
  return read.problem === 'too-large'
    ? failed({ text: 'pictureTooLarge', sizes: sizeTexts(read.size, read.limit) })
    : failed({ text: 'pictureMissing' });
}

function failed(fault: PictureFault): ImageRead<PictureFault> {
  return { kind: 'fault', fault };
}

// The pictures of a page, put into it, so that it needs nothing beside itself.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { bytesOf, sizeTexts } from '../core/post/size.js';
import { imageAddresses, isElsewhere, replaceImages, withScheme } from '../render/pageImages.js';
import { liesIn } from './liesIn.js';
import type { CliMessage } from './messages.js';
import type { PostFile } from './posts.js';
import { readFileBytes } from './readBytes.js';

export interface PictureChoices {
  /** In megabytes, for each picture. */
  readonly maxSize: number;
  readonly remoteImages: boolean;
  /** A picture beside the folder of the blog may lie in here too. */
  readonly workingDirectory: string;
}

export interface PageWithPictures {
  readonly page: string;
  /** Pictures that are not in it, and why. */
  readonly messages: readonly CliMessage[];
}

export async function embedPictures(
  page: string,
  post: PostFile,
  choices: PictureChoices,
): Promise<PageWithPictures> {
  const embedded = new Map<string, string>();
  const messages: CliMessage[] = [];
  for (const address of imageAddresses(page)) {
    const read = await readPicture(address, post, choices);
    if (read?.address !== undefined) embedded.set(address, read.address);
    if (read?.message) messages.push(read.message);
  }
  return { page: replaceImages(page, embedded), messages };
}

interface PictureRead {
  /** What the page has in the place of its address. */
  readonly address?: string;
  readonly message?: CliMessage;
}

/** `null` for a picture that is in the page already, or names nothing. */
async function readPicture(
  address: string,
  post: PostFile,
  { maxSize, remoteImages, workingDirectory }: PictureChoices,
): Promise<PictureRead | null> {
  const named = { path: post.file, picture: decode(address) };
  if (address === '' || /^data:/i.test(address)) return null;
  if (isElsewhere(address)) {
    const code = remoteImages ? 'render.picture-loaded' : 'render.picture-remote';
    return { address: remoteImages ? withScheme(address) : '', message: { code, ...named } };
  }
  const file = fileOf(address, post);
  const type = types[path.extname(file).toLowerCase()];
  if (type === undefined) return { message: { code: 'render.picture-type', ...named } };
  try {
    if (!(await liesIn(file, [post.blog, workingDirectory]))) {
      return { message: { code: 'render.picture-outside', ...named, folder: post.blog } };
    }
    // A pipe would be waited for.
    if (!(await stat(file)).isFile())
      return { message: { code: 'render.picture-no-file', ...named } };
    const read = await readFileBytes(file, bytesOf(maxSize));
    if ('bytes' in read) {
      return { address: `data:${type};base64,${Buffer.from(read.bytes).toString('base64')}` };
    }
    const sizes = sizeTexts(read.tooLarge ?? bytesOf(maxSize) + 1, bytesOf(maxSize));
    return { message: { code: 'render.picture-too-large', ...named, ...sizes } };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { message: { code: 'render.picture-unreadable', ...named, reason } };
  }
}

/** From the post's folder; an address that begins with `/`, from the folder of the blog. */
function fileOf(address: string, post: PostFile): string {
  const name = decode(address.replace(/[?#].*$/s, ''));
  return name.startsWith('/')
    ? path.join(post.blog, name)
    : path.resolve(path.dirname(post.absolute), name);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const types: Readonly<Record<string, string>> = {
  '.apng': 'image/apng',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

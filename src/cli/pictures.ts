// The pictures of a page, put into it, so that it needs nothing beside itself.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { bytesOf, sizeTexts } from '../core/post/size.js';
import {
  decodeAddress,
  imageAddresses,
  readPictureAddress,
  replaceImages,
  withScheme,
} from '../render/pageImages.js';
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
  const named = { path: post.file, picture: decodeAddress(address) };
  const read = readPictureAddress(address);
  if (read.kind === 'none') return null;
  if (read.kind === 'remote') {
    const code = remoteImages ? 'render.picture-loaded' : 'render.picture-remote';
    return { address: remoteImages ? withScheme(address) : '', message: { code, ...named } };
  }
  const { type } = read;
  if (type === null) return { message: { code: 'render.picture-type', ...named } };
  const file = fileOf(read.path, post);
  try {
    if (!(await liesIn(file, [post.blog, workingDirectory]))) {
      return { message: { code: 'render.picture-outside', ...named, folder: post.blog } };
    }
    // A pipe would be waited for.
    if (!(await stat(file)).isFile())
      return { message: { code: 'render.picture-no-file', ...named } };
    const bytes = await readFileBytes(file, bytesOf(maxSize));
    if ('bytes' in bytes) {
      return { address: `data:${type};base64,${Buffer.from(bytes.bytes).toString('base64')}` };
    }
    const sizes = sizeTexts(bytes.tooLarge ?? bytesOf(maxSize) + 1, bytesOf(maxSize));
    return { message: { code: 'render.picture-too-large', ...named, ...sizes } };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { message: { code: 'render.picture-unreadable', ...named, reason } };
  }
}

/** From the post's folder; what begins with `/`, from the folder of the blog. */
function fileOf(name: string, post: PostFile): string {
  return name.startsWith('/')
    ? path.join(post.blog, name)
    : path.resolve(path.dirname(post.absolute), name);
}

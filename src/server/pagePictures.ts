// The pictures of a page, put into it, as far as they lie in the open folder.
import { joinPath } from '../core/blog/links.js';
import { sizeTexts } from '../core/post/size.js';
import type { ExportedPage, ExportRequest } from '../protocol/server.js';
import {
  decodeAddress,
  imageAddresses,
  readPictureAddress,
  replaceImages,
  withScheme,
} from '../render/pageImages.js';
import { base64 } from './base64.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';
import { folderOf, nameOf, relativePath } from './uri.js';

type PictureServer = Pick<Server, 'files' | 'blogs' | 'log' | 'options' | 'settings'>;

export async function embedPictures(
  server: PictureServer,
  page: string,
  request: ExportRequest,
): Promise<ExportedPage> {
  const embedded = new Map<string, string>();
  let missingPictures = 0;
  for (const address of imageAddresses(page)) {
    const read = await readPicture(server, address, request);
    if (read?.address !== undefined) embedded.set(address, read.address);
    if (read?.fault) {
      missingPictures++;
      const named = { picture: decodeAddress(address), post: nameOf(request.uri) };
      const { translations } = server.options();
      server.log.warn(text(read.fault, { ...named, ...read.sizes }, translations));
    }
  }
  return { html: replaceImages(page, embedded), missingPictures };
}

interface PictureRead {
  /** What the page has in the place of its address. */
  readonly address?: string;
  readonly fault?: Extract<Parameters<typeof text>[0], `picture${string}`>;
  readonly sizes?: Readonly<Record<string, string>>;
}

/** `null` for one that is in the page already, or names nothing. */
async function readPicture(
  { files, blogs, settings }: PictureServer,
  address: string,
  { uri, remoteImages }: ExportRequest,
): Promise<PictureRead | null> {
  const picture = readPictureAddress(address);
  if (picture.kind === 'none') return null;
  if (picture.kind === 'remote') {
    return remoteImages
      ? { address: withScheme(address) }
      : { address: '', fault: 'pictureRemote' };
  }
  if (picture.type === null) return { fault: 'pictureType' };
  const folder = blogs.workspaceFolderOf(uri) ?? folderOf(uri);
  const blog = relativePath(folder, blogs.blogOf(uri).folder) ?? '';
  const path = picture.path.startsWith('/')
    ? joinPath(blog === '' ? '' : `${blog}/`, picture.path.replace(/^\/+/, ''))
    : joinPath(relativePath(folder, uri) ?? '', picture.path);
  if (path === null) return { fault: 'pictureOutside' };
  const read = await files.readBytesBelow(folder, path, settings.maxPostBytes);
  if ('bytes' in read) return { address: `data:${picture.type};base64,${base64(read.bytes)}` };
  return read.problem === 'too-large'
    ? { fault: 'pictureTooLarge', sizes: sizeTexts(read.size, read.limit) }
    : { fault: 'pictureMissing' };
}

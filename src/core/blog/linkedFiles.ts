// The files beside its posts that a post links to, and whether a folder holds them.
import type { PostFacts } from '../post/facts.js';
import type { SiteLayout } from '../site/layout.js';
import { joinPath } from './links.js';
import { isPostFile } from './postFiles.js';
import { folderOf } from './postPaths.js';

/** Of a path from the folder of the blog: the names of files in a folder, `null` where it is none. */
export type FileNames = (folder: string) => ReadonlySet<string> | null;

const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)$/i;

export function isImageFile(path: string): boolean {
  return imageFile.test(path);
}

/**
 * Whether there is a file at a path. `null` where nobody knows: in a folder that is not there, or that holds
 * no file of its kind, as where images lie elsewhere and only texts were copied.
 */
export function holdsFile(path: string, namesIn: FileNames): boolean | null {
  const names = namesIn(folderOf(path));
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (names === null) return null;
  if (names.has(name)) return true;
  const isKind = isImageFile(name) ? isImageFile : (other: string) => !isPostFile(other);
  return [...names].some(isKind) ? false : null;
}

/** The folders that tell whether the files are there to which a post links. */
export function linkedFolders(
  path: string,
  { links }: PostFacts,
  layout: SiteLayout | null,
): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { target } of links) {
    for (const file of filesOfLink(path, target, layout)) folders.add(folderOf(file));
  }
  return folders;
}

/** The paths at which the file of a link may lie, from the likeliest on; none for an address elsewhere. */
export function filesOfLink(
  path: string,
  target: string,
  layout: Pick<SiteLayout, 'staticFolders'> | null,
): readonly string[] {
  const address = localAddress(target);
  if (address === null) return [];
  const served = (layout?.staticFolders ?? []).map((folder) =>
    joinPath('', `${folder}/${address}`),
  );
  const beside = address.startsWith('/') && layout !== null ? null : joinPath(path, address);
  return [beside, ...served].filter((file) => file !== null);
}

/** `null` where a link leads elsewhere, or holds what its generator fills in. */
export function localAddress(target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#|\{\{|\{%|<%|\$\{/i.test(target)) return null;
  const [address = ''] = target.split(/[?#]/, 1);
  // Browsers take a backslash for a slash.
  const path = address.replace(/\\/g, '/');
  if (path === '') return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

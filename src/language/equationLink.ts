// The link that leads to an equation of a post, as another post of the blog writes it.
import { labelAddress, writeLink } from '../core/blog/links.js';
import { folderOf } from '../core/blog/postPaths.js';

/** The name of the post alone, where all posts stand in one folder; else its path from the blog's folder. */
export function equationLink(path: string, paths: readonly string[], label: string): string {
  const folder = folderOf(path);
  const isAlone = paths.every((other) => folderOf(other) === folder);
  const address = isAlone ? path.slice(path.lastIndexOf('/') + 1) : `/${path}`;
  return writeLink({ path: address, fragment: labelAddress(label) });
}

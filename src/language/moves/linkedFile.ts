// Which file of the blog a link means, and from which folder its address counts.
import { joinPath, resolveLink } from '../../core/blog/links.js';
import { localAddress } from '../../core/blog/linkedFiles.js';
import { normalizeAddress } from '../../core/post/publication.js';
import type { SiteLayout } from '../../core/site/layout.js';
import type { MovingBlog } from './fileMoves.js';

export interface LinkedFile {
  readonly path: string;
  /** The folder that the address counts from; `null` for that of the post, wherever it is. */
  readonly base: string | null;
}

/** `null` where no file that is there is surely meant. */
export function linkedFile(
  post: string,
  target: string,
  { blog, layoutFor, hasFile }: MovingBlog,
): LinkedFile | null {
  const stated = normalizeAddress(target);
  // Such an address stands in its post and goes with it.
  if (stated !== null && blog.postsAt(stated).length > 0) return null;
  const files = filesMeant(post, target, layoutFor(post));
  return files.find(({ path }) => blog.facts(path) !== undefined || hasFile(post, path)) ?? null;
}

/** From the likeliest on, whether they are there or not. */
export function filesMeant(
  post: string,
  target: string,
  layout: SiteLayout | null,
): readonly LinkedFile[] {
  const address = localAddress(target);
  if (address === null) return [];
  const base = address.startsWith('/') ? '' : null;
  const direct = resolveLink(post, target);
  const served = (layout?.staticFolders ?? []).map((folder) => ({
    path: joinPath('', `${folder}/${address}`),
    base: folder,
  }));
  return [{ path: direct?.path ?? null, base }, ...served].flatMap(({ path, base }) =>
    path === null ? [] : [{ path, base }],
  );
}

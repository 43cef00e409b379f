// Where a link of one post leads within its blog. Paths are relative to the blog's folder, with `/`.

export interface LinkTarget {
  /** The post's path; the linking post's own for a link that is a fragment alone. */
  readonly path: string;
  /** Without `#`, its percent codes undone; empty where the link has none. */
  readonly fragment: string;
}

/** `null` where the link leaves the blog's folder or its target is not a path. */
export function resolveLink(from: string, target: string): LinkTarget | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return null;
  const hash = target.indexOf('#');
  const address = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/s, '');
  const fragment = hash < 0 ? '' : decodePercent(target.slice(hash + 1));
  if (address === '') return hash < 0 ? null : { path: from, fragment };
  const path = joinPath(from, decodePercent(address));
  return path === null ? null : { path, fragment };
}

/** The label that a fragment names: itself, or what MathJax's anchor of an equation stands for. */
export function labelOfFragment(fragment: string): string {
  return fragment.replace(/^mjx-eqn[:-]/, '');
}

/** A link is text from a post: a stray `%` is itself. */
function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function joinPath(from: string, address: string): string | null {
  const segments = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of address.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

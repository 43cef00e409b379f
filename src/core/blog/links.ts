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
  return path === null ? null : { path: sourcePath(path), fragment };
}

/** The target that a Markdown link is written with to lead there; the path may begin with `/`. */
export function writeLink({ path, fragment }: LinkTarget): string {
  return `${encodeForLink(path)}#${encodeForLink(fragment)}`;
}

/** The target that leads from one post to the file of another. */
export function relativeLink(from: string, to: string): string {
  return encodeForLink(relativePath(from, to));
}

/** The same before it is encoded. */
export function relativePath(from: string, to: string): string {
  const above = from.split('/').slice(0, -1);
  const below = to.split('/');
  let shared = 0;
  while (shared < above.length && above[shared] === below[shared]) shared++;
  const up = above.slice(shared).map(() => '..');
  return [...up, ...below.slice(shared)].join('/');
}

/** What would end the target, or be read as something else; other characters stay as they are read. */
export function encodeForLink(text: string): string {
  return text.replace(/[\s\p{Cc}()<>\\#?%&`[\]|$]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 128
      ? `%${code.toString(16).toUpperCase().padStart(2, '0')}`
      : encodeURI(character);
  });
}

/** A label as an address writes it: MathJax puts `_` in place of white space. */
export function labelAddress(label: string): string {
  return label.replace(/\s/g, '_');
}

/** The address of the label that a fragment names, with MathJax's prefix or without. */
export function addressOfFragment(fragment: string): string {
  return labelAddress(fragment.replace(/^mjx-eqn[:-]/, ''));
}

/** Links may name the page that a post becomes: `post` or `post.html` for `post.md`. */
function sourcePath(path: string): string {
  const ending = /(?:\.html?|\/[^./]+|^[^./]+)$/i.exec(path)?.[0];
  if (ending === undefined) return path;
  return `${ending.startsWith('.') ? path.slice(0, -ending.length) : path}.md`;
}

/** A link is text from a post: a stray `%` is itself. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `null` where the address leads out of the folder that all paths count from. */
export function joinPath(from: string, address: string): string | null {
  const segments = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of address.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

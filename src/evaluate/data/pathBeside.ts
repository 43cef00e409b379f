// The path of a file that a post names: relative to the post, and never out of its folder.

/** From that folder, with `/`; `null` where it leads out of it. */
export function pathBeside(post: string, name: string): string | null {
  if (/^(?:[\\/]|[A-Za-z][A-Za-z+.-]*:)/.test(name)) return null;
  const path = post.split('/').slice(0, -1);
  for (const segment of name.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') path.push(segment);
    else if (path.pop() === undefined) return null;
  }
  return path.length === 0 ? null : path.join('/');
}

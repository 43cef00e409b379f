// The address of a link written anew for a file that has moved, or from a post that has: what can stay is kept as
// it was written, so that moving back gives the old text.
import { decodePercent, encodeForLink, relativePath } from '../../core/blog/links.js';
import { unescaped } from '../../core/markdown/linkParts.js';
import type { LinkedFile } from './linkedFile.js';

/** Where linking post and linked file are after the move. */
export interface MovedLink {
  readonly post: string;
  readonly file: string;
}

/**
 * `written` is the target as it stands in the post, of which `target` is what Markdown reads. `null` where it
 * cannot be written from where it counts.
 */
export function movedAddress(
  written: string,
  target: string,
  linked: LinkedFile,
  moved: MovedLink,
): string | null {
  const isPointed = written.startsWith('<') && written.endsWith('>');
  const inner = isPointed ? written.slice(1, -1) : written;
  const read = inner === target ? (text: string): string => text : unescaped;
  const address = addressIn(inner, read);
  if (read(address) !== addressIn(target)) return null;
  const names = address.replace(/\\(?=[\p{L}\d])/gu, '/').split('/');
  const kept = new Map(names.map((name) => [decodePercent(read(name)), name]));
  const last = decodePercent(read(names.filter((name) => name !== '').at(-1) ?? ''));
  const file = namedAlike(moved.file, nameOf(linked.path), last);
  const path = file === null ? null : pathFrom(linked.base, moved.post, file);
  if (path === null) return null;
  const encode = encoding(address, isPointed);
  const anew = path.split('/').map((name) => kept.get(name) ?? encode(name));
  const lead = /^(?:\.?\/)?/.exec(address)?.[0] ?? '';
  const behind = address.endsWith('/') ? '/' : '';
  const whole = `${lead}${anew.join('/')}${behind}${inner.slice(address.length)}`;
  return isPointed ? `<${whole}>` : whole;
}

/** Without query and fragment. */
function addressIn(text: string, read?: (text: string) => string): string {
  const plain = /^[^?#]*/;
  // The sign of a fragment may be part of a character reference, or escaped.
  const escaped = /^(?:\\[^]|&#?\w{1,32};|[^?#])*/;
  return (read === unescaped ? escaped : plain).exec(text)?.[0] ?? '';
}

/** Links name the page of a post too: `post` or `post.html` for `post.md`. `null` where it is named otherwise. */
function namedAlike(file: string, oldName: string, written: string): string | null {
  if (written === oldName) return file;
  const ending = /\.html?$/i.exec(written)?.[0] ?? '';
  const page = written.slice(0, written.length - ending.length);
  if (`${page}.md` !== oldName || !file.endsWith('.md')) return null;
  return file.slice(0, -'.md'.length) + ending;
}

function pathFrom(base: string | null, post: string, file: string): string | null {
  if (base === null) return relativePath(post, file);
  if (base === '') return file;
  return file.startsWith(`${base}/`) ? file.slice(base.length + 1) : null;
}

/** As the rest of the address has it. */
function encoding(address: string, isPointed: boolean): (name: string) => string {
  if (/%[89a-f][\da-f]/i.test(address)) return encodeFully;
  return isPointed ? encodePointed : encodeForLink;
}

/** Half of a character has no code. */
function encodeFully(name: string): string {
  return name.replace(/[^\w.~\-\p{Cs}]/gu, (character) =>
    /[()]/.test(character) ? encodeForLink(character) : encodeURIComponent(character),
  );
}

/** Between `<` and `>` blanks and parentheses are themselves. */
function encodePointed(name: string): string {
  return encodeForLink(name).replace(/%(?:20|28|29)/g, decodeURIComponent);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

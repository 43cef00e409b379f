// The pictures of a page that was written here, by their addresses.
import { wordTable } from '../core/text/wordTable.js';
import { escapeHtml } from './escapeHtml.js';

// A tag ends at the first `>` outside quotes; every other `<` of the page is escaped.
const image = /(<img(?=\s)(?:[^<>"]|"[^"]*")*?\ssrc=")([^"]*)(")/g;

/** Each once, in order, as the post has them. */
export function imageAddresses(page: string): readonly string[] {
  return [...new Set([...page.matchAll(image)].map(([, , address = '']) => unescape(address)))];
}

/**
 * Whether browsers would look for it beyond the folders of this machine: they read past blanks, and take
 * backslashes for slashes. In a page that is a file even `//name/x` is an address: that of another machine.
 */
function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(asBrowsersRead(address));
}

/** With its scheme, for a page that has none. */
export function withScheme(address: string): string {
  const read = asBrowsersRead(address);
  return /^[/\\]{2}/.test(read) ? `https:${read.replace(/\\/g, '/')}` : read;
}

function asBrowsersRead(address: string): string {
  // eslint-disable-next-line no-control-regex -- these they skip
  return address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '');
}

/** Puts other addresses in place of those that have one. */
export function replaceImages(page: string, addresses: ReadonlyMap<string, string>): string {
  return page.replace(
    image,
    (_, before: string, address: string, after: string) =>
      before + escaped(addresses.get(unescape(address)), address) + after,
  );
}

function escaped(other: string | undefined, address: string): string {
  return other === undefined ? address : escapeHtml(other);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function unescape(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

export type PictureAddress =
  /** In the page already, or nothing. */
  | { readonly kind: 'none' }
  | { readonly kind: 'remote' }
  /** `path` counts from the post's folder, or begins with `/` and counts from the blog's. */
  | { readonly kind: 'file'; readonly path: string; readonly type: string | null };

/** What an address of a picture names; `type` is `null` for what a page cannot hold. */
export function readPictureAddress(address: string): PictureAddress {
  if (address === '' || /^data:/i.test(address)) return { kind: 'none' };
  if (isElsewhere(address)) return { kind: 'remote' };
  const path = decodeAddress(address.replace(/[?#].*$/s, ''));
  const ending = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? '';
  return { kind: 'file', path, type: types[ending] ?? null };
}

export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const types = wordTable<string>({
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
});

// The pictures of a page that was written here, by their addresses.
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
export function isElsewhere(address: string): boolean {
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

// The pictures of a page that was written here, by their addresses.

// A tag ends at the first `>` outside quotes; every other `<` of the page is escaped.
const image = /(<img(?=\s)(?:[^<>"]|"[^"]*")*?\ssrc=")([^"]*)(")/g;

/** Each once, in order, as the post has them. */
export function imageAddresses(page: string): readonly string[] {
  return [...new Set([...page.matchAll(image)].map(([, , address = '']) => unescape(address)))];
}

/** Puts other addresses in place of those that have one. They must be without quotes and `&`. */
export function replaceImages(page: string, addresses: ReadonlyMap<string, string>): string {
  return page.replace(
    image,
    (_, before: string, address: string, after: string) =>
      before + (addresses.get(unescape(address)) ?? address) + after,
  );
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

// What the front matter of a post says of its page: where it is or was, and whether it is published.

export interface PublicationFacts {
  /** Of its page, as `normalizeAddress` writes them: the first one is what the post states now. */
  readonly addresses: readonly string[];
  /** Addresses that lead to it from elsewhere: its page had them once. */
  readonly formerAddresses: readonly string[];
  readonly isDraft: boolean;
  /** Such as `2026-01-31`. */
  readonly date: string | null;
}

type FrontMatter = Readonly<Record<string, unknown>>;

const unstated: PublicationFacts = {
  addresses: [],
  formerAddresses: [],
  isDraft: false,
  date: null,
};

export function publicationOf(data: FrontMatter | null): PublicationFacts {
  if (data === null) return unstated;
  return {
    addresses: addressesIn(data['permalink'], data['url']),
    formerAddresses: addressesIn(data['aliases'], data['redirect_from']),
    isDraft: data['draft'] === true || data['published'] === false,
    date: dateOf(data['date']),
  };
}

/** `_drafts` is a folder of Jekyll and of Hexo. */
export function isUnpublished(path: string, { isDraft }: PublicationFacts): boolean {
  return isDraft || /(?:^|\/)_drafts\//.test(path);
}

/** The day a post appears: by its front matter, else by its name, as in `_posts/2026-01-31-name.md`. */
export function publicationDate(path: string, { date }: PublicationFacts): string | null {
  return date ?? /(?:^|\/)_posts\/(?:.*\/)?(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path)?.[1] ?? null;
}

/** The day of a time where the machine is. */
export function dayOf(time: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${part(time.getMonth() + 1)}-${part(time.getDate())}`;
}

/**
 * One writing for all of an address: without scheme, `www.`, query, fragment and what names the page of a
 * folder. `null` for what is no address from the top of a site.
 */
export function normalizeAddress(address: string): string | null {
  const [plain = ''] = address.trim().split(/[?#]/, 1);
  const isWhole = /^(?:https?:)?\/\//i.test(plain);
  if (!isWhole && !plain.startsWith('/')) return null;
  const path = plain
    .replace(/^(?:https?:)?\/\/(?:www\.)?([^/]*)/i, (_, host: string) => host.toLowerCase())
    .replace(/\/index\.html?$/i, '/')
    .replace(/\.html?$/i, '')
    .replace(/(?<=[^/])\/+$/, '');
  return path === '' ? null : decoded(path);
}

/** Patterns such as `/:year/:title/` are no addresses. */
function addressesIn(...values: readonly unknown[]): readonly string[] {
  return values
    .flat()
    .filter((value) => typeof value === 'string')
    .filter((value) => !/\/:|[{}]/.test(value))
    .flatMap((value) => normalizeAddress(value) ?? []);
}

/** Formats write a day as a string or, TOML, as a date. */
function dateOf(value: unknown): string | null {
  const text = value instanceof Date ? value.toJSON() : value;
  const match = typeof text === 'string' && /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The folder that a site's generator wrote: which of its pages is that of a post, and what the page holds.
import { readFrontMatter } from '../post/frontMatter.js';
import type { Snapshot } from '../post/facts.js';
import type { SiteLayout } from '../site/layout.js';
import { readBuiltPage } from './builtPage.js';
import { Pages, titledAs } from './pageOf.js';

/** In megabytes: larger ones are no pages of posts. */
export const maxPageSize = 20;

export function isPage(name: string): boolean {
  return /\.html?$/i.test(name);
}

export class BuiltSite {
  readonly #pages: Pages;
  readonly #read: (path: string) => Promise<string | null>;

  /** `paths` are those of all pages, from the folder; `read` gives `null` where one cannot be read. */
  constructor(paths: readonly string[], read: (path: string) => Promise<string | null>) {
    this.#pages = new Pages(paths);
    this.#read = read;
  }

  /** The HTML of the page of a post; `null` where there is none, or several that may be it. */
  async htmlOf(post: Snapshot, layout: SiteLayout | null): Promise<string | null> {
    const path = isHome(post.path, layout) ? 'index.md' : post.path;
    const candidates = this.#pages.candidates(path, statedAddress(post));
    const [first] = candidates;
    if (first !== undefined && candidates.length === 1) return this.#read(first);
    let found: string | null = null;
    for (const path of candidates) {
      const html = await this.#read(path);
      if (html === null || !titledAs(post.facts, readBuiltPage(html).title)) continue;
      if (found !== null) return null;
      found = html;
    }
    return found;
  }
}

/** The page at the top of a site whose posts have a folder of their own, such as `docs/index.md` of MkDocs. */
function isHome(path: string, layout: SiteLayout | null): boolean {
  const [, folder] = /^(.+)\/(?:_?index|readme)\.(?:md|markdown)$/i.exec(path) ?? [];
  return folder !== undefined && layout?.staticFolders.includes(folder) === true;
}

/** As front matter of Jekyll, Hugo and Hexo writes it. A pattern such as `/:year/:title/` states none. */
function statedAddress({ blocks }: Snapshot): string | null {
  const [first] = blocks.blocks;
  const data = first ? readFrontMatter(first) : null;
  for (const name of ['permalink', 'url', 'slug']) {
    const value = data?.[name];
    if (typeof value === 'string' && value !== '' && !value.includes(':')) return value;
  }
  return null;
}

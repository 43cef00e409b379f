// The inline constructs that only kramdown has, with GitHub's Markdown in it: what is struck through is read
// for itself, tags are those of XML, and the content of some elements stays as it is.
import { lastNotAbove } from '../text/search.js';
import { Strikes } from './emphasis/strikes.js';
import { entityTokenAt, type Extent, type InlineToken } from './inlineToken.js';
import { isBlockTag, isRaw, isUnread, rawContent, xmlAutolinkAt, XmlTags } from './xmlTags.js';

export class KramdownTokens {
  readonly #text: string;
  readonly #tags: XmlTags;
  #strikes: Strikes | null = null;
  /** What is struck through, in order. */
  readonly #struck: Extent[] = [];
  /** Elements whose content stays as it is, in order. */
  readonly #raw: (Extent & { readonly behind: number })[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#tags = new XmlTags(text);
  }

  /** The construct at `at`, where `constructAt` gives what begins there of others. */
  tokenAt(at: number, constructAt: () => InlineToken | null): InlineToken | null {
    if (extentOver(this.#raw, at) !== null) return this.#rawAt(at);
    const struck = extentOver(this.#struck, at);
    if (struck === null) return constructAt();
    const inside = struck.end - 2;
    if (at === inside) return { kind: 'delimiters', start: at, end: struck.end };
    const token = constructAt();
    return token !== null && token.end > inside ? null : token;
  }

  /** In an element whose content stays as it is. */
  #rawAt(at: number): InlineToken | null {
    const code = this.#text.charCodeAt(at);
    return code === 60 ? this.tagAt(at) : code === 38 ? entityTokenAt(this.#text, at) : null;
  }

  tagAt(at: number): InlineToken | null {
    const target = xmlAutolinkAt(this.#text, at);
    if (target !== null)
      return { kind: 'autolink', start: at, end: at + target.length + 2, target };
    const tag = this.#tags.at(at);
    if (tag === null || isBlockTag(tag)) return null;
    const isKnown = at <= (this.#raw.at(-1)?.start ?? -1) || extentOver(this.#raw, at) !== null;
    if (!isKnown && isRaw(tag)) {
      const { end, behind } = rawContent(this.#text, tag, this.#tags);
      this.#raw.push({ start: at, end, behind });
    }
    if (isUnread(tag))
      return { kind: 'code', start: at, end: extentOver(this.#raw, at)?.behind ?? tag.end };
    return { kind: tag.kind === 'comment' ? 'comment' : 'html', start: at, end: tag.end };
  }

  /** Behind the waves that begin what is struck through; `null` if those at `at` do not. */
  strikeEnd(at: number): number | null {
    if (this.#text.charCodeAt(at) !== 126) return null;
    const end = (this.#strikes ??= new Strikes(this.#text)).endAt(at);
    if (end < 0) return null;
    if (at > (this.#struck.at(-1)?.start ?? -1)) this.#struck.push({ start: at, end });
    return at + 2;
  }
}

/** The one that holds `at`, of extents in order. */
function extentOver<T extends Extent>(extents: readonly T[], at: number): T | null {
  if (extents.length === 0) return null;
  const index = lastNotAbove(extents.length, (each) => extents[each]?.start ?? 0, at);
  const extent = extents[index];
  return extent !== undefined && extent.start <= at && at < extent.end ? extent : null;
}

// Collects what the lines of one top-level block hold, while the rules go through them.
import { spanToSource, composeMapped, type MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';
import type {
  Block,
  Comment,
  Fence,
  Formula,
  HandWrittenNumber,
  LatexReference,
  Heading,
  Link,
  LinkDefinition,
  ProseReference,
  TitleCitation,
  UnclosedFormula,
} from './block.js';
import { findCitations } from './citations.js';
import { findHandWritten } from './handWritten.js';
import { findLatexReferences } from './latexReferences.js';
import { scanInline } from './inline.js';
import type { InlineScan } from './inlineScan.js';
import { scanDisplay } from './protectedMath.js';
import { scanHtml } from './htmlContent.js';
import { inHeading, type OpenQuotes, type TextPlace } from './textPlace.js';
import { linksByLabel } from './referenceLinks.js';
import { findUnclosed } from './unclosed.js';
import type { EngineRules, Protection } from '../site/engine.js';

/** Most lists of most blocks are empty; they share one. */
const none: readonly never[] = Object.freeze([]);

/** What the scan tells of a block, beside what it holds. */
type BlockPlace = Pick<
  Block,
  'kind' | 'text' | 'lineCount' | 'reach' | 'touchesBefore' | 'touchesAfter'
>;

/** A list whose items hold no blank line and have none between them has no paragraphs in the page. */
export interface ListSpacing {
  isTight: boolean;
}

export class BlockBuilder {
  readonly #rules: EngineRules;
  /** What waits for the end of the block, in order: how its text is read depends on what follows in a list. */
  #waiting: (() => void)[] | null = null;
  #quotes: OpenQuotes | null = null;
  #formulas: Formula[] | null = null;
  #references: ProseReference[] | null = null;
  #headings: Heading[] | null = null;
  #links: Link[] | null = null;
  #definitions: LinkDefinition[] | null = null;
  #citations: TitleCitation[] | null = null;
  #numbers: HandWrittenNumber[] | null = null;
  #latexReferences: LatexReference[] | null = null;
  #unclosed: UnclosedFormula[] | null = null;
  #comments: Comment[] | null = null;
  #fences: Fence[] | null = null;
  #frontMatter: MappedText | null = null;

  constructor(rules: EngineRules) {
    this.#rules = rules;
  }

  /** From here on texts are read at the end of the block. */
  wait(): void {
    this.#waiting ??= [];
  }

  /** Whether `list`, in an item of which a text is, is tight, is known when the text is read. */
  inline(content: MappedText, place: TextPlace, list: ListSpacing | null = null): void {
    // Most texts wait for nothing, and need no function that reads them later.
    if (this.#waiting === null) this.#inline(content, place);
    else
      this.#waiting.push(() => {
        this.#inline(content, list?.isTight === true ? { ...place, kind: 'item' } : place);
      });
  }

  #read(read: () => void): void {
    if (this.#waiting === null) read();
    else this.#waiting.push(read);
  }

  #inline(content: MappedText, place: TextPlace): void {
    const counts = this.#rules.typography === 'goldmark';
    const scan = scanInline(
      content.text,
      this.#rules,
      counts ? { ...place, quotes: (this.#quotes ??= { single: 0, double: 0 }) } : place,
    );
    this.#add(content, scan);
    const readsBraces = this.#rules.protects === 'all';
    for (const found of findUnclosed(content.text, scan, readsBraces)) {
      const { lacks, subject, start, end } = found;
      (this.#unclosed ??= []).push({ lacks, subject, span: spanOf(content, start, end) });
    }
  }

  /** A paragraph that is nothing but one display. */
  display(content: MappedText, protection: Protection): void {
    this.#read(() => {
      this.#add(content, { ...scanDisplay(content.text, protection), tokens: none });
    });
  }

  html(content: MappedText): void {
    this.#read(() => {
      this.#add(content, scanHtml(content.text, this.#rules));
    });
  }

  heading(level: number, content: MappedText, place = inHeading): void {
    (this.#headings ??= []).push({
      level,
      text: content.text,
      span: spanOf(content, 0, content.text.length),
    });
    this.inline(content, place);
  }

  fence(fence: Fence): void {
    (this.#fences ??= []).push(fence);
  }

  definition(definition: LinkDefinition): void {
    (this.#definitions ??= []).push(definition);
  }

  frontMatter(content: MappedText): void {
    this.#frontMatter = content;
  }

  build(place: BlockPlace): Block {
    for (const read of this.#waiting ?? none) read();
    return {
      // One by one: spreading an object costs more than all else that a short block does.
      kind: place.kind,
      text: place.text,
      lineCount: place.lineCount,
      reach: place.reach,
      touchesBefore: place.touchesBefore,
      touchesAfter: place.touchesAfter,
      formulas: this.#formulas ?? none,
      references: this.#references ?? none,
      headings: this.#headings ?? none,
      links: this.#links ?? none,
      linkDefinitions: this.#definitions ?? none,
      titleCitations: this.#citations ?? none,
      handWrittenNumbers: this.#numbers ?? none,
      latexReferences: this.#latexReferences ?? none,
      unclosed: this.#unclosed ?? none,
      comments: this.#comments ?? none,
      fences: this.#fences ?? none,
      frontMatter: this.#frontMatter,
    };
  }

  #add(content: MappedText, scan: InlineScan): void {
    this.#addMath(content, scan);
    for (const { title, link, start, end } of findCitations(content.text, scan)) {
      (this.#citations ??= []).push({ title, link, span: spanOf(content, start, end) });
    }
    for (const { number, start, end, numberStart } of findHandWritten(content.text, scan)) {
      const numberSpan = spanOf(content, numberStart, numberStart + number.length);
      (this.#numbers ??= []).push({ number, span: spanOf(content, start, end), numberSpan });
    }
    for (const { command, keys, start, end } of findLatexReferences(content.text, scan)) {
      (this.#latexReferences ??= []).push({ command, keys, span: spanOf(content, start, end) });
    }
    this.#addTokens(content, scan);
  }

  #addMath(content: MappedText, scan: InlineScan): void {
    for (const { start, end, delimiter, display, tex } of scan.formulas) {
      (this.#formulas ??= []).push({
        span: spanOf(content, start, end),
        delimiter,
        display,
        tex: composeMapped(tex, content),
      });
    }
    for (const { command, key, start, end, keyStart, keyEnd } of scan.references) {
      const keySpan = spanOf(content, keyStart, keyEnd);
      (this.#references ??= []).push({ command, key, span: spanOf(content, start, end), keySpan });
    }
  }

  #addTokens(content: MappedText, scan: InlineScan): void {
    const { text } = content;
    for (const token of scan.tokens) {
      const { start, end } = token;
      if (token.kind === 'comment') {
        const inside = {
          text: text.slice(start + 4, end - 3),
          pieces: [{ at: 0, source: start + 4 }],
        };
        (this.#comments ??= []).push({
          text: composeMapped(inside, content),
          span: spanOf(content, start, end),
        });
      } else if (token.kind === 'autolink') {
        const label = token.target;
        const targetSpan = spanOf(content, start + 1, end - 1);
        this.#addLink(content, token.kind, label, false, label, start, end, targetSpan);
      } else if (token.kind === 'link' || token.kind === 'image') {
        const label = text.slice(token.labelStart, token.labelEnd);
        const targetSpan = spanOf(content, token.targetStart, token.targetEnd);
        this.#addLink(content, token.kind, token.target, false, label, start, end, targetSpan);
      }
    }
    for (const link of linksByLabel(text, scan)) {
      const targetSpan = spanOf(content, link.targetStart, link.targetEnd);
      this.#addLink(
        content,
        link.kind,
        link.target,
        true,
        link.text,
        link.start,
        link.end,
        targetSpan,
      );
    }
  }

  #addLink(
    content: MappedText,
    kind: Link['kind'],
    target: string,
    byLabel: boolean,
    text: string,
    start: number,
    end: number,
    targetSpan: Span,
  ): void {
    (this.#links ??= []).push({
      kind,
      target,
      byLabel,
      text,
      span: spanOf(content, start, end),
      targetSpan,
    });
  }
}

function spanOf(content: MappedText, start: number, end: number): Span {
  return spanToSource(content, { start, end });
}

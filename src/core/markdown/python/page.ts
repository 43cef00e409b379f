// The page that Python-Markdown makes of a text, mapped to it, as far as the math engine looks at it.
import { MappedBuilder, toSource, type MappedText } from '../../text/mapped.js';
import { Passages } from '../passage.js';
import type { TextPlace } from '../textPlace.js';
import { partOf, type Element, type Masked, type Taken, type TakenParts } from './masked.js';

/** `readAgain` applies all patterns once more. */
export function pageOf(
  text: string,
  masked: Masked,
  parts: TakenParts,
  place: TextPlace,
  readAgain: (masked: Masked) => Masked,
): MappedText {
  const writer = new PageWriter(text, parts, place, readAgain);
  writer.masked(masked, 'text');
  return writer.page();
}

/** `text`: Markdown's; `math`: the same, as it stands in the post; `tag`: HTML as it stands. */
type Context = 'text' | 'math' | 'tag';

type Math = Taken & { readonly kind: 'math' };

class PageWriter {
  readonly #text: string;
  readonly #parts: TakenParts;
  readonly #passages: Passages;
  readonly #builder = new MappedBuilder();

  /** How many elements are open. */
  #depth = 0;
  readonly #readAgain: (masked: Masked) => Masked;

  constructor(
    text: string,
    parts: TakenParts,
    place: TextPlace,
    readAgain: (masked: Masked) => Masked,
  ) {
    this.#text = text;
    this.#parts = parts;
    this.#passages = new Passages(text, place);
    this.#readAgain = readAgain;
  }

  page(): MappedText {
    return this.#builder.build(0);
  }

  masked({ text, start }: Masked, context: Context): void {
    const end = start + text.length;
    let from = start;
    for (let at = start; at < end;) {
      const part = text.charCodeAt(at - start) === 2 ? this.#parts.at(at) : undefined;
      if (part === undefined) {
        at++;
        continue;
      }
      this.#plain(from, at, context);
      this.#part(part, at, context);
      from = at = part.end;
    }
    this.#plain(from, end, context);
  }

  #part(part: Taken, at: number, context: Context): void {
    switch (part.kind) {
      case 'text':
        this.#builder.append(context === 'tag' ? stashed(part.text) : escaped(part.text), part.at);
        return;
      case 'code':
        this.#tag('<code>', at);
        this.#plain(part.from, part.to, 'math');
        this.#tag('</code>', at);
        return;
      case 'math':
        this.#math(part, at, context);
        return;
      case 'break':
        this.#builder.append('\n', at + 2);
        return;
      case 'image':
        this.#tag('<img>', at);
        return;
      case 'autolink':
        this.#tag('<a></a>', at);
        return;
      case 'html':
      case 'entity':
        if (context === 'tag') this.#builder.append('\\', at);
        this.masked(part.inside, 'tag');
        return;
      case 'element':
        this.#element(part, at, context);
    }
  }

  #element({ tag, content }: Element, at: number, context: Context): void {
    this.#tag(`<${tag}>`, at);
    this.#depth++;
    for (const part of content) {
      if ('tag' in part) this.#element(part, at, context);
      else this.masked(part, context);
    }
    this.#depth--;
    this.#tag(`</${tag}>`, at);
  }

  #math(part: Math, at: number, context: Context): void {
    const inner = this.#innerMath(part);
    if (inner !== null) this.#depth++;
    this.#tag('<span class="arithmatex">', at);
    if (context === 'tag') {
      this.#builder.append('\\(', at);
      this.masked(part.inside, 'tag');
      this.#builder.append('\\)', part.end - 2);
    }
    if (context !== 'tag') this.#mathText((inner ?? part).inside, at, part.end - 2);
    this.#tag('</span>', at);
    if (inner !== null) this.#depth--;
  }

  /**
   * What is not known any more to be math is read once more, so that its delimiters are lost: what stands
   * between other elements, and in an inner element what stands before the first of them.
   */
  #mathText(inside: Masked, open: number, close: number): void {
    const pieces = this.#pieces(inside);
    const { length } = pieces;
    for (const [index, piece] of pieces.entries()) {
      const isFirst = index === 0;
      const isLast = index === length - 1;
      const isMixed = this.#partIn(piece, 'text');
      const isLost = isFirst ? this.#depth > 0 && (!isLast || isMixed) : !isLast || isMixed;
      const isElement = index % 2 === 1;
      if (isFirst) this.#builder.append(isLost ? '(' : '\\(', open);
      if (isElement) this.#inner(piece);
      else this.masked(isLost ? this.#readAgain(piece) : piece, isLost ? 'text' : 'math');
      if (isLast) this.#builder.append(isLost ? ')' : '\\)', close);
    }
  }

  #inner(piece: Masked): void {
    this.#depth++;
    this.masked(piece, 'math');
    this.#depth--;
  }

  /** Text and elements in turn, text at both ends. */
  #pieces(inside: Masked): readonly Masked[] {
    const pieces: Masked[] = [];
    let from = 0;
    for (let at = 0; at < inside.text.length;) {
      const part = this.#partAt(inside, at);
      const end = part === undefined ? at + 1 : part.end - inside.start;
      if (part?.kind === 'code' || part?.kind === 'math') {
        pieces.push(partOf(inside, from, at), partOf(inside, at, end));
        from = end;
      }
      at = end;
    }
    return [...pieces, partOf(inside, from, inside.text.length)];
  }

  #partIn(piece: Masked, kind: Taken['kind']): boolean {
    for (let at = 0; at < piece.text.length; at++)
      if (this.#partAt(piece, at)?.kind === kind) return true;
    return false;
  }

  #partAt({ text, start }: Masked, at: number): Taken | undefined {
    return text.charCodeAt(at) === 2 ? this.#parts.at(start + at) : undefined;
  }

  /** Two dollars are one formula in another, which holds nothing else. */
  #innerMath({ inside }: Math): Math | null {
    const inner = this.#parts.at(inside.start);
    const isAll = inner?.kind === 'math' && inner.end === inside.start + inside.text.length;
    return isAll ? inner : null;
  }

  #tag(tag: string, at: number): void {
    this.#builder.append(tag, at);
  }

  #plain(from: number, to: number, context: Context): void {
    if (context === 'math') {
      this.#escaped(this.#passages.passage(from, to));
      return;
    }
    const text = this.#text.slice(from, to);
    if (context === 'tag') this.#builder.append(text, from);
    else this.#escaped({ text, pieces: [{ at: 0, source: from }] });
  }

  #escaped(plain: MappedText): void {
    let from = 0;
    for (const { index } of plain.text.matchAll(mark)) {
      this.#builder.appendPart(plain, from, index);
      this.#builder.append(escaped(plain.text.charAt(index)), toSource(plain, index));
      from = index + 1;
    }
    this.#builder.appendPart(plain, from, plain.text.length);
  }
}

/** Character references stay. */
const mark = /<|&(?!(?:#\d+|#x[\da-f]+|[\da-z]+);)/gi;

function escaped(text: string): string {
  return text.replace(mark, (character) => (character === '<' ? '&lt;' : '&amp;'));
}

/** What is escaped is never written out where it is part of a tag. */
function stashed(text: string): string {
  return `\\${[...text].map((character) => `\u0002${character.charCodeAt(0)}\u0003`).join('')}`;
}

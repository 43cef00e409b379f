// A text under Python-Markdown's patterns: what one of them has taken is out of the sight of the next ones.

/** What a pattern has taken, up to `end`; offsets are those of the whole text. */
export type Taken =
  /** Characters that the page has, whatever comes later; in a tag as they are stashed. */
  | { readonly kind: 'text'; readonly end: number; readonly text: string; readonly at: number }
  | { readonly kind: 'code'; readonly end: number; readonly from: number; readonly to: number }
  | { readonly kind: 'break'; readonly end: number }
  | { readonly kind: 'image'; readonly end: number; readonly link: LinkParts }
  | { readonly kind: 'html' | 'entity' | 'autolink'; readonly end: number; readonly inside: Masked }
  | { readonly kind: 'math'; readonly end: number; readonly width: number; readonly inside: Masked }
  | (Element & { readonly kind: 'element'; readonly end: number });

export interface Element {
  readonly tag: 'em' | 'strong' | 'a';
  readonly content: readonly (Masked | Element)[];
  readonly link: LinkParts | null;
}

/** Where a link has its label and its target. */
export interface LinkParts {
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly target: string;
  readonly targetStart: number;
  readonly targetEnd: number;
}

/** In the text, each character that is taken is this one, which no pattern asks for and no word holds. */
export const hidden = '\u0002';

/** A part of the text from `start` on. */
export interface Masked {
  readonly text: string;
  readonly start: number;
}

export function partOf(masked: Masked, from: number, to: number): Masked {
  return { text: masked.text.slice(from, to), start: masked.start + from };
}

/** All that was taken in one text, and how much more work it is worth. */
export class TakenParts {
  readonly #parts = new Map<number, Taken>();
  #work = 0;

  at(offset: number): Taken | undefined {
    return this.#parts.get(offset);
  }

  /** Takes the part from `from` to `to`, counted in the masked text. */
  take(masked: Masked, from: number, to: number, part: Taken): Masked {
    this.#parts.set(masked.start + from, part);
    this.spend(masked.text.length);
    const { text, start } = masked;
    return { text: text.slice(0, from) + hidden.repeat(to - from) + text.slice(to), start };
  }

  spend(work: number): void {
    this.#work += work;
  }

  /** Patterns try again and again; what is made to be slow is not followed. */
  get isSpent(): boolean {
    return this.#work > mostWork;
  }
}

const mostWork = 20_000_000;

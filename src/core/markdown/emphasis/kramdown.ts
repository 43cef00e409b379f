// Emphasis by kramdown's rule: the first delimiter that may end it, with no element in one of its kind.
// An element of HTML holds all up to its end tag, or all that follows, and no emphasis ends in it.
import { Strikes } from './strikes.js';
import { isRaw, rawContent, XmlTags } from '../xmlTags.js';
import type { Emphasis, EmphasisScope } from './scope.js';

export const kramdownEmphasis: Emphasis = (scope, marks) => {
  new Spans(scope, marks).read();
};

interface Delimiter {
  readonly mark: string;
  readonly element: 'em' | 'strong';
}

/** A delimiter, or the end tag of the element named. `null`: to the end of the text. */
type Stop = Delimiter | { readonly name: string } | null;

/** What is nested deeper is read as if it were not. */
const deepestNesting = 100;

class Spans {
  readonly #scope: EmphasisScope;
  readonly #found: Set<number>;
  /** Where looking for an end began and found none; the text behind is the same for later ones. */
  readonly #failed = new Map<string, number>();
  readonly #tags: XmlTags;
  readonly #strikes: Strikes;
  /** Where the elements begin that are open. */
  readonly #elements: number[] = [];

  constructor(scope: EmphasisScope, marks: Set<number>) {
    this.#scope = scope;
    this.#found = marks;
    this.#tags = new XmlTags(scope.text);
    this.#strikes = new Strikes(scope.text);
  }

  read(): void {
    this.#readTo(null, this.#scope.from, [], this.#found);
  }

  /** Reads from `at` to where `stop` stands, or the end; answers where, or `-1`. */
  #readTo(stop: Stop, from: number, open: readonly string[], marks: Set<number>): number {
    const { text, mask, to, taken } = this.#scope;
    for (let at = from; at >= 0 && at < to;) {
      if (stop !== null && this.#ends(stop, at, from)) return at;
      const behind = taken.get(at);
      const character = mask.charAt(at);
      if (behind !== undefined)
        at = text.charAt(at) === '<' ? this.#html(at, behind, open, marks) : behind;
      else if (character === '*' || character === '_') at = this.#emphasis(at, open, marks);
      else if (character === '~') at = this.#strike(at, marks);
      else at++;
    }
    return stop === null ? to : -1;
  }

  /** Takes the element that begins with a tag; answers where the text goes on, `-1` if all is in it. */
  #html(at: number, behind: number, open: readonly string[], marks: Set<number>): number {
    const tag = this.#tags.at(at);
    if (tag?.kind !== 'open' || tag.end !== behind || this.#elements.length >= deepestNesting)
      return behind;
    if (isRaw(tag)) {
      const raw = rawContent(this.#scope.text, tag, this.#tags);
      for (const close of raw.closes) marks.add(close);
      return raw.end === raw.behind ? -1 : raw.behind;
    }
    this.#elements.push(at);
    const end = this.#readTo({ name: tag.name }, behind, open, marks);
    this.#elements.pop();
    if (end >= 0) marks.add(end);
    return end < 0 ? -1 : (this.#scope.taken.get(end) ?? end);
  }

  #ends(stop: NonNullable<Stop>, at: number, from: number): boolean {
    const { mask, text } = this.#scope;
    if ('name' in stop) {
      const tag = text.startsWith('</', at) ? this.#tags.at(at) : null;
      return tag?.kind === 'close' && tag.name === stop.name;
    }
    const { element } = stop;
    if (at === from || !mask.startsWith(stop.mark, at) || /\s/.test(mask.charAt(at - 1)))
      return false;
    const character = stop.mark.charAt(0);
    const isDouble = mask.startsWith(character.repeat(2), at) && mask.charAt(at + 2) !== character;
    if (element === 'em' && isDouble) return false;
    return character !== '_' || !/[\p{L}\p{N}]/u.test(mask.charAt(at + stop.mark.length));
  }

  /** Takes the element that begins at `at`; answers where the text goes on. */
  #emphasis(at: number, open: readonly string[], marks: Set<number>): number {
    const { mask, from } = this.#scope;
    const character = mask.charAt(at);
    const isDouble = mask.charAt(at + 1) === character;
    const mark = isDouble ? character.repeat(2) : character;
    const element = isDouble ? 'strong' : 'em';
    const before = mask.slice(Math.max(from, at - 2), at);
    const isInWord = character === '_' && /\p{L}-?$/u.test(before);
    if (isInWord || /\s/.test(mask.charAt(at + mark.length)) || open.includes(element))
      return at + mark.length;
    let end = this.#element({ mark, element }, at, open, marks);
    if (end < 0 && isDouble && open.at(-1) !== 'em')
      end = this.#element({ mark: character, element: 'em' }, at, open, marks);
    return end < 0 ? at + mark.length : end;
  }

  #element(stop: Delimiter, at: number, open: readonly string[], marks: Set<number>): number {
    const { mark, element } = stop;
    if (open.includes(element)) return -1;
    const failure = `${mark} ${open.join(' ')} ${this.#elements.at(-1) ?? ''}`;
    if (at >= (this.#failed.get(failure) ?? Infinity)) return -1;
    const inner = new Set<number>();
    const end = this.#readTo(stop, at + mark.length, [...open, element], inner);
    if (end < 0) {
      this.#failed.set(failure, at);
      return -1;
    }
    for (const offset of inner) marks.add(offset);
    for (let index = 0; index < mark.length; index++) marks.add(at + index).add(end + index);
    return end + mark.length;
  }

  #strike(at: number, marks: Set<number>): number {
    const end = this.#strikes.endAt(at);
    if (end < 0 || end > this.#scope.to) return at + 1;
    new Spans({ ...this.#scope, from: at + 2, to: end - 2 }, marks).read();
    for (const mark of [at, end - 2]) marks.add(mark).add(mark + 1);
    return end;
  }
}

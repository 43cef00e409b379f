// Reads items into syntax: relations, sums, products and what they are made of. Each construct is a file of its own.
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';
import { refuse } from '../refusal.js';
import type { Factor, ProductOperator, Relation, Syntax, Term } from '../syntax.js';
import { barOf, isBracket, joinDoubleBars, remainingBars, sideOf, type BarText } from './bars.js';
import { itemsOf, nucleus, symbolText, THOUSANDS, type Item, type ScriptsItem } from './items.js';
import { refuseLeftOver } from './leftOver.js';
import { isDifferential } from './names.js';
import { explicitOperator, POSTFIX, RELATIONS } from './signs.js';

/** Reads a factor that starts with `item`, which is consumed; `null` where it is not of its kind. */
export type PrimaryReader = (reader: Reader, item: Item) => Syntax | null;

/** What stands behind a term and says where it is taken: `|_{x=1}`. */
export interface PlaceReader {
  readonly isPlace: (reader: Reader, item: Item | undefined) => item is ScriptsItem;
  readonly take: (reader: Reader, body: Syntax, bar: ScriptsItem) => Syntax;
}

/** The constructs that can be read. */
export interface Constructs {
  readonly primaries: readonly PrimaryReader[];
  readonly place: PlaceReader;
  /** Reads what may stand behind a factor as part of it. */
  readonly behind: (reader: Reader, factor: Syntax) => Syntax;
}

/** What encloses what is being read. */
interface Frame {
  /** The bar that would close it. */
  readonly bar: BarText | null;
  /** Whether a lone bar separates, as in `(y|x)`. */
  readonly separable: boolean;
  /** Whether `2e-3` is a number here. */
  readonly data: boolean;
  /** Whether d and a symbol end it. */
  readonly differential: boolean;
}

const OUTER: Frame = { bar: null, separable: false, data: false, differential: false };

const MAXIMUM_DEPTH = 150;

export class Reader {
  readonly #items: readonly Item[];
  readonly #constructs: Constructs;
  readonly #depth: number;
  readonly #whole: Span;
  #remaining: Int32Array | null = null;
  #at = 0;
  #frame: Frame = OUTER;
  #nested = 0;

  constructor(nodes: readonly TexNode[], constructs: Constructs, whole: Span, depth = 0) {
    if (depth > MAXIMUM_DEPTH) refuse('limit.depth', whole);
    this.#items = joinDoubleBars(itemsOf(nodes));
    this.#constructs = constructs;
    this.#depth = depth;
    this.#whole = whole;
  }

  /** A reader of what stands inside `nodes`. */
  inside(nodes: readonly TexNode[], whole: Span): Reader {
    return new Reader(nodes, this.#constructs, whole, this.#depth + this.#nested + 1);
  }

  get position(): number {
    return this.#at;
  }

  peek(offset = 0): Item | undefined {
    return this.#items[this.#at + offset];
  }

  next(): Item {
    const item = this.#items[this.#at++];
    if (item === undefined) refuse('syntax.operand-missing', this.endSpan());
    return item;
  }

  /** Where the formula ends, for what is missing there. */
  endSpan(): Span {
    const last = this.#items[Math.min(this.#at, this.#items.length) - 1];
    return last?.span ?? this.#whole;
  }

  /** From the item at `position` to the last one read. */
  spanFrom(position: number): Span {
    const first = this.#items[position];
    const last = this.#items[Math.max(position, this.#at - 1)];
    return {
      start: first?.span.start ?? this.#whole.start,
      end: last?.span.end ?? this.#whole.end,
    };
  }

  /** Reads within a pair of fences. */
  within<T>(frame: Partial<Frame>, read: () => T): T {
    const outer = this.#frame;
    if (this.#depth + ++this.#nested > MAXIMUM_DEPTH) refuse('limit.depth', this.endSpan());
    this.#frame = { ...OUTER, ...frame };
    const result = read();
    this.#frame = outer;
    this.#nested--;
    return result;
  }

  get readsData(): boolean {
    return this.#frame.data;
  }

  /** The whole of the items as one expression or chain of relations. */
  readAll(): Syntax {
    const syntax = this.readChain();
    this.expectEnd();
    return syntax;
  }

  expectEnd(): void {
    const item = this.peek();
    if (item !== undefined) refuseLeftOver(item);
  }

  /** An expression, or several joined by relations. */
  readChain(): Syntax {
    const start = this.#at;
    const operands = [this.readSum()];
    const relations: Relation[] = [];
    for (let relation = this.#relation(); relation !== null; relation = this.#relation()) {
      relations.push(relation);
      operands.push(this.readSum());
    }
    const [first] = operands;
    if (relations.length === 0 && first !== undefined) return first;
    return { kind: 'relation', operands, relations, span: this.spanFrom(start) };
  }

  readSum(): Syntax {
    const start = this.#at;
    const terms: Term[] = [];
    let negative = this.#sign() ?? false;
    const signed = this.#at > start;
    for (;;) {
      terms.push({ negative, body: this.readTerm() });
      const sign = this.#sign();
      if (sign === null) break;
      negative = sign;
    }
    const [only] = terms;
    if (terms.length === 1 && !signed && only !== undefined) return only.body;
    // a - b \bmod c is read as (a-b) \bmod c by some, and -7 \bmod 3 too.
    const remainder = terms.find(({ body }) => body.kind === 'remainder');
    if (remainder !== undefined) refuse('ambiguous.remainder', remainder.body.span);
    return { kind: 'sum', terms, span: this.spanFrom(start) };
  }

  /** A product, or a remainder of two. */
  readTerm(): Syntax {
    const start = this.#at;
    const left = this.#readPlaced();
    if (symbolText(this.peek()) !== '\\bmod') return left;
    this.#at++;
    const right = this.readProduct();
    if (symbolText(this.peek()) === '\\bmod') refuse('ambiguous.remainder', this.spanFrom(start));
    return { kind: 'remainder', left, right, span: this.spanFrom(start) };
  }

  /** A product, and the places it is taken at. */
  #readPlaced(): Syntax {
    let body = this.readProduct();
    for (let bar = this.acceptSubstitution(); bar !== null; bar = this.acceptSubstitution())
      body = this.#constructs.place.take(this, body, bar);
    return body;
  }

  /** `|_{x=1}`. */
  acceptSubstitution(): ScriptsItem | null {
    const item = this.peek();
    if (!this.#isSubstitution(item)) return null;
    this.#at++;
    return item;
  }

  #isSubstitution(item: Item | undefined): item is ScriptsItem {
    return this.#frame.bar !== '|' && this.#constructs.place.isPlace(this, item);
  }

  readProduct(): Syntax {
    const start = this.#at;
    const factors: Factor[] = [{ operator: 'juxtaposed', body: this.readFactor() }];
    for (let operator = this.#productOperator(); operator !== null;) {
      factors.push({ operator, body: this.#readOperand(operator, factors.at(-1)?.body) });
      operator = this.#productOperator();
    }
    return productOf(factors, this.spanFrom(start));
  }

  /** What `\log` applies to without parentheses: factors up to a sign, a relation or a function. */
  readArgument(startsFunction: (item: Item) => boolean): Syntax {
    const start = this.#at;
    const factors: Factor[] = [{ operator: 'juxtaposed', body: this.readFactor() }];
    for (let item = this.peek(); item !== undefined; item = this.peek()) {
      const explicit = explicitOperator(item);
      const after = explicit === null ? item : this.peek(1);
      if (after !== undefined && startsFunction(after)) break;
      if (explicit !== null)
        refuse('ambiguous.argument', { ...this.spanFrom(start), end: item.span.end });
      if (!this.startsFactor()) break;
      factors.push({ operator: 'juxtaposed', body: this.#readOperand('juxtaposed') });
    }
    return productOf(factors, this.spanFrom(start));
  }

  readFactor(): Syntax {
    const item = this.next();
    for (const primary of this.#constructs.primaries) {
      const syntax = primary(this, item);
      if (syntax !== null) return this.#constructs.behind(this, syntax);
    }
    return refuseLeftOver(item);
  }

  /** Whether the next item can begin a factor, where one has just been read. */
  startsFactor(): boolean {
    const item = this.peek();
    if (item === undefined) return false;
    if (this.#frame.differential && isDifferential(item, this.peek(1))) return false;
    if (barOf(item) !== null) return !this.#isSubstitution(item) && this.barMeaning() === 'open';
    const inner = nucleus(item);
    if (inner.kind === 'text') return inner.upright;
    if (inner.kind !== 'symbol') return inner.kind !== 'space' && inner.kind !== 'middle';
    return ['letter', 'digit', 'open', 'ordinary'].includes(inner.role) && !POSTFIX.has(inner.text);
  }

  /** What the next item, a bar, does behind an operand. */
  barMeaning(): 'open' | 'close' | 'separator' {
    const item = this.peek();
    const bar = barOf(item);
    if (item === undefined || bar === null) return 'separator';
    const side = sideOf(item);
    if (side !== null) return side;
    if (this.#frame.bar === bar) return 'close';
    this.#remaining ??= remainingBars(this.#items);
    const odd = (this.#remaining[this.#at] ?? 0) % 2 === 1;
    return odd && this.#frame.separable ? 'separator' : 'open';
  }

  /** Consumes the next item if it is this symbol. */
  accept(text: string): boolean {
    if (symbolText(this.peek()) !== text) return false;
    this.#at++;
    return true;
  }

  acceptComma(): boolean {
    return this.accept(',') || this.accept(THOUSANDS);
  }

  /** Whether nothing, or what closes the frame, comes next. */
  atEnd(): boolean {
    const item = this.peek();
    return item === undefined || isBracket(item, 'close');
  }

  #readOperand(operator: ProductOperator, before?: Syntax): Syntax {
    const item = this.peek();
    const inner = item === undefined ? null : nucleus(item);
    // `2!3!` can be read in one way.
    if (operator === 'juxtaposed' && inner?.kind === 'number' && before?.kind !== 'factorial')
      refuse('ambiguous.number-after-factor', inner.span, { number: inner.text });
    const start = this.#at;
    const sign = operator === 'juxtaposed' ? null : this.#sign();
    const body = this.readFactor();
    if (sign === null) return body;
    return { kind: 'sum', terms: [{ negative: sign, body }], span: this.spanFrom(start) };
  }

  #productOperator(): ProductOperator | null {
    const item = this.peek();
    const explicit = item === undefined ? null : explicitOperator(item);
    if (explicit !== null) {
      this.#at++;
      return explicit;
    }
    return this.startsFactor() ? 'juxtaposed' : null;
  }

  #sign(): boolean | null {
    if (this.accept('+')) return false;
    if (this.accept('-')) return true;
    return null;
  }

  #relation(): Relation | null {
    const item = this.peek();
    if (item?.kind !== 'symbol' || item.role !== 'relation') return null;
    if (item.text === '\\mid') return null;
    if (item.text === ':') return this.#colonEquals(item.span);
    const operator = RELATIONS[item.text];
    if (operator === undefined) refuse('relation.unknown', item.span, { relation: item.text });
    this.#at++;
    return { operator, span: item.span };
  }

  #colonEquals(span: Span): Relation | null {
    if (symbolText(this.peek(1)) !== '=') return null;
    this.#at += 2;
    return { operator: ':=', span: { start: span.start, end: span.end + 1 } };
  }
}

/** One factor is not a product. */
function productOf(factors: readonly Factor[], span: Span): Syntax {
  const [only] = factors;
  return factors.length === 1 && only !== undefined
    ? only.body
    : { kind: 'product', factors, span };
}

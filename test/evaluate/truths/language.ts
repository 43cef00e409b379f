// A small language for relations of mathematics, read here and written as LaTeX elsewhere: nothing of it is ours under test.

export type Term =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly body: Term }
  | {
      readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power';
      readonly left: Term;
      readonly right: Term;
    }
  | { readonly kind: 'index'; readonly array: Term; readonly indices: readonly Term[] }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Term[] };

export type Sign = '=' | '<=' | '>=' | '<' | '>';

export interface Statement {
  readonly left: Term;
  readonly sign: Sign;
  readonly right: Term;
}

const TOKEN = /\s*(<=|>=|\d+(?:\.\d+)?|[A-Za-z][A-Za-z0-9]*|[-+*/^()[\],=<>])/y;

export function readStatement(text: string): Statement {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text))
    tokens.push(found[1] ?? '');
  const parser = new Parser(tokens);
  const left = parser.sum();
  const sign = parser.next() as Sign;
  const right = parser.sum();
  if (!parser.isDone || !['=', '<=', '>=', '<', '>'].includes(sign))
    throw new Error(`Cannot read ${text}`);
  return { left, sign, right };
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  next(): string {
    return this.#tokens[this.#at++] ?? '';
  }

  sum(): Term {
    let left = this.#product();
    for (let sign = this.#peek(); sign === '+' || sign === '-'; sign = this.#peek()) {
      this.#at++;
      left = { kind: sign === '+' ? 'add' : 'subtract', left, right: this.#product() };
    }
    return left;
  }

  #product(): Term {
    let left = this.#signed();
    for (let sign = this.#peek(); sign === '*' || sign === '/'; sign = this.#peek()) {
      this.#at++;
      left = { kind: sign === '*' ? 'multiply' : 'divide', left, right: this.#signed() };
    }
    return left;
  }

  #signed(): Term {
    if (this.#peek() !== '-') return this.#power();
    this.#at++;
    return { kind: 'negate', body: this.#signed() };
  }

  #power(): Term {
    const left = this.#indexed();
    if (this.#peek() !== '^') return left;
    this.#at++;
    return { kind: 'power', left, right: this.#signed() };
  }

  #indexed(): Term {
    let array = this.#atom();
    while (this.#peek() === '[') array = { kind: 'index', array, indices: this.#list('[', ']') };
    return array;
  }

  #atom(): Term {
    const token = this.next();
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token), text: token };
    if (token === '(') {
      const inner = this.sum();
      this.#expect(')');
      return inner;
    }
    if (!/^[A-Za-z]/.test(token)) throw new Error(`Did not expect ${token}`);
    if (this.#peek() !== '(') return { kind: 'name', name: token };
    return { kind: 'call', name: token, operands: this.#list('(', ')') };
  }

  #list(open: string, close: string): readonly Term[] {
    this.#expect(open);
    const items = [this.sum()];
    while (this.#peek() === ',') {
      this.#at++;
      items.push(this.sum());
    }
    this.#expect(close);
    return items;
  }

  #expect(token: string): void {
    const found = this.next();
    if (found !== token) throw new Error(`Expected ${token}, found ${found}`);
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }
}

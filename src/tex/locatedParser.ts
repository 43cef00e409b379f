// KaTeX's parser with a place for every node: a subclass, so that KaTeX itself stays as it is.
import {
  katexClasses,
  type KatexExpander,
  type KatexLocation,
  type KatexNode,
  type KatexParser,
  type KatexToken,
} from './katexInternals.js';
import { MAXIMUM_NESTING } from './prepare.js';

/** Thrown before KaTeX would recurse too deep. */
export class NestingError extends Error {
  readonly position: number;

  constructor(position: number) {
    super('too deep');
    this.position = position;
  }
}

/** Throws KaTeX's ParseError or a NestingError. */
export function parseLocated(tex: string, macros: Readonly<Record<string, string>>): KatexNode[] {
  const { Settings } = katexClasses();
  const settings = new Settings({ displayMode: true, strict: 'ignore', macros: { ...macros } });
  return new (locatedParserClass())(tex, settings).parse();
}

type ParserClass = new (input: string, settings: object) => KatexParser;
let parserClass: ParserClass | null = null;

function locatedParserClass(): ParserClass {
  parserClass ??= defineLocatedParser();
  return parserClass;
}

function defineLocatedParser(): ParserClass {
  const { Parser } = katexClasses();
  return class LocatedParser extends Parser {
    #lastEnd = 0;
    #depth = 0;

    constructor(input: string, settings: object) {
      super(input, settings);
      placeExpansions(this.gullet);
    }

    override consume(): void {
      const { nextToken } = this;
      // Space behind a node is looked at, and is no part of it.
      if (nextToken?.loc && nextToken.text !== ' ') this.#lastEnd = nextToken.loc.end;
      super.consume();
    }

    override parseAtom(breakOnTokenText?: string): KatexNode | null {
      return this.#placed(() => super.parseAtom(breakOnTokenText));
    }

    override parseFunction(breakOnTokenText?: string, name?: string): KatexNode | null {
      return this.#placed(() => super.parseFunction(breakOnTokenText, name));
    }

    override parseGroup(name: string, breakOnTokenText?: string): KatexNode | null {
      if (this.#depth >= MAXIMUM_NESTING) throw new NestingError(this.fetch().loc?.start ?? 0);
      this.#depth++;
      const node = this.#placed(() => super.parseGroup(name, breakOnTokenText));
      this.#depth--;
      return node;
    }

    #placed(parse: () => KatexNode | null): KatexNode | null {
      const start = this.fetch().loc?.start ?? this.#lastEnd;
      const node = parse();
      if (node !== null && !node.loc) {
        const end = this.#lastEnd;
        node.loc = {
          start: Math.min(start, end),
          end: Math.max(start, end),
          lexer: this.gullet.lexer,
        };
      }
      return node;
    }
  };
}

/** What a macro expands to stands where the macro was called. */
function placeExpansions(expander: KatexExpander): void {
  const root = expander.lexer;
  const expandOnce = expander.expandOnce.bind(expander);
  expander.expandOnce = (expandableOnly) => {
    const call = expander.future().loc;
    const count = expandOnce(expandableOnly);
    if (typeof count === 'number') moveTokens(expander.stack, count, call, root);
    return count;
  };
}

function moveTokens(
  stack: KatexToken[],
  count: number,
  call: KatexLocation | undefined,
  root: unknown,
): void {
  for (let at = Math.max(0, stack.length - count); at < stack.length; at++) {
    const token = stack[at];
    if (token === undefined || token.loc?.lexer === root) continue;
    // A stored macro body is shared by all its calls: the token is copied with its class.
    const copy = Object.create(Object.getPrototypeOf(token) as object) as KatexToken;
    stack[at] = Object.assign(copy, token, { loc: call });
  }
}

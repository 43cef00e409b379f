// The inner interface of KaTeX that we use, as of the pinned version; nothing else may touch it.
import katex from 'katex';

export interface KatexLocation {
  readonly start: number;
  readonly end: number;
  readonly lexer: unknown;
}

export interface KatexToken {
  text: string;
  loc?: KatexLocation | undefined;
  noexpand?: boolean | undefined;
  treatAsRelax?: boolean | undefined;
}

export interface KatexNode {
  readonly type: string;
  loc?: KatexLocation | null | undefined;
  readonly [key: string]: unknown;
}

export interface KatexExpander {
  readonly lexer: unknown;
  readonly stack: KatexToken[];
  future(): KatexToken;
  expandOnce(expandableOnly?: boolean): number | boolean;
  isDefined(name: string): boolean;
}

export interface KatexParser {
  readonly gullet: KatexExpander;
  nextToken: KatexToken | null;
  fetch(): KatexToken;
  consume(): void;
  parse(): KatexNode[];
  parseAtom(breakOnTokenText?: string): KatexNode | null;
  parseGroup(name: string, breakOnTokenText?: string): KatexNode | null;
  parseFunction(breakOnTokenText?: string, name?: string): KatexNode | null;
}

export type KatexParserClass = new (input: string, settings: object) => KatexParser;
export type KatexSettingsClass = new (options: object) => object;

/** A part of a typeset formula, as KaTeX has it before it becomes HTML. */
export interface KatexDomNode {
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly KatexDomNode[];
  /** Of a symbol: its character, and how far it goes. */
  readonly text?: string;
  readonly width?: number;
  readonly italic?: number;
}

interface Internals {
  __parse(tex: string, options: object): unknown;
  __renderToDomTree(tex: string, options: object): KatexDomNode & { toMarkup(): string };
  __defineFunction(definition: object): void;
}

export interface KatexClasses {
  readonly Parser: KatexParserClass;
  readonly Settings: KatexSettingsClass;
}

/** What `katex.renderToString` makes, and the tree that it makes it of; `mark` may add classes before. */
export function renderTree(
  tex: string,
  options: object,
  mark: (tree: KatexDomNode) => void = () => undefined,
): { readonly html: string; readonly tree: KatexDomNode } {
  const tree = (katex as unknown as Internals).__renderToDomTree(tex, options);
  mark(tree);
  return { html: tree.toMarkup(), tree };
}

/** To what KaTeX has built, and not yet written; of a fragment only what is in it becomes an element. */
export function addClass(node: KatexDomNode, name: string): void {
  const isFragment = node.text === undefined && !('attributes' in node);
  if (isFragment) for (const child of node.children ?? []) addClass(child, name);
  else (node.classes as string[] | undefined)?.push(name);
}

let classes: KatexClasses | null = null;

/** A function handler receives the parser, and with it the classes that KaTeX does not export. */
export function katexClasses(): KatexClasses {
  classes ??= captureClasses();
  return classes;
}

const CAPTURE = '\\postulateCapture';

function captureClasses(): KatexClasses {
  const internals = katex as unknown as Internals;
  let captured: { readonly settings: object } | null = null;
  internals.__defineFunction({
    type: 'internal',
    names: [CAPTURE],
    numArgs: 0,
    handler: ({ parser }: { readonly parser: { readonly settings: object } }) => {
      captured = parser;
      return { type: 'internal', mode: 'math' };
    },
  });
  internals.__parse(CAPTURE, { macros: {} });
  const parser = captured as { readonly settings: object } | null;
  if (parser === null) throw new Error('KaTeX did not call its function handler');
  return {
    Parser: (parser as object).constructor as KatexParserClass,
    Settings: parser.settings.constructor as KatexSettingsClass,
  };
}

// From KaTeX's nodes to ours: styling vanishes, fonts go to the symbols, names of several letters become one word.
import { wordTable } from '../core/text/wordTable.js';
import type { Span } from '../core/text/span.js';
import type { KatexNode } from './katexInternals.js';
import { canonicalSymbol, roleOfOrdinary, wholeSymbol } from './symbols.js';
import type { SymbolRole, TexFont, TexNode } from './tree.js';

/** `place` says where a span of the TeX stands for the caller. */
export function convertNodes(
  nodes: readonly KatexNode[],
  whole: Span,
  place: (span: Span) => Span,
): readonly TexNode[] {
  return convertList(nodes, { font: null, within: place(whole), place });
}

interface Context {
  readonly font: TexFont | null;
  /** Where a node stands that has no place of its own. */
  readonly within: Span;
  readonly place: (span: Span) => Span;
}

function convertList(nodes: readonly KatexNode[], context: Context): readonly TexNode[] {
  return nodes.flatMap((node) => convertNode(node, context));
}

const FONTS = wordTable<TexFont>({
  mathbf: 'bold',
  boldsymbol: 'bold',
  mathrm: 'roman',
  mathbb: 'blackboard',
  mathcal: 'calligraphic',
  mathscr: 'calligraphic',
  mathfrak: 'fraktur',
  mathsf: 'sans',
  mathtt: 'typewriter',
  mathit: 'italic',
  mathnormal: 'italic',
});

/** A node becomes none, one or several. */
function convertNode(node: KatexNode, outer: Context): readonly TexNode[] {
  const context = { ...outer, within: spanOf(node, outer) };
  const convert = CONVERTERS[node.type];
  if (convert !== undefined) return convert(node, context);
  return [{ kind: 'other', name: node.type, span: context.within }];
}

type Converter = (node: KatexNode, context: Context) => readonly TexNode[];

const inner: Converter = (node, context) => convertList(children(node, 'body'), context);
const nothing: Converter = () => [];

const CONVERTERS = wordTable<Converter | undefined>({
  mathord: (node, context) => [symbol(node, 'letter', context)],
  textord: (node, context) => [ordinary(node, context)],
  atom: (node, context) => [
    symbol(node, ATOM_ROLES[string(node, 'family')] ?? 'ordinary', context),
  ],
  ordgroup: (node, context) => [
    { kind: 'group', body: inner(node, context), span: context.within },
  ],
  styling: inner,
  sizing: inner,
  color: inner,
  mclass: inner,
  html: inner,
  href: inner,
  hbox: inner,
  pmb: (node, context) => inner(node, { ...context, font: 'bold' }),
  smash: inner,
  vcenter: inner,
  raisebox: inner,
  tag: inner,
  phantom: nothing,
  vphantom: nothing,
  internal: nothing,
  spacing: nothing,
  kern: (node, context) => (isWide(node) ? [{ kind: 'space', span: context.within }] : []),
  font: convertFont,
  text: convertText,
  op: convertOperator,
  operatorname: (node, context) => [
    { kind: 'operator', name: lettersOf(children(node, 'body')), span: context.within },
  ],
  supsub: convertScripts,
  genfrac: convertFraction,
  sqrt: (node, context) => [
    {
      kind: 'root',
      degree: optional(node, 'index', context),
      radicand: argument(node, 'body', context),
      span: context.within,
    },
  ],
  leftright: convertFence,
  middle: (node, context) => [
    { kind: 'middle', delimiter: delimiter(string(node, 'delim')), span: context.within },
  ],
  delimsizing: (node, context) => [delimiterSymbol(node, context)],
  accent: (node, context) => [accent(string(node, 'label'), 'base', node, context)],
  overline: (node, context) => [accent('\\overline', 'body', node, context)],
  underline: (node, context) => [accent('\\underline', 'body', node, context)],
  horizBrace: (node, context) => argument(node, 'base', context),
  array: convertArray,
});

const ATOM_ROLES = wordTable<SymbolRole>({
  bin: 'binary',
  rel: 'relation',
  open: 'open',
  close: 'close',
  punct: 'punctuation',
  inner: 'ordinary',
  op: 'ordinary',
});

function symbol(node: KatexNode, role: SymbolRole, { font, within }: Context): TexNode {
  const text = canonicalSymbol(string(node, 'text'));
  return { kind: 'symbol', text, role, font, span: within };
}

function ordinary(node: KatexNode, context: Context): TexNode {
  const whole = wholeSymbol(string(node, 'text'));
  if (whole !== null) return { kind: 'symbol', ...whole, font: null, span: context.within };
  const text = canonicalSymbol(string(node, 'text'));
  if (text.charCodeAt(0) >= 0x80)
    return { kind: 'text', text, upright: false, span: context.within };
  return symbol(node, roleOfOrdinary(text), context);
}

function convertFont(node: KatexNode, context: Context): readonly TexNode[] {
  const font = FONTS[string(node, 'font')] ?? null;
  const raw = child(node, 'body');
  const body = raw === null ? [] : raw.type === 'ordgroup' ? children(raw, 'body') : [raw];
  const word = font === null || font === 'bold' ? '' : lettersOf(body);
  if (word.length > 1 && font !== 'blackboard' && font !== 'calligraphic')
    return [{ kind: 'text', text: word, upright: true, span: context.within }];
  const nodes = convertList(body, { ...context, font: font === 'italic' ? null : font });
  const [only] = nodes;
  // One letter with its font command is one symbol.
  if (nodes.length === 1 && only?.kind === 'symbol') return [{ ...only, span: context.within }];
  return nodes;
}

function convertText(node: KatexNode, context: Context): readonly TexNode[] {
  const body = children(node, 'body');
  const text = body.map((part) => (part.type === 'spacing' ? ' ' : string(part, 'text'))).join('');
  const plain = body.every((part) => ['textord', 'mathord', 'atom', 'spacing'].includes(part.type));
  if (!plain) return [{ kind: 'other', name: 'text', span: context.within }];
  return [{ kind: 'text', text, upright: /^[a-zA-Z]+$/.test(text), span: context.within }];
}

/** `\log` and `\sum` carry a name; `\mathop{…}` is a word or what stands in it. */
function convertOperator(node: KatexNode, context: Context): readonly TexNode[] {
  const name = string(node, 'name');
  if (name !== '') return [{ kind: 'operator', name: name.slice(1), span: context.within }];
  const body = inner(node, context);
  const word = body.length === 1 ? body[0] : undefined;
  if (word?.kind === 'text' && word.upright)
    return [{ kind: 'operator', name: word.text, span: context.within }];
  return body;
}

function convertScripts(node: KatexNode, context: Context): readonly TexNode[] {
  const base = child(node, 'base');
  if (base?.type === 'horizBrace') return convertNode(base, context);
  const bases = base === null ? [] : convertNode(base, context);
  const last = bases[bases.length - 1] ?? null;
  const scripts: TexNode = {
    kind: 'scripts',
    base: last,
    subscript: optional(node, 'sub', context),
    superscript: optional(node, 'sup', context),
    span: context.within,
  };
  return [...bases.slice(0, -1), scripts];
}

function convertFraction(node: KatexNode, context: Context): readonly TexNode[] {
  const bar = node['hasBarLine'] === true;
  const fences = string(node, 'leftDelim') + string(node, 'rightDelim');
  if (fences !== (bar ? '' : '()'))
    return [{ kind: 'other', name: '\\genfrac', span: context.within }];
  return [
    {
      kind: 'fraction',
      numerator: argument(node, 'numer', context),
      denominator: argument(node, 'denom', context),
      bar,
      span: context.within,
    },
  ];
}

function convertFence(node: KatexNode, context: Context): readonly TexNode[] {
  return [
    {
      kind: 'fence',
      left: delimiter(string(node, 'left')),
      right: delimiter(string(node, 'right')),
      body: inner(node, context),
      span: context.within,
    },
  ];
}

function delimiterSymbol(node: KatexNode, context: Context): TexNode {
  const text = delimiter(string(node, 'delim'));
  const role = roleOfOrdinary(text);
  const sided = { mopen: 'open', mclose: 'close' } as const;
  const side = sided[string(node, 'mclass') as keyof typeof sided];
  return {
    kind: 'symbol',
    text,
    role: role === 'ordinary' && side !== undefined ? side : role,
    font: null,
    span: context.within,
  };
}

function accent(label: string, field: string, node: KatexNode, context: Context): TexNode {
  return {
    kind: 'accent',
    accent: label,
    body: argument(node, field, context),
    span: context.within,
  };
}

function convertArray(node: KatexNode, context: Context): readonly TexNode[] {
  const rows = Array.isArray(node['body']) ? (node['body'] as readonly KatexNode[][]) : [];
  return [
    {
      kind: 'array',
      aligned: node['colSeparationType'] !== undefined || node['tags'] !== undefined,
      rows: rows.map((row) => row.map((cell) => ungroup(convertNode(cell, context)))),
      span: context.within,
    },
  ];
}

function argument(node: KatexNode, field: string, context: Context): readonly TexNode[] {
  const found = child(node, field);
  return found === null ? [] : ungroup(convertNode(found, context));
}

function optional(node: KatexNode, field: string, context: Context): readonly TexNode[] | null {
  return child(node, field) === null ? null : argument(node, field, context);
}

/** The braces of an argument are not part of it. */
function ungroup(nodes: readonly TexNode[]): readonly TexNode[] {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  return only?.kind === 'group' ? only.body : nodes;
}

function delimiter(text: string): string {
  if (text === '.') return '';
  if (text === '<') return '\\langle';
  if (text === '>') return '\\rangle';
  return canonicalSymbol(text);
}

/** The word that nodes spell, or '' where they hold anything but letters. */
function lettersOf(nodes: readonly KatexNode[]): string {
  const parts = nodes.map((node) => {
    if (node.type === 'kern' || node.type === 'spacing') return '';
    if (node.type === 'text' || node.type === 'ordgroup' || node.type === 'mclass')
      return lettersOf(children(node, 'body')) || '\0';
    const text = string(node, 'text');
    return /^(?:[a-zA-Z0-9]|-)$/.test(text) ? text : '\0';
  });
  const word = parts.join('');
  return word.includes('\0') || !/^[a-zA-Z]/.test(word) ? '' : word;
}

function isWide(node: KatexNode): boolean {
  const size = node['dimension'] as { readonly number: number; readonly unit: string } | undefined;
  return size?.unit === 'em' && size.number >= 1;
}

function spanOf(node: KatexNode, { within, place }: Context): Span {
  return node.loc ? place({ start: node.loc.start, end: node.loc.end }) : within;
}

function string(node: KatexNode, field: string): string {
  const value = node[field];
  return typeof value === 'string' ? value : '';
}

function child(node: KatexNode, field: string): KatexNode | null {
  const value = node[field];
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as KatexNode)
    : null;
}

function children(node: KatexNode, field: string): readonly KatexNode[] {
  const value = node[field];
  if (Array.isArray(value)) return value as readonly KatexNode[];
  const only = child(node, field);
  return only === null ? [] : [only];
}

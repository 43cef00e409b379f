// The one list of the kinds of drift. What stands here was found right nearly always in real posts.
import type { Span } from '../../core/text/span.js';
import { wordTable } from '../../core/text/wordTable.js';
import type { TexNode, TexSymbol } from '../../tex/tree.js';
import { eachNode, type DriftKind, type SpellingFound } from './driftKind.js';
import { argumentBehind, isPlainLetter, isSymbol, nucleus, only, sourceOf } from './nodes.js';

const names = 'arg|cos|cosh|det|dim|exp|gcd|inf|ker|lim|log|max|min|sin|sinh|sup|tan|tanh';

/** `log` beside `\log`: italic letters, as of a product. */
const functionName: DriftKind = {
  rarer: 1,
  traces: [
    new RegExp(`\\\\(${names})(?![a-zA-Z])`, 'g'),
    new RegExp(`(?<![\\\\a-zA-Z])(${names})(?![a-zA-Z])`, 'g'),
  ],
  read: eachNode((list, at) => {
    const node = nucleus(list[at]);
    if (node?.kind === 'operator') return { key: node.name, spelling: 0, span: node.span };
    const first = list[at];
    if (!isPlainLetter(first) || isJoined(list[at - 1], first)) return null;
    let word = first.text;
    let last: TexNode = first;
    // Only the last letter can have scripts.
    for (let next = at + 1; next < list.length && list[next - 1]?.kind === 'symbol'; next++) {
      const letter = nucleus(list[next]);
      if (!isPlainLetter(letter) || !isJoined(last, letter)) break;
      word += letter.text;
      last = letter;
    }
    if (!namePattern.test(word)) return null;
    return { key: word, spelling: 1, span: { start: first.span.start, end: last.span.end } };
  }),
};

const namePattern = new RegExp(`^(?:${names})$`);

/** Letters of one word: TeX sees no spaces between them, and writers do. */
function isJoined(left: TexNode | undefined, right: TexSymbol): boolean {
  return isPlainLetter(left) && left.span.end === right.span.start;
}

/** `D^{out}` beside `D^{\text{out}}`. */
const indexWord: DriftKind = {
  rarer: 1,
  traces: [
    /[_^]\s*(?:\{\s*)?\\(?:text|mathrm|textrm|operatorname|mathsf|rm|max|min)/g,
    /[_^]\s*\{\s*[a-zA-Z]{3,}\s*\}/g,
  ],
  read: eachNode((list, at) => {
    const node = list[at];
    if (node?.kind !== 'scripts') return null;
    return indexIn(node.subscript) ?? indexIn(node.superscript);
  }),
};

function indexIn(list: readonly TexNode[] | null): SpellingFound | null {
  const word = only(list);
  if (word?.kind === 'text' && /^[a-zA-Z]{3,}$/.test(word.text)) {
    return { key: word.text, spelling: 0, span: word.span };
  }
  if (word?.kind === 'operator') return { key: word.name, spelling: 0, span: word.span };
  const [first, last] = [list?.[0], list?.[list.length - 1]];
  if (!list || !first || !last || list.length < 3 || !list.every(isPlainLetter)) return null;
  const key = list.map(({ text }) => text).join('');
  return { key, spelling: 1, span: { start: first.span.start, end: last.span.end } };
}

/** `\mathbf{x}`, upright, beside `\boldsymbol{x}`, slanted. */
const boldLetter: DriftKind = {
  rarer: 1,
  traces: [
    /\\mathbf\s*(?:\{\s*)?([a-zA-Z])(?![a-zA-Z])/g,
    /\\(?:boldsymbol|bm)\s*(?:\{\s*)?([a-zA-Z])(?![a-zA-Z])/g,
  ],
  read: eachNode((list, at, tex) => {
    const node = nucleus(list[at]);
    if (node?.kind !== 'symbol' || node.font !== 'bold' || !/^[a-zA-Z]$/.test(node.text))
      return null;
    const [command = ''] = /^\\[a-z]+/.exec(sourceOf(node, tex)) ?? [];
    const spelling = boldCommands[command];
    return spelling === undefined ? null : { key: node.text, spelling, span: node.span };
  }),
};

const boldCommands = wordTable<0 | 1>({ '\\mathbf': 0, '\\boldsymbol': 1, '\\bm': 1 });

/** `\mathbf{x}^T` beside `\mathbf{x}^\top`; of other letters T may be a power. */
const transposition: DriftKind = {
  rarer: 0,
  traces: [/\^\s*(?:\{\s*)?\\top(?![a-zA-Z])/g, /\^\s*(?:\{\s*)?T(?![a-zA-Z])/g],
  read: eachNode((list, at) => {
    const node = list[at];
    const base = nucleus(node);
    if (node?.kind !== 'scripts' || base?.kind !== 'symbol' || base.font !== 'bold') return null;
    const mark = only(node.superscript);
    if (isSymbol(mark, '\\top')) return { key: '', spelling: 0, span: mark.span };
    return isPlainLetter(mark) && mark.text === 'T'
      ? { key: '', spelling: 1, span: mark.span }
      : null;
  }),
};

/** `||x||` beside `\|x\|`. Where single bars stand beside them, they may be two of those. */
const doubleBar: DriftKind = {
  rarer: 1,
  hangsOnEscapes: true,
  traces: [/\\(?:\||[lr]?Vert(?![a-zA-Z]))/g, /\|\|/g],
  read(list) {
    const nodes = list.map(nucleus);
    const double = nodes.filter((node) => isSymbol(node, '\\|'));
    return [
      ...double.map(({ span }) => ({ key: '', spelling: 0 as const, span })),
      ...pairsOfBars(nodes).map((span) => ({ key: '', spelling: 1 as const, span })),
    ];
  },
};

/** None where some stand alone, or more than two together. */
function pairsOfBars(nodes: readonly (TexNode | null)[]): readonly Span[] {
  const runs: TexNode[][] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (!isSymbol(node, '|')) isOpen = false;
    else {
      if (!isOpen) runs.push([]);
      runs.at(-1)?.push(node);
      isOpen = true;
    }
  }
  return runs.every(({ length }) => length === 2)
    ? runs.map(([first, second]) => ({ start: first?.span.start ?? 0, end: second?.span.end ?? 0 }))
    : [];
}

/** `\leqslant` beside `\leq`. */
const slantedRelation: DriftKind = {
  rarer: 1,
  traces: [/\\[lg]eq?(?![a-zA-Z])/g, /\\[lg]eqslant(?![a-zA-Z])/g],
  read: eachNode((list, at, tex) => {
    const node = list[at];
    if (!isSymbol(node, '\\le') && !isSymbol(node, '\\ge')) return null;
    const command = sourceOf(node, tex);
    if (!/^\\[lg]eq?(?:slant)?$/.test(command)) return null;
    return { key: node.text, spelling: command.endsWith('slant') ? 1 : 0, span: node.span };
  }),
};

/** `\int f(x) dx` beside `\int f(x) \mathrm{d}x`. */
const differential: DriftKind = {
  rarer: 0,
  firstIsMeant: true,
  traces: [/\\(?:mathrm|rm)\s*(?:\{\s*)?d(?![a-zA-Z])/g, /\\i*nt(?![a-zA-Z])/g],
  read(list) {
    const integral = list.findIndex(isIntegral);
    if (integral < 0) return [];
    return list.slice(integral).flatMap((node, at, rest) => {
      if (!isSymbol(node, 'd') || nucleus(rest[at + 1])?.kind !== 'symbol') return [];
      if (node.font !== null && node.font !== 'roman') return [];
      return { key: '', spelling: node.font === null ? 1 : 0, span: node.span };
    });
  },
};

function isIntegral(node: TexNode): boolean {
  const sign = nucleus(node);
  return sign?.kind === 'operator' && /^i*nt$/.test(sign.name);
}

/** `p(x_t)` beside `p_t(x_t)`. */
const functionIndex: DriftKind = {
  rarer: 0,
  traces: [
    /([a-zA-Z])\}*_\{?(\w|\\[a-zA-Z]+)\}?\s*(?:\\left\s*)?\([^()_]{1,40}_\{?\2(?!\w)/g,
    /([a-zA-Z])\}*\s*(?:\\left\s*)?\([^()_]{1,40}_/g,
  ],
  read: eachNode((list, at, tex) => {
    const node = list[at];
    const base = nucleus(node);
    const argument = argumentBehind(list, at, ['(', ')']);
    if (!node || base?.kind !== 'symbol' || base.role !== 'letter' || !argument) return null;
    const inside = tex.slice(argument.inside.start, argument.inside.end).replace(/[\s{}]/g, '');
    const [, index] = /^[^_]+_(\w|\\[a-zA-Z]+)/.exec(inside) ?? [];
    if (index === undefined) return null;
    const key = `${base.font ?? ''} ${base.text}(${inside})`;
    const span = { start: node.span.start, end: argument.end };
    if (node.kind === 'symbol') return { key, spelling: 1, span };
    if (node.kind !== 'scripts' || node.superscript !== null) return null;
    return isSymbol(only(node.subscript), index) ? { key, spelling: 0, span } : null;
  }),
};

/** `E[x]` beside `\mathbb{E}[x]`. */
const expectation: DriftKind = {
  rarer: 0,
  traces: [/\\mathbb\s*(?:\{\s*)?E/g, /(?<![a-zA-Z\\{])E\s*(?:_|\[|\\left|\\[bB]ig)/g],
  read: eachNode((list, at) => {
    const node = nucleus(list[at]);
    if (!isSymbol(node, 'E') || !argumentBehind(list, at, ['[', ']'])) return null;
    if (node.font === 'blackboard') return { key: '', spelling: 0, span: node.span };
    return node.font === null ? { key: '', spelling: 1, span: node.span } : null;
  }),
};

export const driftKinds: readonly DriftKind[] = [
  functionName,
  indexWord,
  boldLetter,
  transposition,
  doubleBar,
  slantedRelation,
  differential,
  functionIndex,
  expectation,
];

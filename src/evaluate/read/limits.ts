// Limits as they are written: `\lim_{x\to a^+} f(x)`.
import { wordTable } from '../../core/text/wordTable.js';
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';
import { refuse } from '../refusal.js';
import type { LimitSyntax } from '../syntax.js';
import { wordOf } from './arguments.js';
import { readBigBody } from './bigOperators.js';
import { itemsOf, nucleus, symbolText } from './items.js';
import { nameOfNucleus } from './names.js';
import type { PrimaryReader, Reader } from './reader.js';

export const readLimit: PrimaryReader = (reader, item) => {
  if (wordOf(item) !== 'lim') return null;
  const start = reader.position - 1;
  const below = item.kind === 'scripts' && item.superscript === null ? item.subscript : null;
  if (below === null) return refuse('approach.where', item.span);
  const approach = readApproach(reader, below, item.span);
  const body = readBigBody(reader);
  return { kind: 'limit', ...approach, body, span: reader.spanFrom(start) };
};

type Approach = Pick<LimitSyntax, 'variable' | 'point' | 'side'>;

const ARROWS: Readonly<Record<string, LimitSyntax['side'] | undefined>> = wordTable({
  '\\to': 0,
  '\\rightarrow': 0,
  '\\longrightarrow': 0,
  '\\downarrow': 1,
  '\\searrow': 1,
  '\\uparrow': -1,
  '\\nearrow': -1,
});

function readApproach(reader: Reader, below: readonly TexNode[], span: Span): Approach {
  const arrow = below.findIndex((node) => node.kind === 'symbol' && node.text in ARROWS);
  const items = itemsOf(below.slice(0, arrow));
  const [only] = items;
  const name = arrow < 0 || items.length !== 1 || only === undefined ? null : nameOfNucleus(only);
  const sign = below[arrow];
  if (name === null || only === undefined || sign?.kind !== 'symbol')
    return refuse('approach.where', span);
  const { nodes, side } = sideOf(below.slice(arrow + 1));
  const drawn = ARROWS[sign.text] ?? 0;
  if (drawn !== 0 && side !== 0 && drawn !== side) refuse('approach.where', span);
  if (nodes.length === 0) return refuse('approach.where', span);
  const variable = { kind: 'name', name, span: nucleus(only).span } as const;
  const point = reader.inside(nodes, span).readAll();
  return { variable, point, side: side === 0 ? drawn : side };
}

/** `a^+` and `a^-` say from where. */
function sideOf(nodes: readonly TexNode[]): {
  readonly nodes: readonly TexNode[];
  readonly side: LimitSyntax['side'];
} {
  const last = nodes[nodes.length - 1];
  const whole = { nodes, side: 0 } as const;
  if (last?.kind === 'group' && nodes.length === 1) return sideOf(last.body);
  if (last?.kind !== 'scripts' || last.superscript === null) return whole;
  const marks = itemsOf(last.superscript);
  const mark = marks.length === 1 ? symbolText(marks[0]) : '';
  if (mark !== '+' && mark !== '-') return whole;
  const bare: readonly TexNode[] =
    last.subscript === null
      ? last.base === null
        ? []
        : [last.base]
      : [{ ...last, superscript: null }];
  return { nodes: [...nodes.slice(0, -1), ...bare], side: mark === '+' ? 1 : -1 };
}

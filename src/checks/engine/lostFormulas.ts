// The formulas of a post that its Markdown engine takes apart, and by what of their text it does so.
//
// What was meant is what an engine would leave that touches nothing. What took a formula apart is told by
// trying: the text is read again without one kind of mark after the other, until the formula is there.
// Marks make way for letters, so that all places stay.
import type { Formula } from '../../core/markdown/block.js';
import { blockList, type BlockList } from '../../core/markdown/blockList.js';
import { scanBlocks } from '../../core/markdown/scan.js';
import type { Snapshot } from '../../core/post/facts.js';
import { remembered } from '../../core/remembered.js';
import { engineOf } from '../../core/site/engines.js';
import { splitLines } from '../../core/text/lines.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { isInElement } from './elements.js';

export interface LostFormula {
  /** As it was meant. */
  readonly formula: Formula;
  readonly span: Span;
  /** Of those of the post as it was meant. */
  readonly block: number;
  readonly cause: LossCause;
  /** What does it, where it is in the formula: several marks may. */
  readonly mark: Mark;
}

interface Mark {
  readonly span: Span;
  readonly text: string;
}

export type LossCause =
  'delimiter' | 'brace' | 'blankLine' | 'line' | 'pipe' | 'html' | 'link' | 'emphasis';

/** Each kind of mark with what stands in its place. Later ones are tried with the earlier ones taken away. */
const kinds: readonly (readonly [LossCause, RegExp, (mark: string) => string])[] = [
  ['delimiter', /^\\[([]|\\[)\]]$/g, () => '$$'],
  ['blankLine', /\r?\n(?=[ \t]*\r?\n)/g, letters],
  ['line', /(?<=\n[ \t>]{0,20})(?:=+|-+|[+*#>]|\d{1,9}[.)])(?=\s)/g, letters],
  ['emphasis', /[*_~]/g, letters],
  ['link', /[[\]]/g, letters],
  ['html', /</g, letters],
  ['pipe', /\|/g, letters],
  ['brace', /\\[{}]/g, letters],
];

function letters(mark: string): string {
  return 'x'.repeat(mark.length);
}

export const lostFormulas = remembered((post: Snapshot): readonly LostFormula[] =>
  engineOf(post.site).protects === 'all' ? [] : findLost(post),
);

type MeantFormula = Pick<LostFormula, 'formula' | 'span' | 'block'>;

function findLost(post: Snapshot): readonly LostFormula[] {
  const { lines, blocks, site } = post;
  const seen = spansOf(blocks);
  const meant = blockList(scanBlocks(lines, { ...site, markdown: 'raw' }));
  let waiting = formulasOf(meant).filter(
    ({ formula, span }) =>
      isFormula(formula) && seen.get(span.start) !== span.end && !isInElement(span, post),
  );
  const lost: LostFormula[] = [];
  let text = lines.join('');
  for (const [cause, pattern, without] of kinds) {
    if (waiting.length === 0) break;
    const cleared = clear(text, waiting, pattern, without);
    if (cleared.first.size === 0) continue;
    text = cleared.text;
    const found = spansOf(blockList(scanBlocks(splitLines(text), site)));
    waiting = waiting.filter((formula) => {
      const isBack = found.get(formula.span.start) === formula.span.end;
      const mark = cleared.first.get(formula);
      if (isBack && mark) lost.push({ ...formula, cause, mark });
      return !isBack;
    });
  }
  return lost.sort((left, right) => left.span.start - right.span.start);
}

/** Prose between dollars that are none is no formula. */
function isFormula({ delimiter, tex: { text } }: Formula): boolean {
  const hasCommand = /\\[a-zA-Z]/.test(text);
  if (delimiter === '\\(' || delimiter === '\\[') return hasCommand;
  if (delimiter === '$' && (/^\s|\s$/.test(text) || text.includes('\n'))) return false;
  return hasCommand || /[\^_]/.test(text);
}

function formulasOf({ blocks, starts }: BlockList): readonly MeantFormula[] {
  return blocks.flatMap(({ formulas }, at) =>
    formulas.map((formula) => ({
      formula,
      span: shiftSpan(formula.span, starts[at] ?? 0),
      block: at,
    })),
  );
}

/** The ends of the formulas by their starts. */
function spansOf(list: BlockList): ReadonlyMap<number, number> {
  return new Map(formulasOf(list).map(({ span }) => [span.start, span.end]));
}

/** The text with the marks of the formulas taken away, and the first mark of each that has one. */
function clear(
  text: string,
  formulas: readonly MeantFormula[],
  pattern: RegExp,
  without: (mark: string) => string,
): { readonly text: string; readonly first: ReadonlyMap<MeantFormula, Mark> } {
  const parts: string[] = [];
  const first = new Map<MeantFormula, Mark>();
  let from = 0;
  for (const formula of formulas) {
    const { start, end } = formula.span;
    const cleared = text.slice(start, end).replace(pattern, (mark, ...rest: unknown[]) => {
      const at = start + (rest.find((part) => typeof part === 'number') ?? 0);
      if (!first.has(formula))
        first.set(formula, { span: { start: at, end: at + mark.length }, text: mark });
      return without(mark);
    });
    parts.push(text.slice(from, start), cleared);
    from = end;
  }
  return { text: parts.join('') + text.slice(from), first };
}

// drift.symbol: what a post writes in one way nearly always, and in another way once or twice.
import type { Block, Formula } from '../core/markdown/block.js';
import { countEach } from '../core/countEach.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { spanToSource } from '../core/text/mapped.js';
import { shiftSpan } from '../core/text/span.js';
import { macrosForKatex } from '../tex/macros.js';
import { parseTex } from '../tex/parse.js';
import type { TexMacros } from '../tex/tree.js';
import { forEachList } from '../tex/walk.js';
import { tracesIn, type BlockTraces } from './drift/blockTraces.js';
import type { DriftKind, Spelling, SpellingFound } from './drift/driftKind.js';
import { driftKinds } from './drift/kinds.js';
import { message } from './messages.js';
import type { Finding, PostRule } from './rule.js';

/** How often a post may leave its own way of writing, and how often it must hold to it. */
const outliers = { most: 2, among: 8 };

export const symbolDrift: PostRule = {
  sees: 'post',
  code: 'drift.symbol',
  severity: 'info',
  check({ post, assumed }) {
    const macros = post.math.at(-1)?.macrosBehind ?? noMacros;
    const { blocks, starts } = post.blocks;
    const withFormulas = blocks.filter(({ formulas }) => formulas.length > 0);
    const traces = withFormulas.map(tracesIn);
    return driftKinds.flatMap((kind, index) => {
      if (kind.hangsOnEscapes && assumed.markdown) return [];
      if (!isPossible(traces, kind, index)) return [];
      const candidates = withFormulas.filter(
        (_, at) => traces[at]?.keys(index, kind.rarer).length !== 0,
      );
      if (!holdRarer(candidates, kind, macros)) return [];
      const found = blocks.flatMap((block, at) =>
        knownSpellingsIn(block, kind, macros).map((spelling) => ({
          ...spelling,
          span: shiftSpan(spelling.span, starts[at] ?? 0),
        })),
      );
      return findingsOf(found, kind.firstIsMeant === true);
    });
  },
};

/** Most traces of the rarer spelling are of something else: then the others need not be parsed. */
function holdRarer(blocks: readonly Block[], kind: DriftKind, macros: NumberingMacros): boolean {
  return blocks.some((block) =>
    knownSpellingsIn(block, kind, macros).some(({ spelling }) => spelling === kind.rarer),
  );
}

interface Spelled extends SpellingFound {
  /** As it stands in the TeX. */
  readonly written: string;
}

function findingsOf(found: readonly Spelled[], firstIsMeant: boolean): readonly Finding[] {
  const byKey = new Map<string, readonly [Spelled[], Spelled[]]>();
  for (const one of found) {
    const known = byKey.get(one.key) ?? [[], []];
    known[one.spelling].push(one);
    byKey.set(one.key, known);
  }
  return [...byKey.values()].flatMap(([left, right]) => {
    const [few, many] = left.length < right.length ? [left, right] : [right, left];
    const [usual] = many;
    if (!usual || few.length > outliers.most || many.length < outliers.among) return [];
    if (firstIsMeant && few === left) return [];
    const data = { usual: usual.written, count: String(many.length) };
    return few.map(({ span, written }) => ({
      span,
      message: message('drift.symbol', { ...data, written }),
      related: [{ span: usual.span, message: message('drift.symbol.usual', data) }],
    }));
  });
}

/** Whether the text of a post may hold both spellings of a kind, so that its formulas are worth parsing. */
function isPossible(traces: readonly BlockTraces[], { rarer }: DriftKind, kind: number): boolean {
  const rare = countKeys(traces, kind, rarer);
  if (rare.size === 0) return false;
  const usual = countKeys(traces, kind, rarer === 0 ? 1 : 0);
  if (sumOf(rare) + sumOf(usual) > mostTraces) return false;
  return [...rare].some(([key, count]) => {
    const other = usual.get(key) ?? 0;
    return other > 0 && Math.max(count, other) >= outliers.among;
  });
}

/** To parse the formulas of more of them would keep a writer waiting. */
const mostTraces = 5000;

function countKeys(
  traces: readonly BlockTraces[],
  kind: number,
  spelling: Spelling,
): ReadonlyMap<string, number> {
  return countEach(traces.flatMap((block) => block.keys(kind, spelling)));
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

interface KnownSpellings {
  readonly macros: NumberingMacros;
  readonly spellings: readonly Spelled[];
}

const knownSpellings = new WeakMap<DriftKind, WeakMap<Block, KnownSpellings>>();

function knownSpellingsIn(
  block: Block,
  kind: DriftKind,
  macros: NumberingMacros,
): readonly Spelled[] {
  if (block.formulas.length === 0) return noSpellings;
  const ofKind = knownSpellings.get(kind) ?? new WeakMap<Block, KnownSpellings>();
  knownSpellings.set(kind, ofKind);
  const before = ofKind.get(block);
  if (before?.macros === macros) return before.spellings;
  const spellings = spellingsIn(block, kind, macros);
  ofKind.set(block, { macros, spellings });
  return spellings;
}

const noSpellings: readonly Spelled[] = [];

function spellingsIn(block: Block, kind: DriftKind, macros: NumberingMacros): readonly Spelled[] {
  const formulas = block.formulas.filter(({ tex }) =>
    kind.traces.some((pattern) => tex.text.search(pattern) >= 0),
  );
  if (formulas.length === 0) return noSpellings;
  const texts = formulas.map(({ tex }) => tex.text);
  const texMacros = macrosForKatex(macros, texts);
  return formulas.flatMap((formula) => spellingsOf(formula, kind, texMacros));
}

function spellingsOf({ tex }: Formula, kind: DriftKind, macros: TexMacros): readonly Spelled[] {
  const found: Spelled[] = [];
  forEachList(parseTex(tex.text, macros).tree, (list) => {
    for (const { key, spelling, span } of kind.read(list, tex.text)) {
      const written = tex.text.slice(span.start, span.end);
      found.push({ key, spelling, span: spanToSource(tex, span), written });
    }
  });
  return found;
}

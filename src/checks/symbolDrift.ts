// drift.symbol: what a post writes in one way nearly always, and in another way once or twice.
import type { Block, Formula } from '../core/markdown/block.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { remembered } from '../core/remembered.js';
import { spanToSource } from '../core/text/mapped.js';
import { shiftSpan } from '../core/text/span.js';
import { macrosForKatex } from '../tex/macros.js';
import { parseTex } from '../tex/parse.js';
import type { TexMacros } from '../tex/tree.js';
import { forEachList } from '../tex/walk.js';
import type { DriftKind, SpellingFound } from './drift/driftKind.js';
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
    return possibleKinds(blocks).flatMap((kind) => {
      if (kind.hangsOnEscapes && assumed.markdown) return [];
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

/** The kinds both of whose spellings the text of a post may hold, so that its formulas are worth parsing. */
function possibleKinds(blocks: readonly Block[]): readonly DriftKind[] {
  const totals = driftKinds.map(() => new Map<string, [number, number]>());
  for (const block of blocks) {
    if (block.formulas.length === 0) continue;
    for (const { kind, spelling, key } of tracesIn(block)) {
      const counts = totals[kind]?.get(key) ?? [0, 0];
      counts[spelling]++;
      totals[kind]?.set(key, counts);
    }
  }
  return driftKinds.filter((_, kind) => {
    const counts = [...(totals[kind]?.values() ?? [])];
    if (counts.reduce((sum, [first, second]) => sum + first + second, 0) > mostTraces) return false;
    return counts.some((pair) => Math.min(...pair) > 0 && Math.max(...pair) >= outliers.among);
  });
}

/** To parse the formulas of more of them would keep a writer waiting. */
const mostTraces = 5000;

interface Trace {
  /** Its index in the list. */
  readonly kind: number;
  readonly spelling: 0 | 1;
  /** What the two spellings are surely alike in. */
  readonly key: string;
}

/** What is known of a block stays: an edit leaves most of them as they are. */
const tracesIn = remembered(findTraces);

/** In loops that make nothing: every formula of a blog is looked at. */
function findTraces({ formulas }: Block): readonly Trace[] {
  let traces: Trace[] | null = null;
  for (const { tex } of formulas) {
    if (tex.text.length < shortestTrace) continue;
    for (const { kind, spelling, pattern } of patterns) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(tex.text); match; match = pattern.exec(tex.text)) {
        (traces ??= []).push({ kind, spelling, key: match[1] ?? '' });
      }
    }
  }
  return traces ?? noTraces;
}

const patterns = driftKinds.flatMap(({ traces: [first, second] }, kind) => [
  { kind, spelling: 0 as const, pattern: first },
  { kind, spelling: 1 as const, pattern: second },
]);

const noTraces: readonly Trace[] = [];
const shortestTrace = 3;

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

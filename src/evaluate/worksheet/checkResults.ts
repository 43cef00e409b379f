// What a check on samples says: a verdict, the domains and the seed, and the point where it fails.
import type { Search } from '../check/tally.js';
import type { NoteCode } from '../notes.js';
import { attempt, refuse } from '../refusal.js';
import type { EvaluationResult, ResultRelation, Verdict } from '../result.js';
import type { RelationOperator } from '../syntax.js';
import type { CheckOutcome } from './checkOutcome.js';
import type { Checker } from './checker.js';
import { otherBase } from './logBases.js';
import type { Pair } from './pair.js';
import { mentionsOpen, undeclaredIn } from './undeclared.js';
import { failedResult, resultOf, type Note, type Subject } from './results.js';
import type { PostScope } from './scope.js';

export interface CheckContext {
  readonly scope: PostScope;
  readonly checkerUnder: (scope: PostScope) => Checker;
}

/** `null` where the relation speaks of nothing that is open, and is a claim. */
export function checkResult(
  pair: Pair,
  subject: Subject,
  context: CheckContext,
  isAsked: boolean,
): EvaluationResult | null {
  const { scope } = context;
  if (scope.openDomains().length === 0) return null;
  const bounds = boundsOf(pair);
  if (bounds !== null) return membershipResult(bounds, subject, context, isAsked);
  const speaksOfOpen = isAsked || mentionsOpen([pair.left, pair.right], scope);
  const outcome = attempt(() => {
    if (!CHECKED.has(pair.relation.operator))
      refuse('claim.relation', pair.relation.span, { relation: pair.relation.operator });
    return context.checkerUnder(scope).check(pair);
  }, pair.relation.span);
  if (outcome.ok)
    return outcome.value === null ? null : ofOutcome(outcome.value, pair, subject, context);
  if (!speaksOfOpen) return null;
  const { refusal } = outcome;
  return failedResult(subject, 'check', undeclaredIn(refusal) ?? refusal);
}

/** `S \\in [0,1]` as two relations of order, `null` for anything else. */
function boundsOf({ left, right, relation, ...rest }: Pair): readonly Pair[] | null {
  if (relation.operator !== '\\in' || right.kind !== 'group' || right.bar !== null) return null;
  const [from, to] = right.items;
  if (right.items.length !== 2 || from === undefined || to === undefined) return null;
  const above: RelationOperator = right.open === '(' ? '>' : '\\ge';
  const below: RelationOperator = right.close === ')' ? '<' : '\\le';
  return [
    { ...rest, left, right: from, relation: { ...relation, operator: above } },
    { ...rest, left, right: to, relation: { ...relation, operator: below } },
  ];
}

/** The first that does not hold decides. */
function membershipResult(
  bounds: readonly Pair[],
  subject: Subject,
  context: CheckContext,
  isAsked: boolean,
): EvaluationResult | null {
  const results = bounds.map((pair) => checkResult(pair, subject, context, isAsked));
  const failing = results.find((result) => result?.verdict === 'fails');
  return failing ?? results.find((result) => result?.verdict !== 'holds') ?? results[0] ?? null;
}

const CHECKED: ReadonlySet<string> = new Set([
  '=',
  '<',
  '>',
  '\\le',
  '\\ge',
  '\\ne',
  '\\approx',
  '\\equiv',
  '\\triangleq',
  ':=',
  '\\propto',
]);

function ofOutcome(
  outcome: CheckOutcome,
  pair: Pair,
  subject: Subject,
  context: CheckContext,
): EvaluationResult {
  const verdict = verdictOf(outcome.search);
  const notes = [...notesFor(outcome, context.scope.conventions.seed)];
  const other = verdict === 'fails' && outcome.usesLog ? baseFor(pair, context) : null;
  if (other !== null) notes.push({ code: other, data: {} });
  if (pair.relation.operator === '\\approx') notes.push({ code: 'claim.approximate', data: {} });
  // The sides of an equality that stands for ∝ are not those of the relation.
  const isRatio = pair.relation.operator === '\\propto';
  const { counterexample } = outcome;
  const [value, expected] = isRatio ? [null, null] : [outcome.value, outcome.expected];
  return resultOf(subject, {
    kind: 'check',
    value,
    expected,
    relation: relationOf(pair),
    verdict: other === null ? verdict : 'unknown',
    counterexample,
    notes,
    problems: [],
  });
}

function relationOf({ relation: { operator } }: Pair): ResultRelation {
  switch (operator) {
    case '<':
    case '>':
    case '\\le':
    case '\\ge':
    case '\\ne':
    case '\\approx':
    case '\\propto':
      return operator;
    default:
      return '=';
  }
}

function verdictOf({ kind }: Search): Verdict {
  if (kind === 'fails') return 'fails';
  return kind === 'agrees' ? 'holds' : 'unknown';
}

function notesFor(
  { search, counterexample, domains }: CheckOutcome,
  seed: number,
): readonly Note[] {
  const binding = counterexample?.text ?? '';
  switch (search.kind) {
    case 'fails':
      return [{ code: 'check.counterexample', data: { binding } }];
    case 'differs':
      return [
        {
          code: search.without === 'left' ? 'check.only-right' : 'check.only-left',
          data: { binding },
        },
      ];
    case 'agrees': {
      const data = { points: String(search.points), domains, seed: String(seed) };
      if (search.isWhole) return [{ code: 'check.all-points', data }];
      const to = search.wholesTo;
      return [
        { code: 'check.samples', data },
        ...(to === null
          ? []
          : [{ code: 'check.whole-numbers', data: { to: String(to) } } as const]),
      ];
    }
    case 'unknown':
      return [{ code: DOUBTS[search.doubt], data: { points: String(search.points) } }];
  }
}

const DOUBTS = {
  overflow: 'check.overflow',
  rounding: 'check.rounding',
  stopped: 'check.stopped',
  method: 'check.method',
  nothing: 'check.no-points',
} as const;

const ORDER: ReadonlySet<string> = new Set(['<', '>', '\\le', '\\ge']);

/** The base with which it would hold, where the post has set none. */
function baseFor(pair: Pair, { scope, checkerUnder }: CheckContext): NoteCode | null {
  return otherBase(scope, (under) => {
    // A smaller logarithm makes many a bound true that is meant of another.
    if (under.conventions.logBase === 10 && ORDER.has(pair.relation.operator)) return false;
    const found = attempt(() => checkerUnder(under).check(pair), pair.relation.span);
    return found.ok && found.value?.search.kind === 'agrees';
  });
}

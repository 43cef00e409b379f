// `\lambda_1\cdots\lambda_m`: dots between two members that differ in one index stand for all between.
import type { Span } from '../../core/text/span.js';
import { refuse } from '../refusal.js';
import type { BigOperator, Factor, IndexedSyntax, Name, Syntax, Term } from '../syntax.js';

export function expandDots(factors: readonly Factor[], span: Span): readonly Factor[] {
  const at = factors.findIndex(({ body }) => body.kind === 'dots');
  if (at < 0) return factors;
  if (factors.some(({ operator }) => operator === 'slash' || operator === 'odot'))
    refuse('unsupported.dots', span);
  const bodies = factors.map(({ body }) => body);
  const { body, first, last } = expand(bodies, at, 'product', span);
  const operator = factors[first]?.operator ?? 'juxtaposed';
  return [...factors.slice(0, first), { operator, body }, ...factors.slice(last + 1)];
}

export function expandTermDots(terms: readonly Term[], span: Span): readonly Term[] {
  const at = terms.findIndex(({ body }) => body.kind === 'dots');
  if (at < 0) return terms;
  const bodies = terms.map(({ body }) => body);
  const { body, first, last } = expand(bodies, at, 'sum', span);
  if (terms.slice(first, last + 1).some(({ negative }) => negative))
    refuse('unsupported.dots', span);
  return [...terms.slice(0, first), { negative: false, body }, ...terms.slice(last + 1)];
}

interface Expansion {
  readonly body: Syntax;
  readonly first: number;
  readonly last: number;
}

function expand(
  bodies: readonly Syntax[],
  at: number,
  operator: BigOperator,
  span: Span,
): Expansion {
  const end = member(bodies[at + 1], span);
  let first = at - 1;
  const start = member(bodies[first], span);
  if (start.base !== end.base || bodies.slice(at + 1).some(({ kind }) => kind === 'dots'))
    refuse('unsupported.dots', span);
  if (goesDown(start.index, end.index)) refuse('unsupported.dots', span);
  let from = start.index;
  // `\lambda_1\lambda_2\cdots\lambda_m` may show more than one member before the dots.
  for (;;) {
    const before = bodies[first - 1];
    const previous = before === undefined ? null : memberOrNull(before);
    if (previous === null || previous.base !== start.base) break;
    if (!isNext(previous.index, from)) refuse('unsupported.dots', span);
    from = previous.index;
    first--;
  }
  return { body: bigOver(start.syntax, from, end.index, operator, span), first, last: at + 1 };
}

/** `\lambda_m\cdots\lambda_1` is no range. */
function goesDown(from: Syntax, to: Syntax): boolean {
  return to.kind === 'number' && (from.kind !== 'number' || from.value > to.value);
}

/** Whether one index follows another: 2 on 1, k+1 on k. */
function isNext(index: Syntax, next: Syntax): boolean {
  if (index.kind === 'number') return next.kind === 'number' && next.value === index.value + 1;
  if (index.kind !== 'name' || next.kind !== 'sum') return false;
  const [letter, step, more] = next.terms;
  return (
    more === undefined &&
    letter?.body.kind === 'name' &&
    letter.body.name.key === index.name.key &&
    step?.body.kind === 'number' &&
    step.body.value === 1 &&
    !letter.negative &&
    !step.negative
  );
}

/** A key that no writer can type. */
const RUNNING: Name = { key: '\0dots', plain: '\0dots' };

function bigOver(
  sample: IndexedSyntax,
  from: Syntax,
  to: Syntax,
  operator: BigOperator,
  span: Span,
): Syntax {
  const index = { kind: 'name', name: RUNNING, span } as const;
  const body: Syntax = {
    ...sample,
    full: null,
    indices: [{ kind: 'expression', body: index, span }],
  };
  return { kind: 'big', operator, binder: { kind: 'range', index, from, to, span }, body, span };
}

interface Member {
  readonly base: string;
  readonly index: Syntax;
  readonly syntax: IndexedSyntax;
}

function member(syntax: Syntax | undefined, span: Span): Member {
  return (syntax === undefined ? null : memberOrNull(syntax)) ?? refuse('unsupported.dots', span);
}

function memberOrNull(syntax: Syntax): Member | null {
  if (syntax.kind !== 'indexed' || syntax.base.kind !== 'name') return null;
  const [only, second] = syntax.indices ?? [];
  if (only?.kind !== 'expression' || second !== undefined) return null;
  return { base: syntax.base.name.key, index: only.body, syntax };
}

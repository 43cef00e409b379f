// `x_{t+1} = …` with a first member: the letter counts steps, and a member is the right side of the one before.
import { decorate, spaced } from '../read/names.js';
import { partsOf } from '../syntaxChildren.js';
import type { IndexedSyntax, Name, NameSyntax, RecurrenceSyntax, Syntax } from '../syntax.js';

/** What the left side says: which letter counts, and how far ahead of it the new member is. */
export interface StepSide {
  readonly base: Name;
  readonly index: NameSyntax;
  readonly ahead: 0 | 1;
}

/** `x_{t+1}`, `null` where it is anything else. */
export function stepAhead({ base, indices }: IndexedSyntax): StepSide | null {
  const [only] = indices ?? [];
  if (base.kind !== 'name' || indices?.length !== 1 || only?.kind !== 'expression') return null;
  const index = shifted(only.body, false);
  return index === null ? null : { base: base.name, index, ahead: 1 };
}

/** The letter of `t+1` or `t-1`. */
function shifted(index: Syntax, isNegative: boolean): NameSyntax | null {
  if (index.kind !== 'sum' || index.terms.length !== 2) return null;
  const [letter, one] = index.terms;
  if (letter?.negative !== false || letter.body.kind !== 'name') return null;
  if (one?.negative !== isNegative || one.body.kind !== 'number' || one.body.value !== 1)
    return null;
  return letter.body;
}

/** Whether a right side speaks of the member before `x_t`. */
export function speaksOfPrevious(base: Name, letter: Name, body: Syntax): boolean {
  if (body.kind === 'indexed' && body.base.kind === 'name' && body.base.name.plain === base.plain) {
    const [only] = body.indices ?? [];
    const index = only?.kind === 'expression' ? shifted(only.body, true) : null;
    if (index?.name.plain === letter.plain) return true;
  }
  return partsOf(body).some((part) => speaksOfPrevious(base, letter, part));
}

/** The right side as a syntax of its own; `start` is the definition of the first member. */
export function recurrenceOf(
  { base, index, ahead }: StepSide,
  start: { readonly number: number; readonly syntax: Syntax },
  step: Syntax,
): RecurrenceSyntax {
  const known = ahead === 1 ? spaced(index.name.plain) : `${spaced(index.name.plain)}-1`;
  return {
    kind: 'recurrence',
    index,
    member: memberName(base, known),
    ahead,
    first: start.number,
    start: start.syntax,
    step,
    span: step.span,
  };
}

export function memberName(base: Name, index: string): Name {
  return decorate(base, (text) => `${text}_{${index}}`);
}

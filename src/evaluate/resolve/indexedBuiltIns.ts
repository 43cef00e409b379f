// What letters with an index stand for while nothing is bound to them: `l_p`, `I_n`, `\delta_{ij}`.
import type { Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Index, IndexedSyntax, NameSyntax, Syntax } from '../syntax.js';
import { compare, indicatorOf } from './construct.js';
import { findMeaning, requireScalar, resolveIn, type Context } from './context.js';
import { normOf } from './norms.js';
import { identityOf, isIdentity, sizeOfLength } from './openSizes.js';

/** `l_p`, and `I_n`. */
export function builtInWithIndex(
  { name }: NameSyntax,
  index: Syntax,
  syntax: IndexedSyntax,
  context: Context,
): Expression | null {
  if (name.plain === 'l' || name.plain === '\\ell') return normOfOnlyVector(index, syntax, context);
  if (!isIdentity(name) || !isSize(index, context)) return null;
  return identityOf(sizeOfLength(index, context), syntax.span, context);
}

/** `I_3`, `I_n` with an n that is known; `I_t` is a name like others. */
function isSize(body: Syntax, context: Context): boolean {
  if (body.kind === 'number') return true;
  return body.kind === 'name' && findMeaning(context, body.name)?.kind === 'value';
}

/** `l_p` is the norm of the only vector that is given. */
function normOfOnlyVector(order: Syntax, syntax: IndexedSyntax, context: Context): Expression {
  const { span } = syntax;
  const names = [...context.vectorParameters];
  for (const name of context.scope.declaredVectors()) {
    if (!names.some((known) => known.plain === name.plain)) names.push(name);
  }
  const [only] = names;
  if (only === undefined) refuse('norm.no-vector', span, { name: syntax.full?.key ?? 'l' });
  if (names.length > 1)
    refuse('norm.several-vectors', span, { names: names.map(showName).join(', ') });
  context.shared.notes.add('norm.of-only-vector');
  const outside = { ...context, entries: null };
  const vector = resolveIn(outside, { kind: 'name', name: only, span });
  return normOf(vector, { kind: 'expression', body: order, span }, span, context);
}

/** `\delta_{ij}` */
export function kroneckerDelta(
  [left, right]: readonly [Index, Index],
  { span }: IndexedSyntax,
  context: Context,
): Expression {
  const sides = [left, right].map((index) =>
    index.kind === 'expression'
      ? requireScalar(resolveIn(context, index.body))
      : refuse('index.unclear', index.span),
  );
  const [first, second] = sides;
  if (first === undefined || second === undefined) refuse('index.unclear', span);
  return indicatorOf([compare('=', first, second)], span);
}

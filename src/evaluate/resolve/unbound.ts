// Why a name that nothing binds has no value.
import type { Span } from '../../core/text/span.js';
import { shapeOf } from '../expression.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { IndexedSyntax, Name } from '../syntax.js';
import { findMeaning, type Context } from './context.js';

export function refuseUnbound(name: Name, span: Span, context: Context): never {
  const shown = showName(name);
  if (context.ended.has(name.key)) refuse('name.index-after-sum', span, { name: shown });
  if (isDerivative(name, context)) refuse('name.function-alone', span, { name: shown });
  refuseMarked(name, span, context);
  if (name.key === 'i') refuse('name.unbound-i', span, { name: shown });
  if (name.key === 'n') refuse('name.unbound-size', span, { name: shown });
  return refuse('name.unbound', span, { name: shown });
}

/** `A^\dagger` of a matrix A, and `x^{(k)}` where k runs over numbers. */
function refuseMarked({ key }: Name, span: Span, context: Context): void {
  const [, letter = '', mark = ''] = /^(.*)\^\{(.*)\}$/.exec(key) ?? [];
  const base = findMeaning(context, { key: letter, plain: letter });
  if (mark.trim() === '\\dagger' && base?.kind === 'value' && shapeOf(base.expression).rank === 2)
    refuse('shape.dagger', span, { name: letter });
  const index = /^\((.*)\)$/.exec(mark)?.[1];
  if (index !== undefined && context.locals.get(index)?.kind === 'index')
    refuse('name.running-mark', span, { name: key, index, base: letter });
}

/** `f'` of a function f. */
function isDerivative({ key }: Name, context: Context): boolean {
  const letter = /^(.*)\^\{(?:\\prime ?)+\}$/.exec(key)?.[1];
  return (
    letter !== undefined &&
    findMeaning(context, { key: letter, plain: letter })?.kind === 'function'
  );
}

/** Whether a letter below is bound by a sum: what it indexes can only be a vector or a family. */
export function hasRunningIndex({ indices }: IndexedSyntax, context: Context): boolean {
  return (indices ?? []).some(
    (index) =>
      index.kind === 'expression' &&
      index.body.kind === 'name' &&
      context.locals.get(index.body.name.key)?.kind === 'index',
  );
}

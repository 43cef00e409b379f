// Resolves what depends on a name that varies: the variable of a derivative, an integral, a search.
import type { Expression } from '../expression.js';
import type { Name } from '../syntax.js';
import { isLocal, varyingContext, withLocal, type Context, type Meaning } from './context.js';

/** A name of the formula itself stands for something else in it; one of the post does so in its definitions too. */
export function resolveVarying(
  name: Name,
  meaning: Meaning,
  context: Context,
  resolve: (inside: Context) => Expression,
): Expression {
  const { inside, close } = openVarying(name, meaning, context);
  return close(resolve(inside));
}

/** Where the name varies, and what binds in an expression the definitions that vary with it. */
export function openVarying(
  name: Name,
  meaning: Meaning,
  context: Context,
): { readonly inside: Context; readonly close: (expression: Expression) => Expression } {
  if (isLocal(context, name))
    return { inside: withLocal(context, name, meaning), close: (expression) => expression };
  const inside = varyingContext(context, new Map([[name.key, meaning]]));
  return { inside, close: (expression) => inside.scope.close(expression) };
}

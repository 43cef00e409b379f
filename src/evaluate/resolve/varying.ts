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
  if (isLocal(context, name)) return resolve(withLocal(context, name, meaning));
  const inside = varyingContext(context, new Map([[name.key, meaning]]));
  return inside.scope.close(resolve(inside));
}

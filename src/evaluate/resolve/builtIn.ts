// What a function is that has a meaning while nothing else is bound to its names.
import type { Span } from '../../core/text/span.js';
import type { Expression } from '../expression.js';
import type { Name } from '../syntax.js';
import type { Context } from './context.js';

export interface BuiltIn {
  readonly names: readonly Name[];
  /** How many; `null` is any number. */
  readonly arguments: number | null;
  readonly bar: '\\|' | null;
  /** Whether a left side speaks of it only with capitals, as matrices are written; else it defines. */
  readonly ofCapitals?: true;
  readonly resolve: (values: readonly Expression[], span: Span, context: Context) => Expression;
}

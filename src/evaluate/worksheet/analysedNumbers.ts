// The numbers that stand in a formula: a parameter of a library formula may be one of them.
import { attempt } from '../refusal.js';
import { findMeaning, type Context } from '../resolve/context.js';
import type { Syntax } from '../syntax.js';
import { partsOf } from '../syntaxChildren.js';

const MOST_NUMBERS = 20;

/** Those that stand in a formula, and in what it calls. */
export function numbersIn(syntaxes: readonly Syntax[], context: Context): readonly number[] {
  const found = new Set<number>();
  const seen = new Set<string>();
  const visit = (part: Syntax): void => {
    if (found.size >= MOST_NUMBERS) return;
    if (part.kind === 'number') found.add(part.value);
    if (part.kind === 'name' && !seen.has(part.name.key)) {
      seen.add(part.name.key);
      const meaning = attempt(() => findMeaning(context, part.name), part.span);
      const known = meaning.ok ? meaning.value : null;
      if (known?.kind === 'function' && known.definition.library === undefined)
        visit(known.definition.body);
      if (known?.kind === 'value' && known.expression.kind === 'constant')
        found.add(known.expression.value);
    }
    partsOf(part).forEach(visit);
  };
  syntaxes.forEach(visit);
  return [...found];
}

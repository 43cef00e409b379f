// Formulas under the definitions of a worksheet, made ready to run in either mode.
import { Budget } from '../../src/evaluate/compute/budget.js';
import { prepare, type Mode, type Program } from '../../src/evaluate/compute/run.js';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { attempt, refuse, type Attempt } from '../../src/evaluate/refusal.js';
import { DEFAULT_CONVENTIONS } from '../../src/evaluate/resolve/context.js';
import { resolveWithSizes } from '../../src/evaluate/resolve/dimensions.js';
import { resolveVector } from '../../src/evaluate/resolve/lists.js';
import { register } from '../../src/evaluate/worksheet/registry.js';
import { PostScope } from '../../src/evaluate/worksheet/scope.js';
import { readWorksheet, type Statement } from '../../src/evaluate/worksheet/statements.js';

const reading = { macros: {}, displayOf: () => null };

function statementsOf(text: string): readonly Statement[] {
  return readWorksheet({ text, pieces: [{ at: 0, source: 0 }] }, reading);
}

/** Makes formulas ready; all of them see the definitions of one worksheet. */
export function preparedUnder(definitions: string): (tex: string, mode: Mode) => Attempt<Program> {
  const budget = new Budget(DEFAULT_EVALUATION_LIMITS, Infinity, 'compiled');
  const registry = register(statementsOf(definitions));
  const scope = new PostScope(registry, DEFAULT_CONVENTIONS, budget);
  return (tex, mode) => {
    const whole = { start: 0, end: tex.length };
    return attempt(() => {
      const content = statementsOf(tex)[0]?.content;
      if (content?.kind !== 'expression') return refuse('value.relation', whole);
      const context = scope.context(Infinity);
      const expression = resolveWithSizes([content.syntax], context, (sized) =>
        resolveVector(content.syntax, sized),
      );
      return prepare(expression, context.shared.instances.nextLocal, mode);
    }, whole);
  };
}

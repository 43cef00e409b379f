// The environments that a post defines: each `\\begin` and `\\end` is what its definition says.
import { macroOf } from '../../core/numbering/macros.js';
import type { TexReader } from '../../core/text/texReader.js';
import type { Construct, FormulaContext } from './construct.js';

export const ownEnvironments: Construct = {
  commands: ['begin', 'end'],
  rewrite(command, reader, formula) {
    const name = reader.argument()?.trim();
    return name === undefined ? null : expandOwn(command, name, reader, formula);
  },
};

/** `null` where the post defines no such environment, or may expand no more. */
export function expandOwn(
  command: string,
  name: string,
  reader: TexReader,
  formula: FormulaContext,
): string | null {
  const own = formula.scope.environment(name);
  if (!own) return null;
  const macro =
    command === 'begin' ? macroOf(own.begin, own.count, own.optional) : macroOf(own.end);
  const expansion = formula.expand(macro, reader);
  return expansion === null ? null : formula.translate(expansion);
}

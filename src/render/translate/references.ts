// `\ref` and `\eqref` inside a formula: places whose text is written later.
import type { Construct } from './construct.js';

export const references: Construct = {
  commands: ['ref', 'eqref'],
  rewrite(command, reader, formula) {
    const key = reader.argument();
    return key === null ? '' : formula.reference(command === 'ref' ? 'ref' : 'eqref', key);
  },
};

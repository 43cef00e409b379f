// Conditions below a sum, behind a case, in an indicator, at a point: relations between commas.
import type { Syntax } from '../syntax.js';
import type { Reader } from './reader.js';

/** Relations between commas, the last comma or full stop ignored. */
export function readConditions(reader: Reader): readonly Syntax[] {
  const conditions = [reader.readChain()];
  while (reader.acceptComma() || reader.accept('\\land') || reader.accept('\\wedge')) {
    if (reader.atEnd()) break;
    conditions.push(reader.readChain());
  }
  reader.accept('.');
  return conditions;
}

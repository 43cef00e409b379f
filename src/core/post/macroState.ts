// Tells whether two states of the macros say the same, so that an edit keeps what depends on them.
import type { Macro, NumberingMacros, UserEnvironment } from '../numbering/macros.js';

export function sameMacros(left: NumberingMacros, right: NumberingMacros): boolean {
  if (left === right) return true;
  return (
    sameEntries(left.commands, right.commands) && sameEntries(left.environments, right.environments)
  );
}

function sameEntries<Value extends Macro | UserEnvironment>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) {
    const other = right.get(name);
    if (other === undefined) return false;
    if (other !== value && JSON.stringify(other) !== JSON.stringify(value)) return false;
  }
  return true;
}

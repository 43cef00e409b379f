// Tells whether two states of the macros say the same, so that an edit keeps what depends on them.
import type { Macro, NumberingMacros, UserEnvironment } from '../numbering/macros.js';

export function sameMacros(left: NumberingMacros, right: NumberingMacros): boolean {
  if (left === right) return true;
  return (
    sameEntries(left.commands, right.commands, commandKey) &&
    sameEntries(left.environments, right.environments, environmentKey)
  );
}

function sameEntries<Value>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
  keyOf: (value: Value) => string,
): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) {
    const other = right.get(name);
    if (other === undefined) return false;
    if (other !== value && keyOf(other) !== keyOf(value)) return false;
  }
  return true;
}

function commandKey(macro: Macro): string {
  switch (macro.kind) {
    case 'macro':
      return JSON.stringify([macro.count, macro.optional, macro.body]);
    case 'template':
      return JSON.stringify([macro.marks, macro.body]);
    case 'alias':
      return macro.name;
  }
}

function environmentKey({ count, optional, begin, end }: UserEnvironment): string {
  return JSON.stringify([count, optional, begin, end]);
}

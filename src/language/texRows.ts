// Whether a TeX has rows or columns: what `\\` and `&` divide, outside of groups and environments.

const token = /\\(begin|end)(?![a-zA-Z])|\\\\|\\[\s\S]|[{}&]|%[^\r\n]*/g;

/** What stands in a group or an inner environment divides something else. */
export function hasRows(tex: string): boolean {
  let depth = 0;
  for (const [mark, command] of tex.matchAll(token)) {
    if (mark === '{' || command === 'begin') depth++;
    else if (mark === '}' || command === 'end') depth--;
    else if (depth === 0 && (mark === '&' || mark === '\\\\')) return true;
  }
  return false;
}

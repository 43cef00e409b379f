// Where in a formula `\\` ends a row: in an environment that has rows, or in a stack.

/** Math engines read one row there, whatever stands in it. */
const singleRow = new Set(['equation', 'equation*', 'math', 'displaymath']);

/** Asked for places in order: answers where the environment or stack begins whose row ends there, else `null`. */
export function placesOfRows(tex: string): (at: number) => number | null {
  const marks = /\\(begin|end)\s*\{([^{}]*)\}|\\(substack|shortstack)\s*\{/g;
  const open: { readonly name: string; readonly start: number }[] = [];
  let stack = { start: 0, end: -1 };
  let next = marks.exec(tex);
  return (at) => {
    while (next && next.index < at) {
      const { 0: whole, 1: kind, 2: name = '', 3: stacked, index: start } = next;
      const inside = start + whole.length;
      if (stacked !== undefined && inside >= stack.end)
        stack = { start, end: groupEnd(tex, inside) };
      else if (kind === 'begin') open.push({ name, start });
      else if (kind === 'end') open.pop();
      next = marks.exec(tex);
    }
    if (at < stack.end) return stack.start;
    const innermost = open.at(-1);
    return innermost === undefined || singleRow.has(innermost.name) ? null : innermost.start;
  };
}

/** Behind the brace that closes the group whose content begins at `start`. */
function groupEnd(tex: string, start: number): number {
  let depth = 1;
  for (let at = start; at < tex.length; at++) {
    const code = tex.charCodeAt(at);
    if (code === 92 /* \ */) at++;
    else if (code === 123 /* { */) depth++;
    else if (code === 125 /* } */ && --depth === 0) return at;
  }
  return tex.length;
}

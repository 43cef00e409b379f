// Where in a formula `\\` ends a row: in an environment that has rows, or in a stack.

/** Math engines read one row there, whatever stands in it. */
const singleRow = new Set(['equation', 'equation*', 'math', 'displaymath']);

/** Asked for places in order. */
export function placesOfRows(tex: string): (at: number) => boolean {
  const marks = /\\(begin|end)\s*\{([^{}]*)\}|\\(substack|shortstack)\s*\{/g;
  const open: string[] = [];
  let next = marks.exec(tex);
  let stackEnd = -1;
  return (at) => {
    while (next && next.index < at) {
      const [whole, kind, name, stack] = next;
      const inside = next.index + whole.length;
      if (stack !== undefined) stackEnd = inside < stackEnd ? stackEnd : groupEnd(tex, inside);
      else if (kind === 'begin') open.push(name ?? '');
      else open.pop();
      next = marks.exec(tex);
    }
    const innermost = open.at(-1);
    return at < stackEnd || (innermost !== undefined && !singleRow.has(innermost));
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

// Lines of fences and hashes as Python-Markdown takes them: code is found before anything else.

const opening = /^(`{3,}|~{3,}) *(?:\{[^}]*\}|\.?[\w#.+-]* *(?:hl_lines=(["']).*?\2 *)?)$/;

/** Whether a line may open code; the fence, or `null`. */
export function openingFence(line: string): string | null {
  return opening.exec(withoutEnd(line))?.[1] ?? null;
}

/** The line that closes the code that opens at `line`; `-1` if none does. `lineAt` answers `null` behind the last. */
export function closingFence(
  line: number,
  lineAt: (line: number) => string | null,
  unclosed: Map<string, number>,
): number {
  const fence = openingFence(lineAt(line) ?? '');
  // What was sought in vain from a line on is in none of those behind it.
  if (fence === null || line >= (unclosed.get(fence) ?? Infinity)) return -1;
  for (let next = line + 1; ; next++) {
    const text = lineAt(next);
    if (text === null) break;
    if (text.startsWith(fence) && /^ *$/.test(withoutEnd(text).slice(fence.length))) return next;
  }
  unclosed.set(fence, line);
  return -1;
}

/** Whether a line with hashes is a heading; `before` stands before them in the post. */
export function mayBeHeading(before: string, line: string): boolean {
  const backslashes = /\\*$/.exec(withoutEnd(line))?.[0].length ?? 0;
  return !/^ {1,3}$/.test(before) && backslashes % 2 === 0;
}

function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}

// Front matter: YAML between `---` lines, or TOML between `+++` lines, at the very top of a post.
import type { Lines } from '../text/lines.js';
import type { BlockState } from './blockState.js';

/** The line behind the front matter, 0 if there is none. */
export function frontMatterEnd(state: BlockState): number {
  const { table } = state;
  const end = endIn(table.count, (line) => {
    table.see(line);
    return table.text(line);
  });
  if (end > 0) state.builder.frontMatter(table.content(1, end - 1, 0));
  return end;
}

/** The same of the lines of a post. */
export function frontMatterEndIn(lines: Lines): number {
  return endIn(lines.length, (line) => lines[line] ?? '');
}

/** Whether front matter may end with the line. */
export function isFence(line: string): boolean {
  return /^(?:---|\+\+\+|\.\.\.)\s*$/.test(line);
}

function endIn(count: number, textOf: (line: number) => string): number {
  const fence = textOf(0).trimEnd();
  if (fence !== '---' && fence !== '+++') return 0;
  for (let line = 1; line < count; line++) {
    const text = textOf(line).trimEnd();
    if (text === fence || (fence === '---' && text === '...')) return line + 1;
  }
  return 0;
}

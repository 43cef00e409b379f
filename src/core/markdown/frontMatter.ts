// Front matter: YAML between `---` lines, or TOML between `+++` lines, at the very top of a post.
import type { BlockState } from './blockState.js';

/** The line behind the front matter, 0 if there is none. */
export function frontMatterEnd(state: BlockState): number {
  const { table } = state;
  const fence = table.text(0).trimEnd();
  if (fence !== '---' && fence !== '+++') return 0;
  for (let line = 1; line < table.count; line++) {
    table.see(line);
    const text = table.text(line).trimEnd();
    if (text !== fence && !(fence === '---' && text === '...')) continue;
    state.builder.frontMatter(table.content(1, line, 0));
    return line + 1;
  }
  return 0;
}

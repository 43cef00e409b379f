// tex.table-pipe: a norm in a table, whose bars are single ones, since a table reads `\\|` as `|`.
import type { Formula } from '../core/markdown/block.js';
import { toSource } from '../core/text/mapped.js';
import type { Span } from '../core/text/span.js';
import { message } from './messages.js';
import type { PostRule } from './rule.js';

export const tablePipe: PostRule = {
  sees: 'post',
  code: 'tex.table-pipe',
  severity: 'info',
  check({ post }) {
    return post.blocks.blocks.flatMap(({ kind, text, formulas }, at) => {
      if (kind !== 'table' || !text.includes('\\|')) return [];
      const offset = post.blocks.starts[at] ?? 0;
      return formulas.flatMap((formula) => {
        const span = normBar(formula, text);
        if (!span) return [];
        const { start, end } = span;
        return [
          {
            span: { start: start + offset, end: end + offset },
            message: message('tex.table-pipe'),
          },
        ];
      });
    });
  },
};

/** An absolute value has no index, and a bar of conditions is one: a closing bar with an index was meant double. */
function normBar({ tex }: Formula, source: string): Span | null {
  for (const { index } of tex.text.matchAll(/\|(?=\s*_)/g)) {
    const start = toSource(tex, index) - 1;
    const opened = tex.text.lastIndexOf('|', index - 1);
    if (opened < 0 || index === 0 || source.charAt(start) !== '\\') continue;
    if (tex.text.charAt(index - 1) !== '\\') return { start, end: start + 2 };
  }
  return null;
}

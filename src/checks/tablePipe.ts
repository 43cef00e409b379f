// tex.table-pipe: a norm in a table, whose bars are single ones, since a table reads `\\|` as `|`.
import type { Formula } from '../core/markdown/block.js';
import { toSource } from '../core/text/mapped.js';
import { message } from './messages.js';
import { replacement } from './replacement.js';
import type { Finding, PostRule } from './rule.js';

export const tablePipe: PostRule = {
  sees: 'post',
  code: 'tex.table-pipe',
  severity: 'info',
  check({ post }) {
    return post.blocks.blocks.flatMap(({ kind, text, formulas }, at) => {
      if (kind !== 'table' || !text.includes('\\|')) return [];
      const offset = post.blocks.starts[at] ?? 0;
      return formulas.flatMap((formula) => {
        const norm = normIn(formula, text);
        return norm ? [finding(norm, text, offset)] : [];
      });
    });
  },
};

/** Where the two bars stand, in the source: a backslash and the bar each. */
interface Norm {
  readonly open: number;
  readonly close: number;
  /** Of more bars nobody knows which belong together. */
  readonly isAlone: boolean;
}

function finding({ open, close, isAlone }: Norm, source: string, offset: number): Finding {
  const span = { start: close + offset, end: close + offset + 2 };
  const found = { span, message: message('tex.table-pipe') };
  if (!isAlone || source.charAt(open) !== '\\') return found;
  const old = source.slice(open, close + 2);
  const text = `\\Vert ${source.slice(open + 2, close)}\\Vert`;
  const fix = replacement(old, { start: open + offset, end: close + offset + 2 }, text);
  return { ...found, fix: { ...fix, isGuess: true } };
}

/** An absolute value has no index, and a bar of conditions is one: a closing bar with an index was meant double. */
function normIn({ tex }: Formula, source: string): Norm | null {
  for (const { index } of tex.text.matchAll(/\|(?=\s*_)/g)) {
    const close = toSource(tex, index) - 1;
    const opened = tex.text.lastIndexOf('|', index - 1);
    if (opened < 0 || index === 0 || source.charAt(close) !== '\\') continue;
    if (tex.text.charAt(index - 1) === '\\') continue;
    const isAlone = tex.text.split('|').length === 3;
    return { open: toSource(tex, opened) - 1, close, isAlone };
  }
  return null;
}

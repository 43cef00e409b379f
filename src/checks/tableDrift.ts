// drift.table: the same table in two posts, with other numbers in one of them.
import type { TableFacts } from '../core/post/tableFacts.js';
import { message } from './messages.js';
import type { BlogRule, Finding } from './rule.js';

export const tableDrift: BlogRule = {
  sees: 'blog',
  code: 'drift.table',
  severity: 'info',
  check({ path, facts, blog }) {
    return facts.tables.flatMap((table) => {
      for (const other of blog.postsWithTable(table.name)) {
        const theirs = blog.facts(other)?.tables.find(({ name }) => name === table.name);
        const finding = other === path || !theirs ? null : findingOf(table, other, theirs);
        if (finding) return [finding];
      }
      return [];
    });
  },
};

/** At the first number that differs. Where half of them do, or a whole column, the table says another thing in the same form. */
function findingOf(table: TableFacts, other: string, theirs: TableFacts): Finding | null {
  const pairs = table.rows.flatMap((row, at) => {
    const otherRow = theirs.rows[at];
    return row.numbers.flatMap((mine, column) => {
      const their = otherRow?.numbers[column] ?? null;
      return mine === null || their === null || !otherRow
        ? []
        : [{ row, column, mine, otherRow, their }];
    });
  });
  const differing = pairs.filter(({ mine, their }) => !isSame(mine, their));
  const [first] = differing;
  if (!first || 2 * differing.length >= pairs.length) return null;
  const same = new Set(
    pairs.filter((pair) => !differing.includes(pair)).map(({ column }) => column),
  );
  if (differing.some(({ column }) => !same.has(column))) return null;
  const { row, mine, otherRow, their } = first;
  return {
    span: row.span,
    message: message('drift.table', { post: other, mine, theirs: their }),
    related: [{ path: other, line: otherRow.line, message: message('drift.table.other') }],
  };
}

/** One may be the other, rounded. */
function isSame(left: string, right: string): boolean {
  const decimals = Math.min(decimalsOf(left), decimalsOf(right));
  const distance = Math.abs(Number.parseFloat(left) - Number.parseFloat(right));
  return distance <= 0.5 * 10 ** -decimals * (1 + 1e-9);
}

function decimalsOf(number: string): number {
  return /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
}

// A table as lines of text: columns stand under one another, numbers to the right.
import stringWidth from 'string-width';
import type { EvaluatedTable } from '../evaluate/result.js';

export function alignedTable({ corner, columns, rows }: EvaluatedTable): readonly string[] {
  const lines = [
    [corner, ...columns],
    ...rows.map(({ heading, cells }) => [heading, ...cells]),
  ].map((line) => line.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = [corner, ...columns].map((_, at) =>
    Math.max(...lines.map((line) => stringWidth(line[at] ?? ''))),
  );
  return lines.map((line) => {
    const cells = line.map((cell, at) => {
      const blanks = ' '.repeat((widths[at] ?? 0) - stringWidth(cell));
      return at === 0 ? cell + blanks : blanks + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

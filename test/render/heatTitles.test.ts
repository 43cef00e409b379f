// What a pointer on a heat map is told: the number of a cell, or of a large one between which numbers a block lies.
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cellsIn } from '../../src/render/plots/fills.js';

function titlesOf(
  side: number,
  cell: (row: number, column: number) => number | null,
): readonly string[] {
  const at = Array.from({ length: side }, (_, place) => place + 1);
  const cells = at.map((row) => at.map((column) => cell(row, column)));
  const axis = { label: '', at };
  const { over } = cellsIn({ form: 'heat', label: 'A', x: axis, y: axis, cells });
  const svg = over({ at: ([x, y]) => [x, y] });
  const { document } = new JSDOM(`<svg>${svg}</svg>`).window;
  return [...document.querySelectorAll('rect > title')].map(({ textContent }) => textContent ?? '');
}

describe('the titles of a heat map', () => {
  it('are the numbers of its cells', () => {
    const titles = titlesOf(32, (row, column) => row * 100 + column);
    expect(titles).toHaveLength(1024);
    expect(titles[33]).toBe('j = 2, i = 2: 202');
  });

  it('are those of blocks where it is large', () => {
    const titles = titlesOf(100, (row, column) =>
      row === 1 && column === 1 ? null : row * 1000 + column,
    );
    expect(titles).toHaveLength(15 ** 2);
    expect(titles[0]).toBe('j = 1 … 7, i = 1 … 7: 1002 … 7007');
    expect(titles.at(-1)).toBe('j = 99 … 100, i = 99 … 100: 99099 … 100100');
  });

  it('are none where a block has no number', () => {
    expect(titlesOf(100, () => null)).toEqual([]);
    expect(titlesOf(100, () => 2)[0]).toBe('j = 1 … 7, i = 1 … 7: 2');
  });
});

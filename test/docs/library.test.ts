// The pages on the library hold what its list and its analyses say; `vitest -u` writes them anew.
import { expect, it } from 'vitest';
import { wordOf, type LibraryEntry } from '../../src/evaluate/library/entry.js';
import { LIBRARY } from '../../src/evaluate/library/library.js';
import { evaluateSheet } from '../support/worksheets.js';
import { libraryPage } from './libraryPage.js';

const CRITERIA = {
  'robin-hood': 'D1',
  scaling: 'D2',
  'rising-tide': 'D3',
  cloning: 'D4',
  'bill-gates': 'P1',
  babies: 'P2',
} as const;

const patient = 600_000;

function criteriaOf(entry: LibraryEntry): string {
  const [result] = evaluateSheet(`analyse \\operatorname{${wordOf(entry)}}`);
  const rows = result?.analysis?.rows ?? [];
  const met = Object.entries(CRITERIA).flatMap(([name, short]) => {
    const verdict = rows.find((row) => row.name === name)?.verdict;
    if (verdict === undefined) throw new Error(`${entry.name} was not tried on ${name}`);
    return verdict === 'fails' ? [] : [verdict === 'unknown' ? `${short}?` : short];
  });
  return met.length === 0 ? '–' : met.join(' ');
}

it(
  'are those of the list',
  async () => {
    const criteria = new Map(
      LIBRARY.filter(({ kind }) => kind === 'sparsity').map((entry) => [entry, criteriaOf(entry)]),
    );
    const known = (entry: LibraryEntry): string => criteria.get(entry) ?? '';
    await expect(libraryPage('English', known)).toMatchFileSnapshot('../../docs/library.md');
    await expect(libraryPage('简体中文', known)).toMatchFileSnapshot('../../docs/library.zh-cn.md');
  },
  patient,
);

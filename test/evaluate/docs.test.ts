// The pages on formulas that compute keep their word: every line with a comment gives what the comment says.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/evaluate/format.js';
import type { EvaluationResult, Value } from '../../src/evaluate/result.js';
import { evaluateText } from '../support/worksheets.js';

async function readPage(name: string): Promise<string> {
  return readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

const page = await readPage('evaluating.md');
const chinesePage = await readPage('evaluating.zh-cn.md');

function blocksOf(text: string): readonly string[] {
  return [...text.matchAll(/^```eval\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');
}

/** What a result is, in the words of the page. */
function describeResult({ value, verdict, problems }: EvaluationResult): string {
  const [problem] = problems;
  if (problem !== undefined) return problem.code;
  return verdict ?? (value === null ? '' : formatValue(rounded(value)));
}

function rounded(value: Value): Value {
  if (typeof value !== 'number') return value.map(rounded);
  return Number.isFinite(value) ? Number(value.toFixed(6)) : value;
}

describe.each([
  ['English', page, 20],
  ['简体中文', chinesePage, 8],
] as const)('%s', (_, text, least) => {
  const blocks = blocksOf(text);

  it('has examples', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(least);
  });

  it.each(blocks.map((block) => [block.split('\n')[0] ?? '', block] as const))(
    '%s',
    (__, block) => {
      checkBlock(block);
    },
  );
});

function checkBlock(block: string): void {
  const text = `\`\`\`eval\n${block}\`\`\`\n`;
  const found = new Map<number, string[]>();
  for (const result of evaluateText(text)) {
    const line = text.slice(0, result.span.start).split('\n').length - 2;
    found.set(line, [...(found.get(line) ?? []), describeResult(result)]);
  }
  block.split('\n').forEach((line, at) => {
    const expected = /\s%\s*(.*)$/.exec(line)?.[1];
    expect(found.get(at)?.join(' '), line).toBe(expected);
  });
}

it('says of the prose what its table says', () => {
  const rows = [...page.matchAll(/^\| `(\$[^`]+\$)` +\| (\w+) +\|/gm)];
  expect(rows.length).toBeGreaterThan(10);
  for (const [, formula = '', expected] of rows) {
    const found = evaluateText(`${formula}\n`).map(describeResult);
    expect(found.join(' ') || 'nothing', formula).toBe(expected);
  }
});

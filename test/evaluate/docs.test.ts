// The pages on formulas that compute keep their word: every line with a comment gives what the comment says.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/evaluate/format.js';
import type { EvaluatedAnalysis, EvaluationResult, Value } from '../../src/evaluate/result.js';
import { evaluateWithFiles, type TestFiles } from '../support/data.js';
import { writeNpy, writeZip } from '../support/dataWriters.js';
import { evaluateText } from '../support/worksheets.js';

async function readPage(name: string): Promise<string> {
  return readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

const page = await readPage('evaluating.md');
const chinesePage = await readPage('evaluating.zh-cn.md');

const pages = [
  ['English', page, { holds: 'holds', fails: 'fails', '': 'nothing' }],
  ['简体中文', chinesePage, { holds: '成立', fails: '不成立', '': '不作断言' }],
] as const;

/** What its example of data reads. */
const files: TestFiles = {
  'attention.npy': writeNpy({ descr: '<f4', axes: [2, 2], values: [1, 0, 0.25, 0.75] }),
  'layers.npz': writeZip([
    ['layer3.npy', writeNpy({ descr: '<f8', axes: [3], values: [1, 2, 3] })],
    ['layer4.npy', writeNpy({ descr: '<f8', axes: [1], values: [0] })],
  ]),
  'heads.npy': writeNpy({ descr: '<f8', axes: [2, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 8] }),
  'runs.csv': 'step,loss,note\n1,0.5,begin\n2,0.25,end\n',
  'model.pt': '',
};

function blocksOf(text: string): readonly string[] {
  return [...text.matchAll(/^```eval\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');
}

/** Which formula it is, and what fails. */
function describeAnalysis({ same, rows }: EvaluatedAnalysis): string {
  const failing = rows.filter(({ verdict }) => verdict === 'fails').map(({ name }) => name);
  return [...same.map(({ name }) => name), `fails: ${failing.join(' ')}`].join(', ');
}

/** What a result is, in the words of the page. */
function describeResult({ value, verdict, problems, analysis }: EvaluationResult): string {
  const [problem] = problems;
  if (problem !== undefined) return problem.code;
  if (analysis !== null) return describeAnalysis(analysis);
  return verdict ?? (value === null ? '' : formatValue(rounded(value)));
}

function rounded(value: Value): Value {
  if (typeof value !== 'number') return value.map(rounded);
  return Number.isFinite(value) ? Number(value.toFixed(6)) : value;
}

describe.each(pages)('%s', (_, text, words) => {
  const blocks = blocksOf(text);

  it('has examples', () => {
    expect(blocks.length).toBeGreaterThan(40);
  });

  it.each(blocks.map((block) => [block.split('\n')[0] ?? '', block] as const))(
    '%s',
    (__, block) => {
      checkBlock(block);
    },
  );

  it('says of the marks of its first post what they give', () => {
    const post = /^````markdown\n([^]*?)^````$/m.exec(text)?.[1] ?? '';
    const marks = evaluateText(post).filter(({ span }) => span.start < post.indexOf('```eval'));
    expect(marks.map(describeResult)).toEqual(['2.30259', 'holds']);
    expect(text).toContain('2.30259');
  });

  it('says of the prose what its table says', () => {
    const rows = [...text.matchAll(/^\| `(\$[^`]+\$)` +\| (\S+) +\|/gm)];
    expect(rows.length).toBeGreaterThan(10);
    for (const [, formula = '', expected] of rows) {
      const found = evaluateText(`${formula}\n`).map(describeResult).join(' ');
      expect(words[found as keyof typeof words], `${formula}: ${found}`).toBe(expected);
    }
  });
});

describe('both pages', () => {
  it('have the same order of headings', () => {
    const levels = pages.map(([, text]) => [...text.matchAll(/^#+(?= )/gm)].map(String));
    expect(levels[1]).toEqual(levels[0]);
  });

  it('have as many tables, lists and paragraphs under each heading', () => {
    const [english, chinese] = pages.map(([, text]) => text.split(/^#+ /m).map(shapeOf));
    expect(chinese).toEqual(english);
  });

  it('have the same examples with the same results', () => {
    const [english, chinese] = pages.map(([, text]) => blocksOf(text));
    expect(chinese).toEqual(english);
  });
});

/** The first sign of each line that is not empty: what kinds of lines follow one another. */
function shapeOf(section: string): string {
  const lines = section.split('\n').slice(1);
  return lines
    .map((line) => /^(?:\||```|- )/.exec(line)?.[0] ?? (line === '' ? '' : 'text'))
    .join();
}

function checkBlock(block: string): void {
  const text = `\`\`\`eval\n${block}\`\`\`\n`;
  const found = new Map<number, string[]>();
  for (const result of evaluateWithFiles(text, files)) {
    const line = text.slice(0, result.span.start).split('\n').length - 2;
    found.set(line, [...(found.get(line) ?? []), describeResult(result)]);
  }
  block.split('\n').forEach((line, at) => {
    const expected = /\s%\s*(.*)$/.exec(line)?.[1];
    expect(found.get(at)?.join(' '), line).toBe(expected);
  });
}

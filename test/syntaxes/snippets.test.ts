// The snippets, as they stand when nothing of them is changed.
import { expect, it } from 'vitest';
import { isMark, isWorksheetFence, worksheetStart } from '../../src/core/post/worksheets.js';
import { readJson } from '../architecture/sources.js';
import { openText } from '../support/changes.js';

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const snippets = await readJson<Readonly<Record<string, Snippet>>>('snippets/markdown.json');

function expanded(name: string): string {
  const { body } = snippets[name] ?? { body: '' };
  let text = typeof body === 'string' ? body : body.join('\n');
  // Inner defaults come first.
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\$\{(?:\d|TM_SELECTED_TEXT)(?::([^{}]*))?\}|\$\d/g, (_, held = '') =>
      String(held),
    );
  }
  return text.replaceAll('\\\\', '\\');
}

it('displays have labels with numbers', () => {
  const { facts } = openText(`text\n${expanded('Equation with a label')}\ntext`);
  expect(facts.labels.map(({ key, number }) => [key, number])).toEqual([['eq:name', '1']]);
  const aligned = openText(expanded('Aligned equations with labels')).facts;
  expect(aligned.labels.map(({ number }) => number)).toEqual(['1', '2']);
});

it('worksheets and marks are read as such', () => {
  const [fences, comments] = [
    openText(expanded('Worksheet')),
    openText(`${expanded('Worksheet in one hidden line')}\n\n$x$${expanded('Value of a formula')}`),
  ].map(({ blocks }) => blocks.blocks);
  expect(fences?.flatMap((block) => block.fences).map(isWorksheetFence)).toEqual([true]);
  const [hidden, mark] = comments?.flatMap((block) => block.comments) ?? [];
  expect(hidden && worksheetStart(hidden)).toBe(6);
  expect(mark && isMark(mark)).toBe(true);
});

it('each is told in both languages', () => {
  for (const { description } of Object.values(snippets)) {
    expect(description).toMatch(/^[A-Z][\x20-\x7e]+ · .*\p{Script=Han}/u);
  }
});

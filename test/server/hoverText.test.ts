// The Markdown of a hover stays under the length at which VS Code cuts it, whatever the equation.
import { expect, it } from 'vitest';
import { hoverMarkdown } from '../../src/server/hoverText.js';

const limitOfVsCode = 100_000;

function markdownOf(tex: string, picture: string | null): string {
  const span = { start: 0, end: 1 };
  const label = { number: '1', fault: null, references: 2 };
  const equation = { tex, shown: '(1)', line: 0, picture, post: null };
  return hoverMarkdown({ span, key: 'eq:a', path: 'a.md', label }, equation, {});
}

it('shows short TeX whole, in a fence that it cannot close', () => {
  expect(markdownOf('a ``` b', null)).toContain('````latex\na ``` b\n````');
});

it('shortens long TeX, beside a picture too', () => {
  const tex = '\\_{}'.repeat(20_000);
  expect(markdownOf(tex, null).length).toBeLessThan(5_000);
  const picture = `data:image/svg+xml;base64,${'A'.repeat(89_000)}`;
  const markdown = markdownOf(tex, picture);
  expect(markdown.length).toBeLessThan(limitOfVsCode);
  expect(markdown).toContain(`](${picture})`);
});

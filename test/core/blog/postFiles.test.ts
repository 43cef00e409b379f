// Which files are posts, and when a folder is a blog.
import { expect, it } from 'vitest';
import { isShown } from '../../../src/core/blog/evidence.js';
import { isPostPath } from '../../../src/core/blog/postFiles.js';

it('takes Markdown files less what tools put beside them', () => {
  const files = [
    'one.md',
    '散文/二.markdown',
    'UPPER.MD',
    'notes.txt',
    '.hidden.md',
    '.trash/three.md',
    'node_modules/x/README.md',
    'docs/_site/four.md',
    '_posts/2020-01-01-five.md',
  ];
  expect(files.filter(isPostPath)).toEqual([
    'one.md',
    '散文/二.markdown',
    'UPPER.MD',
    '_posts/2020-01-01-five.md',
  ]);
});

it('shows a blog by any one piece of evidence', () => {
  const nothing = { hasConfig: false, hasSite: false, definesLabels: false };
  expect(isShown(nothing)).toBe(false);
  expect(isShown({ ...nothing, hasConfig: true })).toBe(true);
  expect(isShown({ ...nothing, definesLabels: true })).toBe(true);
});

// What `git diff` prints, read back.
import { expect, it } from 'vitest';
import { changesOf } from '../../src/cli/gitDiff.js';

it('reads hunks, and no text as one', () => {
  const patch = [
    'diff --git a/one.md b/one.md',
    '--- a/one.md',
    '+++ b/one.md',
    '@@ -1,2 +1 @@ title',
    '--- a/fake.md',
    '-@@ -1 +1 @@',
    '+++ b/fake.md',
    '\\ No newline at end of file',
    '@@ -9,0 +8,3 @@',
    '+a',
    '++++ b/fake.md',
    '+@@ -1 +1 @@',
    '@@ -20,2 +21,0 @@',
    '-x',
    '-y',
    'diff --git a/two.md b/two.md',
    '--- a/two.md',
    '+++ /dev/null',
    '@@ -1 +0,0 @@',
    '-x',
    '',
  ].join('\n');
  expect([...changesOf('', patch)]).toEqual([
    [
      'one.md',
      [
        { start: 1, count: 1 },
        { start: 8, count: 3 },
        { start: 21, count: 0 },
      ],
    ],
  ]);
});

it('reads odd names', () => {
  const patch = String.raw`+++ "b/a\tb\"\\\346\215\237 失.md"
@@ -1 +1 @@
-x
+y
+++ b/a b.md${'\t'}
`;
  expect([...changesOf('', patch).keys()]).toEqual(['a\tb"\\损 失.md', 'a b.md']);
});

it('takes what git calls binary as changed wholly', () => {
  const numstat = '1\t2\tone.md\0-\t-\ta\tb.md\0-\t-\t\0old.md\0new.md\0';
  expect([...changesOf(numstat, '')]).toEqual([
    ['a\tb.md', 'whole'],
    ['new.md', 'whole'],
  ]);
});

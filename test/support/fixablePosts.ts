// Blogs made at random of what quick fixes mend, beside what they must leave alone.
import fc from 'fast-check';
import { plainSite, type DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import { engineSites } from './engineSites.js';
import type { LawChoices, Posts } from './triedFixes.js';

const raw = String.raw;

export const fixableSites: readonly Partial<Site>[] = [
  {},
  { math: 'mathjax3' },
  { math: 'mathjax2' },
  { math: 'amsmath' },
  { math: 'katex' },
  { tags: 'all' },
  { tags: 'none' },
  ...engineSites.map(([, site]) => site),
];

const label = fc.constantFrom('eq:loss', 'eq:los', 'eq:a_b', 'eq:a', '中文', 'x y');
const tex = fc.constantFrom(
  'a = b',
  raw`\alpha`,
  raw`\frac{a}{b} % note`,
  'x_1 * y',
  raw`\{a\|b\}`,
  'a|b|c',
);
const mark = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: label.map((name) => raw`\label{${name}}`) },
  { weight: 1, arbitrary: label.map((name) => raw` \label{${name}}x`) },
  { weight: 1, arbitrary: label.map((name) => `\n${raw`\label{${name}}`}\n`) },
  fc.constantFrom(raw`\notag`, raw`\tag{7}`, raw`\nonumber \label{eq:a}`),
);
const row = fc.tuple(tex, mark).map((parts) => parts.join(' '));

const display = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('equation', 'align', 'gather', 'equation*', 'align*', 'multline'),
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', ' '),
      fc.constantFrom(raw` \\`, raw` \\`, raw` \\`, raw` \\\\`),
    )
    .map(
      ([name, rows, gap, end]) =>
        `\\begin{${name}}${gap}${rows.join(end + gap)}${gap}\\end{${name}}`,
    ),
  row.map((one) => `$$${one}$$`),
  row.map((one) => `$$\n${one}\n$$`),
  fc
    .tuple(tex, mark)
    .map(
      ([inside, own]) =>
        raw`\begin{equation}\begin{aligned}${inside} ${own}\end{aligned}\end{equation}`,
    ),
  row.map((one) => `> \\begin{equation}\n> ${one.replace(/\n/g, '\n> ')}\n> \\end{equation}`),
);

const reference = fc.oneof(
  label.map((name) => raw`\eqref{${name}}`),
  label.map((name) => raw`$\eqref{${name}}$`),
  label.map((name) => raw`$x = \ref{${name}} y$`),
  fc.tuple(label, label).map((names) => raw`\eqref{${names.join()}}`),
  label.map((name) => raw`\cref{${name}}`),
  label.map((name) => raw`\autoref{${name}}`),
);
const plainWord = fc.constantFrom(
  '由式(1)可得',
  '见式$(2)$。',
  'by Eq. (1) and',
  '**由式(1)可得**',
  '_见(1)_',
  '论文中的式(1)',
  '`\\eqref{eq:los}`',
  '$a$',
  '**bold**',
  '${{x}_1}^2$',
);
const citation = fc.constantFrom(
  '《稀疏度量之争（下）》',
  '《稀疏度量之争（中）》',
  '[《稀疏度量之争（下）》](b.md)',
  '[《稀疏度量之争（中）》](a.md)',
  '《稀疏度量之诤（中）》',
  '上一篇：[there](b.md)',
  '下一篇：[《稀疏度量之争（中）》](a.md)',
);
const link = fc.oneof(
  fc.constantFrom(
    '[there](b.md#lossess)',
    '[there](a.md#lossess)',
    '[there](b.md#式1的推导)',
    '[there](/old/)',
  ),
  fc
    .tuple(fc.constantFrom('a.md', 'b.md', 'c.md', ''), label)
    .map(([path, name]) => `[(1)](${path}#${name.replace(' ', '_')})`),
);
const word = fc.oneof(
  { weight: 5, arbitrary: reference },
  { weight: 2, arbitrary: plainWord },
  { weight: 2, arbitrary: citation },
  { weight: 2, arbitrary: link },
  { weight: 1, arbitrary: label.map((name) => raw`$y \label{${name}}$`) },
);

const paragraph = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const heading = fc.constantFrom(
  '## Losses',
  '## 式(1)的推导',
  '<!-- postulate-ignore label.unusd -->',
  raw`| a | b |
|---|---|
| $\|x\|_1$ | 式(1) |`,
);
const front = fc.constantFrom(
  '',
  '# 稀疏度量之争（中）\n',
  '# 稀疏度量之争（下）\n\n',
  '---\ntags: [a]\n---\n# 稀疏度量之争（中）\n',
  '---\ntitle: 稀疏度量之争（下）\npermalink: /b/\naliases: [/old/]\n---\n',
);

/** A post, and what it was before its first piece came. */
interface FixablePost {
  readonly text: string;
  readonly earlier: string;
}

const post: fc.Arbitrary<FixablePost> = fc
  .tuple(
    fc.array(
      fc.oneof({ weight: 4, arbitrary: display }, { weight: 5, arbitrary: paragraph }, heading),
      { minLength: 1, maxLength: 7 },
    ),
    fc.constantFrom('\n\n', '\n'),
    fc.constantFrom('\n', '\n', '\r\n'),
    front,
  )
  .map(([pieces, gap, end, front]) => {
    const text = (of: readonly string[]): string => `${front}${of.join(gap)}\n`.replace(/\n/g, end);
    return { text: text(pieces), earlier: text(pieces.slice(1)) };
  });

const detected: DetectedSite = {
  generator: 'Jekyll',
  source: { file: '_config.yml', line: 0 },
  site: {},
  ...plainSite,
  templates: 'liquid',
  mathSwitch: { value: 'math', source: { file: '_layouts/post.html', line: 3 } },
};

export interface FixableBlog {
  readonly posts: Posts;
  readonly choices: LawChoices;
}

/** Two posts made at random, and one that is the same in each. */
export function fixableBlog(sites: readonly Partial<Site>[]): fc.Arbitrary<FixableBlog> {
  return fc
    .tuple(post, post, fc.constantFrom(...sites), fc.constantFrom(null, null, detected))
    .map(([a, b, site, detected]) => {
      const posts = openPosts({ 'a.md': a.text, 'b.md': b.text, 'd.md': lastPost }, site);
      const before = openPosts({ 'a.md': a.earlier, 'b.md': b.earlier }, site);
      const earlier = (path: string) => before.get(path)?.facts ?? null;
      const settings = { 'title.ambiguous': 'info' } as const;
      return {
        posts,
        choices: { around: { earlier: [earlier] }, detected, settings },
        // As a failure tells it.
        [fc.toStringMethod]: () => JSON.stringify([site, detected, a.text, b.text]),
      };
    });
}

const lastPost = '# 稀疏度量之争（上）\n\n$$x\\tag{1}\\label{eq:d}$$\n';

function openPosts(texts: Readonly<Record<string, string>>, site: Partial<Site>): Posts {
  return new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      openSnapshot({ path, version: 1, text, site: { ...assumedSite, ...site } }),
    ]),
  );
}

// What a rename writes into the posts and worksheets of a blog, or why it writes nothing: `|` marks the cursor.
import { describe, expect, it } from 'vitest';
import type { NumberingMacros } from '../../src/core/numbering/macros.js';
import { macrosFromTable, noMacros } from '../../src/core/numbering/macros.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import type { Site } from '../../src/core/site/site.js';
import { isRenamable, postsToRename, rename } from '../../src/language/rename/rename.js';
import type { RenameAnswer } from '../../src/language/rename/renaming.js';
import type { WrittenText } from '../../src/language/change.js';
import { symbolAt, type SymbolTexts } from '../../src/language/symbol.js';
import { cursorPost, readFixture } from '../support/blogFixture.js';
import { applyChanges } from '../support/changes.js';

const raw = String.raw;

interface Circumstances {
  readonly site?: Partial<Site>;
  readonly macros?: NumberingMacros;
}

/** All files of the fixture as they are, and what a rename answers. */
function renameAt(
  fixture: string,
  name: string,
  { site = {}, macros = noMacros }: Circumstances,
): { readonly before: ReadonlyMap<string, string>; readonly answer: RenameAnswer } {
  const read = readFixture(fixture, site, macros);
  const files = [...read.posts.values()];
  for (const { path } of files) if (!path.endsWith('.md')) read.blog.removePost(path);
  const symbol = symbolAt({ post: cursorPost(read), blog: read.blog }, read.cursor?.offset ?? 0);
  if (!symbol || !isRenamable(symbol)) throw new Error('There is nothing to rename at the cursor.');
  const paths = postsToRename(symbol, name, read.blog);
  const before = new Map(files.map(({ path, lines }) => [path, lines.join('')]));
  return { before, answer: rename(symbol, name, textsOf(files, paths), read.blog) };
}

/** By the endings of their names. */
function textsOf(files: readonly Snapshot[], paths: readonly string[]): SymbolTexts {
  const ending = (end: string): readonly WrittenText[] =>
    files
      .filter(({ path }) => path.endsWith(end))
      .map(({ path, version, lines }) => ({ path, version, lines }));
  return {
    posts: files.filter(({ path }) => paths.includes(path)),
    worksheets: ending('.eval').map((text) => {
      return { ...text, post: text.path.replace(/eval$/, 'md') };
    }),
    macroFiles: [
      ...ending('.tex').map((text) => ({ ...text, form: 'tex' as const })),
      ...ending('.json').map((text) => ({ ...text, form: 'json' as const })),
    ],
  };
}

/** `expected` holds the files that change. */
function checkRename(
  fixture: string,
  name: string,
  expected: Readonly<Record<string, string>>,
  circumstances: Circumstances = {},
): void {
  const { before, answer } = renameAt(fixture, name, circumstances);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer));
  const written = answer.texts.map(({ post: { path }, changes }) => {
    return [path, applyChanges(before.get(path) ?? '', changes)] as const;
  });
  expect(Object.fromEntries(written)).toEqual(expected);
}

/** `expected` is the fault, the name that it is about, and its place. */
function checkRefusal(
  fixture: string,
  name: string,
  expected: string,
  circumstances: Circumstances = {},
): void {
  const { answer } = renameAt(fixture, name, circumstances);
  if (answer.kind !== 'refused') throw new Error('The rename is not refused.');
  const { why, subject, place } = answer;
  const at = place ? ` ${place.path}:${place.line + 1}` : '';
  expect(`${why} ${subject}${at}`).toBe(expected);
}

describe('a label', () => {
  it('is renamed in its post, in worksheets, and in links of other posts', () => {
    checkRename(
      raw`%% file: a.md
$$a \tag{7}\label{eq:a}$$
                    |
\ref{eq:a}, $\eqref{eq:a}$ and [(7)](#eq:a), not \eqref{eq:ab}

<!-- eval: \eqref{ eq:a } -->
%% file: a.eval
\eqref{eq:a}
%% file: b.md
[(7)](a.md#mjx-eqn:eq:a) \eqref{eq:a} [(7)](<a.md#eq:a> "seven") ![a](a.md#eq:a) [(7)][a]

[a]: /a#eq:a 'seven'

${'```'}eval
\eqref{a.md#eq:a}
${'```'}
%% file: b.eval
\eqref{a.md#eq:a}
\eqref{eq:a}
%% file: c.md
[(7)]({% link a.md#eq:a %})
`,
      'eq:new name',
      {
        'a.md': raw`$$a \tag{7}\label{eq:new name}$$
\ref{eq:new name}, $\eqref{eq:new name}$ and [(7)](#eq:new_name), not \eqref{eq:ab}

<!-- eval: \eqref{ eq:new name } -->
`,
        'a.eval': '\\eqref{eq:new name}\n',
        'b.md': raw`[(7)](a.md#mjx-eqn:eq:new_name) \eqref{eq:a} [(7)](<a.md#eq:new_name> "seven") ![a](a.md#eq:a) [(7)][a]

[a]: /a#eq:new_name 'seven'

${'```'}eval
\eqref{a.md#eq:new_name}
${'```'}
`,
        'b.eval': '\\eqref{a.md#eq:new_name}\n\\eqref{eq:a}\n',
        'c.md': '[(7)]({% link a.md#eq:new_name %})\n',
      },
    );
  });

  it('is renamed from wherever it is named', () => {
    const b = '[(7)](a.md#eq:b)\n';
    const posts = raw`%% file: a.md
$$a \tag{7}\label{eq:a}$$
%% file: b.md
[(7)](a.md#eq:a)
`;
    const expected = { 'a.md': '$$a \\tag{7}\\label{eq:b}$$\n', 'b.md': b };
    checkRename(`${posts}       |\n`, 'eq:b', expected);
    checkRename('\\eqref{eq:a}\n    |\n', 'eq:b', { 'post.md': '\\eqref{eq:b}\n' });
  });

  it('takes its duplicates along', () => {
    checkRename('$$a\\label{x}$$\n          |\n\n$$b\\label{x}$$\n', 'y', {
      'post.md': '$$a\\label{y}$$\n\n$$b\\label{y}$$\n',
    });
  });

  it('is left alone in code, in comments, and where text only looks like it', () => {
    checkRename(
      raw`
$$a \label{x} % \label{x}
           |
$$
${'`\\eqref{x}`'} <!-- \eqref{x} --> \\eqref{x} eqref{x} \cite{x}
`,
      'y',
      {
        'post.md': raw`
$$a \label{y} % \label{x}
$$
${'`\\eqref{x}`'} <!-- \eqref{x} --> \\eqref{x} eqref{x} \cite{x}
`,
      },
    );
  });

  it('keeps what links must write', () => {
    checkRename(
      raw`%% file: a.md
$$a \tag{7}\label{x}$$
                  |
%% file: b.md
[(7)](a.md#x)
`,
      '式 (a)|b',
      {
        'a.md': '$$a \\tag{7}\\label{式 (a)|b}$$\n',
        'b.md': '[(7)](a.md#式_%28a%29%7Cb)\n',
      },
    );
  });

  it('is not given a name that TeX does not take', () => {
    for (const name of ['', ' a', 'a}', 'a$b', 'a%b', 'a\\b', 'a#b', 'a\nb']) {
      checkRefusal('$$a\\label{x}$$\n          |\n', name, `label-name ${name}`);
    }
  });

  it('is not given the name or the address of another', () => {
    const posts = '$$a\\label{x}$$\n          |\n\n$$b\\label{eq b}$$\n';
    checkRefusal(posts, 'eq b', 'label-taken eq b post.md:3');
    checkRefusal(posts, 'eq_b', 'label-taken eq b post.md:3');
  });

  it('is not given a name that something waits for', () => {
    checkRefusal('$$a\\label{x}$$\n          |\n\n\\eqref{y}\n', 'y', 'label-awaited y post.md:3');
    checkRefusal(
      '%% file: a.md\n$$a\\label{x}$$\n          |\n%% file: b.md\n\n[(1)](a.md#y)\n',
      'y',
      'label-awaited y b.md:2',
    );
  });

  it('is not renamed where a macro makes it', () => {
    checkRefusal(
      raw`$\newcommand{\eq}[1]{\label{eq:#1}}$
$$a \eq{a}$$

\eqref{eq:a}
         |
`,
      'eq:b',
      'not-written eq:a post.md:2',
    );
  });

  it('is not given a name that the Markdown of the site would take apart', () => {
    checkRefusal(
      raw`$$a \label{x}$$ and \eqref{x}, \ref{x}
            |
`,
      'a*b',
      'misread a*b post.md:1',
      { site: { markdown: 'commonmark' } },
    );
  });
});

describe('a macro', () => {
  it('is renamed in its post, with all its definitions, in worksheets, and nowhere else', () => {
    checkRename(
      raw`%% file: a.md
$\def\A{\vv x}$ $\newcommand{\vv}[1]{\mathbf{#1}}$ $\vv{x} \vvv \text{\vv} % \vv
                                                     |
$
${'`\\vv`'} \vv <!-- eval: \vv{x} = 2 --> $\renewcommand\vv{v}\vv$
%% file: a.eval
\vv{y} = 3
%% file: b.md
$\vv$
%% file: b.eval
\vv
`,
      '\\vect',
      {
        'a.md': raw`$\def\A{\vect x}$ $\newcommand{\vect}[1]{\mathbf{#1}}$ $\vect{x} \vvv \text{\vect} % \vv
$
${'`\\vv`'} \vv <!-- eval: \vect{x} = 2 --> $\renewcommand\vect{v}\vect$
`,
        'a.eval': '\\vect{y} = 3\n',
      },
    );
  });

  it('is given a word alone that nothing means', () => {
    const post = '$\\newcommand{\\vv}{v}\\other$ $\\vv$\n                              |\n';
    checkRefusal(post, 'v1', 'macro-name v1');
    checkRefusal(post, '', 'macro-name ');
    checkRefusal(post, 'alpha', 'known-command alpha');
    checkRefusal(post, 'newcommand', 'known-command newcommand');
    checkRefusal(post, 'other', 'macro-taken other post.md:1');
    checkRefusal(post, 'E', 'macro-taken E', { macros: macrosFromTable({ E: 'e' }) });
  });

  it('is not renamed where its meaning is not certain', () => {
    const early = '$\\vv$\n\n$\\newcommand{\\vv}{v}$ $\\vv$\n                         |\n';
    checkRefusal(early, 'w', 'several-meanings vv post.md:1');
    const nested =
      '$\\def\\A{\\def\\vv{v}}$ $\\def\\vv{w}\\vv$\n                                   |\n';
    checkRefusal(nested, 'w', 'several-meanings vv post.md:1');
    const blogs = '$\\def\\vv{v}$\n       |\n';
    checkRefusal(blogs, 'w', 'several-meanings vv post.md:1', {
      macros: macrosFromTable({ vv: 'v' }),
    });
    const engines = '$\\renewcommand\\vec{v}$ $\\vec$\n                          |\n';
    checkRefusal(engines, 'w', 'several-meanings vec post.md:1', { site: { math: 'katex' } });
  });
});

describe('a macro of the blog', () => {
  const macros = macrosFromTable({ vv: '\\mathbf{#1}', w: '\\vv{w}' });

  it('is renamed in the files that define it, in all posts and in worksheets', () => {
    checkRename(
      raw`%% file: macros.tex
\newcommand{\vv}[1]{\mathbf{#1}} % \vv
\newcommand{\w}{\vv{w}}
%% file: postulate.json
{ "macroFiles": "macros.tex", "macros": { "\\u": "\\vv{u}\\\\vv", "vv": "v" }, "vv": 1 }
%% file: a.md
$\vv{x}$ \vv
  |
%% file: b.md
$\w = \vv w$
%% file: b.eval
\vv{w} = 1
%% file: c.md
none
`,
      'vect',
      {
        'macros.tex': raw`\newcommand{\vect}[1]{\mathbf{#1}} % \vv
\newcommand{\w}{\vect{w}}
`,
        'postulate.json': raw`{ "macroFiles": "macros.tex", "macros": { "\\u": "\\vect{u}\\\\vv", "vect": "v" }, "vv": 1 }
`,
        'a.md': '$\\vect{x}$ \\vv\n',
        'b.md': '$\\w = \\vect w$\n',
        'b.eval': '\\vect{w} = 1\n',
      },
      { macros },
    );
  });

  it('is not renamed where a post means something else by it', () => {
    const files = '%% file: m.tex\n\\def\\vv{v}\n%% file: a.md\n$\\vv$\n  |\n';
    checkRefusal(
      `${files}%% file: b.md\n\n$\\def\\vv{v}\\vv$\n`,
      'vect',
      'several-meanings vv b.md:2',
      { macros },
    );
    checkRefusal(`${files}%% file: b.md\n$\\vect$\n`, 'vect', 'macro-taken vect b.md:1', {
      macros,
    });
    checkRefusal(files, 'w', 'macro-taken w', { macros });
  });

  it('is not renamed where no file of the blog defines it', () => {
    checkRefusal('$\\vv$\n  |\n', 'vect', 'outside vv', { macros });
  });
});

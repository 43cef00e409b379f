// What stands at the cursor, and where else it stands: `|` marks the cursor, `^^^` the places that are expected.
import { describe, expect, it } from 'vitest';
import {
  macrosFromTable,
  noMacros,
  type NumberingMacros,
} from '../../src/core/numbering/macros.js';
import { definition } from '../../src/language/definition.js';
import { highlights } from '../../src/language/highlights.js';
import { references } from '../../src/language/references.js';
import {
  postsDefining,
  postsNaming,
  symbolAt,
  type PostSymbol,
  type SymbolTexts,
} from '../../src/language/symbol.js';
import { cursorPost, readFixture, type BlogFixture } from '../support/blogFixture.js';

const raw = String.raw;

interface SymbolFixture extends BlogFixture {
  readonly symbol: PostSymbol | null;
}

function readSymbol(fixture: string, macros: NumberingMacros = noMacros): SymbolFixture {
  const read = readFixture(fixture, {}, macros);
  const context = { post: cursorPost(read), blog: read.blog };
  return { ...read, symbol: symbolAt(context, read.cursor?.offset ?? 0) };
}

function textsAt({ posts }: BlogFixture, paths: readonly string[]): SymbolTexts {
  const found = paths.flatMap((path) => posts.get(path) ?? []);
  return { posts: found, worksheets: [], macroFiles: [] };
}

function checkDefinition(fixture: string, macros?: NumberingMacros): void {
  const read = readSymbol(fixture, macros);
  const { symbol, blog, ranges } = read;
  const places = symbol ? definition(symbol, textsAt(read, postsDefining(symbol)), blog) : [];
  expect(places).toEqual(ranges);
}

function checkReferences(
  fixture: string,
  { includeDeclaration = true, macros = noMacros } = {},
): void {
  const read = readSymbol(fixture, macros);
  const { symbol, blog, ranges } = read;
  const texts = textsAt(read, symbol ? postsNaming(symbol, blog) : []);
  expect(symbol ? references(symbol, texts, blog, includeDeclaration) : []).toEqual(ranges);
}

function checkHighlights(fixture: string): void {
  const read = readFixture(fixture);
  const context = { post: cursorPost(read), blog: read.blog };
  const spans = highlights(context, read.cursor?.offset ?? 0).map(({ nameSpan }) => nameSpan);
  expect(spans.map((span) => ({ path: context.post.path, span }))).toEqual(read.ranges);
}

describe('definition', () => {
  it('leads from a reference to its label', () => {
    checkDefinition(raw`
\eqref{eq:a}
        |
$$a \tag{1}\label{eq:a}$$
                  ^^^^
`);
  });

  it('leads through a link to another post', () => {
    checkDefinition(raw`%% file: a.md
$$a \tag{7}\label{eq:a}$$
                  ^^^^
%% file: b.md
See [(7)](a.md#eq:a).
       |
`);
  });

  it('leads from a worksheet to the display that it names', () => {
    checkDefinition(raw`
$$a \tag{1}\label{eq:a}$$
                  ^^^^
${'```'}eval
\eqref{eq:a}
       |
${'```'}
`);
  });

  it('has none where no label is', () => {
    checkDefinition('\\eqref{eq:a}\n    |\n');
  });

  it('leads from a title in 《》 to the post that has it, and through its link', () => {
    checkDefinition(raw`%% file: a.md
# Losses
  ^^^^^^
%% file: b.md
As in 《losses》 and 《Sparsity》.
         |
`);
    checkDefinition(raw`%% file: a.md
---
title: Losses
       ^^^^^^
---
%% file: b.md
As in [《Old name》](a.md).
          |
`);
    checkDefinition('As in 《Losses》.\n         |\n');
  });

  it('leads from the title of a part without its subtitle to the posts that are that part', () => {
    checkDefinition(`%% file: 1.md
# 扩散漫谈（一）：起点
%% file: 2.md
# 扩散漫谈（二）：分数
  ^^^^^^^^^^
%% file: b.md
见《扩散漫谈(二)》。
     |
`);
    checkDefinition(
      '%% file: 1.md\n# 扩散漫谈（一）：起点\n%% file: b.md\n见《扩散漫谈（二）》。\n     |\n',
    );
  });

  it('leads from a link to the heading that it names', () => {
    checkDefinition(raw`%% file: a.md
## Upper bounds
   ^^^^^^^^^^^^
%% file: b.md
See [there](a.md#upper-bounds).
                    |
`);
    checkDefinition('See [there](#lower-bounds).\n               |\n\n## Upper bounds\n');
  });

  it('leads through a link whose target stands below, and through a tag', () => {
    checkDefinition(raw`%% file: a.md
$$a \tag{7}\label{eq:a}$$
                  ^^^^
%% file: b.md
See [(7)][a].
      |

[a]: a.md#eq:a
`);
    checkDefinition(raw`%% file: a.md
$$a \tag{7}\label{eq:a}$$
                  ^^^^
%% file: b.md
See [(7)]({% link a.md#eq:a %}).
                       |
`);
  });

  it('leads from a macro to the definition that holds there', () => {
    checkDefinition(raw`
$\newcommand{\R}{\mathbb{R}}$ and $x \in \R$
              ^                           |
`);
    checkDefinition(raw`
$\newcommand{\R}{r}$ $\R$ $\renewcommand\R{s} \R$
                                         ^     |
`);
    checkDefinition(raw`
$\def\A#1{\B{#1}}$ $\newcommand{\B}[1]{(#1)}$ $\A{x}$
           |                     ^
`);
  });

  it('has none where a command is not defined yet, or in a comment or code', () => {
    checkDefinition(raw`
$\vec x$ $\renewcommand{\vec}[1]{\mathbf{#1}}$
   |
`);
    checkDefinition('$\\newcommand{\\R}{r}$ `$\\R$`\n                       |\n');
    checkDefinition('$\\newcommand{\\R}{r} % \\R\n                        |\n$\n');
  });
});

describe('references', () => {
  it('are those of the post, and links of others', () => {
    checkReferences(raw`%% file: a.md
\ref{eq:a} and $\eqref{eq:a}$ but not \eqref{eq:b}
     ^^^^              ^^^^
$$a \tag{7}\label{eq:a}$$
                 |^^^^
%% file: b.md
[(7)](a.md#eq:a) and \eqref{eq:a}
           ^^^^
`);
  });

  it('are also those of worksheets', () => {
    checkReferences(raw`
$$a \tag{7}\label{eq:a}$$
                 |^^^^
${'```'}eval
\eqref{ eq:a }
        ^^^^
${'```'}
<!-- eval: \eqref{eq:a} -->
                  ^^^^
`);
  });

  it('leave the label out where only references are asked for', () => {
    checkReferences(
      raw`
\ref{eq:a}
     ^^^^
$$a \tag{7}\label{eq:a}$$
                  |
`,
      { includeDeclaration: false },
    );
  });

  it('of a title are its citations, by its name or by a link', () => {
    checkReferences(raw`%% file: a.md
# Losses
  ^^^|^^
%% file: b.md
《Losses》, [《Old》](a.md), 《Other》 and ${'`《Losses》`'}
 ^^^^^^     ^^^
`);
  });

  it('of a title that is a part are its citations without the subtitle, too', () => {
    checkReferences(`%% file: a.md
# 扩散漫谈（二）：分数
  ^^^|^^^^^^
%% file: b.md
见《扩散漫谈（二）》、《扩散漫谈（三）》和《扩散漫谈》。
  ^^^^^^^
`);
  });

  it('of a heading are the links to it', () => {
    checkReferences(raw`%% file: a.md
# Losses

## Upper bounds
   ^^^^^^|^^^^^
[above](#upper-bounds)
         ^^^^^^^^^^^^
%% file: b.md
[there](a.md#upper-bounds)
             ^^^^^^^^^^^^
`);
  });

  it('of a macro are those that its definition gives a meaning, in worksheets too', () => {
    checkReferences(raw`
$\R$ $\def\A{\R}$ $\newcommand{\R}{r}$ $\R^2 \RR$ \R
              ^                 ^        ^
                                |
<!-- eval: \R = 2 -->
            ^
$\renewcommand{\R}{s}$ $\R$
`);
  });

  it('of a macro of the blog are those of posts that have no other of that name', () => {
    checkReferences(
      raw`%% file: a.md
$\R$
  ^
  |
%% file: b.md
$x \in \R$ and $\def\R{r} \R$
        ^
`,
      { macros: macrosFromTable({ R: '\\mathbb{R}' }) },
    );
  });
});

describe('highlights', () => {
  it('are all places of the post, of whatever kind', () => {
    checkHighlights(raw`
$$a \tag{1}\label{eq:a}$$
                  ^^^^
\eqref{eq:a} [(1)](#eq:a) \eqref{eq:b}
       ^^|^         ^^^^
`);
    checkHighlights('word\n  |\n');
  });
});

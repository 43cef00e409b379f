// Hovers on what has no label: titles in 《》, numbers written by hand, macros. `|` is the pointer.
import { expect, it } from 'vitest';
import { macrosFromTable } from '../../src/core/numbering/macros.js';
import type { LanguageContext } from '../../src/language/context.js';
import { citationHover, firstWords } from '../../src/language/hovers/citation.js';
import { macroHover } from '../../src/language/hovers/macro.js';
import { equationNumbered, writtenNumberAt } from '../../src/language/hovers/writtenNumber.js';
import { cursorPost, readFixture } from '../support/blogFixture.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

function read(fixture: string): { readonly context: LanguageContext; readonly offset: number } {
  const found = readFixture(fixture, {}, macrosFromTable({ E: raw`\mathbb{E}` }));
  return {
    context: { post: cursorPost(found), blog: found.blog },
    offset: found.cursor?.offset ?? -1,
  };
}

/** As `path, title, date, part`; `near` where none has the title. */
function checkCitation(line: string, expected: readonly string[] | null): void {
  const fixture = `%% file: a.md\n# A\n\n${line}\n    |\n${others}`;
  const { context, offset } = read(fixture);
  const hover = citationHover(context, offset);
  const said = hover?.posts.map(({ path, title, date, isUnpublished, part }) =>
    [
      ...(hover.kind === 'near' ? ['near'] : []),
      ...[path, title, date ?? '-', part ? `${part.number}/${part.count}` : '-'],
      ...(isUnpublished ? ['draft'] : []),
    ].join(', '),
  );
  expect(said ?? null).toEqual(expected);
}

const others = `
%% file: b1.md
---
title: 漫谈（上）：起点
date: 2026-01-02
---
%% file: b2.md
---
title: 漫谈（下）：终点
draft: true
---
%% file: c.md
# Two of a kind
%% file: d.md
# Two of a Kind
%% file: e.md
# 从动力学角度看优化算法
`;

it('says which post a title is that of, and its part of a series', () => {
  checkCitation('见《漫谈（上）：起点》', ['b1.md, 漫谈（上）：起点, 2026-01-02, 1/2']);
  checkCitation('见《漫谈(上)》', ['b1.md, 漫谈（上）：起点, 2026-01-02, 1/2']);
  checkCitation('[《这里》](b2.md)', ['b2.md, 漫谈（下）：终点, -, 2/2, draft']);
  checkCitation('[《x》]({{< ref "b2.md" >}})', ['b2.md, 漫谈（下）：终点, -, 2/2, draft']);
});

it('names all posts that share a title, and those with nearly this one', () => {
  checkCitation('见《Two of a kind》', ['c.md, Two of a kind, -, -', 'd.md, Two of a Kind, -, -']);
  checkCitation('见《从动力学角度看优化算式》', ['near, e.md, 从动力学角度看优化算法, -, -']);
});

it('says nothing of papers, and of titles elsewhere', () => {
  checkCitation('见《Attention Is All You Need》', null);
  checkCitation('[《漫谈（上）：起点》](https://x.org)', null);
  checkCitation('《漫谈》漫谈', null);
});

it('shows how a post begins', () => {
  const words = (text: string): string | null => firstWords(openText(text));
  expect(words('---\ntitle: x\n---\n# H\n\n![p](p.png)\n\nOne\n[two](t.md).\n\nThree\n')).toBe(
    'One two.',
  );
  expect(words(`${'长'.repeat(200)}\n`)).toBe(`${'长'.repeat(159)}…`);
  expect(words('# H\n')).toBe(null);
});

function checkNumber(fixture: string, expected: string | null): void {
  const { context, offset } = read(fixture);
  const found = writtenNumberAt(context, offset);
  expect(found && `${found.path} ${found.number}`).toBe(expected);
}

it('knows whose equation a number names', () => {
  checkNumber('由公式(2)可知\n    |\n', 'post.md 2');
  checkNumber('由公式$(2)$可知\n     |\n', 'post.md 2');
  checkNumber('由论文的公式(2)可知\n        |\n', null);
  const linked = '%% file: a.md\n《[B](b.md)》的式(16)\n               |\n%% file: b.md\n# B\n';
  checkNumber(linked, 'b.md 16');
});

it('finds the one equation with a number', () => {
  const post = openText(
    '$$a\\tag{1}$$\n\n$$b\\tag{1}$$\n\n\\begin{align}c\\\\d\\label{eq:d}\\end{align}\n',
  );
  expect(equationNumbered(post, '2')).toMatchObject({ shown: '(2)', line: 4 });
  expect(equationNumbered(post, '2')?.tex).not.toContain('label');
  expect(equationNumbered(post, '1')).toBe(null);
  expect(equationNumbered(post, '3')).toBe(null);
});

function checkMacro(fixture: string, expected: string | null): void {
  const { context, offset } = read(fixture);
  const found = macroHover(context.post, offset);
  expect(found && `${found.definition} ${found.line ?? 'blog'} ${found.sample ?? '-'}`).toBe(
    expected,
  );
}

it('shows what a macro is, and where it is defined', () => {
  checkMacro('a $\\E x$ b\n    |\n', raw`\newcommand{\E}{\mathbb{E}} blog \E`);
  const text = 'text\n\n$\\newcommand{\\norm}[1]{\\|#1\\|}$\n\nthen $1+\\norm{x}$\n';
  checkMacro(`${text}           |\n`, raw`\newcommand{\norm}[1]{\|#1\|} 2 \norm{\#1}`);
  checkMacro('$\\let\\R=\\alpha$ $\\R$\n                  |\n', raw`\let\R=\alpha 0 \R`);
});

it('says nothing of other commands, nor outside of formulas', () => {
  checkMacro('a $\\alpha x$ b\n     |\n', null);
  checkMacro('a \\E b $\\E$\n   |\n', null);
  checkMacro('a $\\E x$ b\n      |\n', null);
});

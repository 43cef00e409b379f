// Completion on fixtures: `|` marks the cursor, `^^^` what an item replaces.
import { describe, expect, it } from 'vitest';
import type { NumberingMacros } from '../../../src/core/numbering/macros.js';
import { macrosFromTable } from '../../../src/core/numbering/macros.js';
import type { Site } from '../../../src/core/site/site.js';
import { lineStarts, positionAt } from '../../../src/core/text/lines.js';
import { completion, completionTriggers } from '../../../src/language/completion/completion.js';
import { commonCommands } from '../../../src/language/completion/commonCommands.js';
import { knownCommands } from '../../../src/language/completion/knownCommands.js';
import type { CompletionAnswer, CompletionItem } from '../../../src/language/completion/item.js';
import { cursorPost, readFixture } from '../../support/blogFixture.js';

const raw = String.raw;

interface Setting {
  readonly site?: Partial<Site>;
  readonly macros?: NumberingMacros;
}

interface Completed {
  readonly answer: CompletionAnswer | null;
  /** The cursor's line once the item was chosen. */
  readonly chosen: (item: CompletionItem | undefined) => string | null;
}

function complete(fixture: string, { site, macros }: Setting = {}): Completed {
  const read = readFixture(fixture, site, macros);
  const post = cursorPost(read);
  const starts = lineStarts(post.lines);
  const position = positionAt(starts, read.cursor?.offset ?? 0);
  const answer = completion({ post, blog: read.blog }, position);
  const line = (post.lines[position.line] ?? '').trimEnd();
  if (answer && read.ranges.length > 0) {
    const start = starts[position.line] ?? 0;
    const span = { start: start + answer.start, end: start + answer.end };
    expect([{ path: post.path, span }]).toEqual(read.ranges);
  }
  const chosen = (item: CompletionItem | undefined): string | null => {
    if (!answer || !item) return null;
    const { text, ahead } = item.written ?? { text: item.text };
    const before = line.slice(0, answer.start);
    const led = ahead
      ? before.slice(0, ahead.column) + ahead.text + before.slice(ahead.column)
      : before;
    return led + text + line.slice(answer.end);
  };
  return { answer, chosen };
}

/** The items as `text note tex`; `null` where nothing is offered. */
function checkCompletion(fixture: string, expected: readonly string[] | null, setting?: Setting) {
  const { answer } = complete(fixture, setting);
  const shown = answer?.items.map(({ text, note, tex }) =>
    [text, note, tex].filter((part) => part !== undefined).join(' '),
  );
  expect(shown ?? null).toEqual(expected);
}

/** What the line becomes with the item of that name, else the first. */
function checkChosen(fixture: string, expected: string | null, name?: string, setting?: Setting) {
  const { answer, chosen } = complete(fixture, setting);
  const item = answer?.items.find(({ text }) => name === undefined || text === name);
  expect(chosen(item)).toBe(expected);
}

function offered(fixture: string, setting?: Setting): readonly string[] {
  return complete(fixture, setting).answer?.items.map(({ text }) => text) ?? [];
}

const equations = raw`
\begin{equation} a+b \label{eq:sum} \end{equation}

\begin{equation*} c \label{eq:none} \end{equation*}
`;

describe('labels', () => {
  it('are offered with number and TeX, and replace the whole name', () => {
    const all = ['eq:sum (1) a+b', 'eq:none (???) c'];
    checkCompletion(
      `See \\eqref{eq:s} here.
           ^^^^|
${equations}`,
      all,
    );
    checkCompletion(
      `See \\eqref{eq:none} here.
           ^^|^^^^
${equations}`,
      all,
    );
    checkCompletion(`See $\\eqref{\n            |\n${equations}`, all);
  });

  it('are found by name, number and TeX, also by a command of it', () => {
    const { answer } = complete(`See \\eqref{\\lo\n              |\n${equations}`);
    expect(answer?.items.map(({ filter }) => filter)).toEqual(['eq:sum 1 a+b', 'eq:none c']);
  });

  it('that are many are cut down to those that what was typed can become', () => {
    const many = Array.from({ length: 300 }, (_, at) => raw`$$a\label{eq:n${at}}$$`);
    const posts = [...many, raw`$$b\label{eq:kl}$$`].join('\n\n');
    const all = complete(`\\eqref{\n       |\n\n${posts}\n`).answer;
    expect(all).toMatchObject({ isIncomplete: true });
    expect(all?.items).toHaveLength(200);
    expect(offered(`\\eqref{kl\n         |\n\n${posts}\n`)).toEqual(['eq:kl']);
  });

  it('of another post are offered in a link to it, those of the post behind `#` alone', () => {
    checkCompletion(
      `%% file: a.md
${equations}$$d \\tag{2}\\label{eq:of (d)}$$
%% file: b.md
See [(1)](a.md#eq:s).
               ^^^^|
`,
      ['eq:sum (1)', 'eq:none (???)', 'eq:of_%28d%29 (2)'],
    );
    checkCompletion(`See [(1)](#eq:non)\n           ^^|^^^\n${equations}`, [
      'eq:sum (1) a+b',
      'eq:none (???) c',
    ]);
    checkCompletion(`See [(1)](lost.md#\n                  |\n${equations}`, null);
  });

  it('that are missing are offered where one is defined', () => {
    checkCompletion('\\eqref{eq:new}\n\n$$a\\label{\n          |\n', ['eq:new']);
    checkCompletion('\\eqref{eq:new}\n\n$$a\\label{eq:new}$$\n          ^^|^^^\n', ['eq:new']);
  });

  it('that are missing are offered where other posts link to them', () => {
    checkCompletion(
      `%% file: a.md
[(1)](b.md#mjx-eqn:eq:far) [(2)](b.md#section) [(3)](b.md#eq:here)
%% file: b.md
$$b\\label{eq:here}$$ $$a\\label{
                               |
`,
      ['eq:far'],
    );
  });

  it('are not offered in code', () => {
    checkCompletion(`\`\`\`\n\\eqref{\n       |\n\`\`\`\n${equations}`, null);
  });
});

describe('environments', () => {
  it('are offered with their ends, and in `\\end` the one that is open', () => {
    const { chosen, answer } = complete('\\begin{\n       |\n');
    expect(chosen(answer?.items[0])).toBe('\\begin{equation}\n\t$0\n\\end{equation}');
    checkChosen('\\begin{}\n       |\n', '\\begin{equation}\n\t$0\n\\end{equation}');
    checkChosen('$$\\begin{$$\n         |\n', '$$\\begin{aligned}\n\t$0\n\\end{aligned}$$');
    checkChosen('$$\\begin{ca} x \\end{ca}$$\n           |\n', '$$\\begin{aligned} x \\end{ca}$$');
    checkChosen(
      '$$\\begin{align} \\begin{cases} 1 \\end{$$\n                                     |\n',
      '$$\\begin{align} \\begin{cases} 1 \\end{cases}$$',
    );
    checkChosen('\\end{\n     |\n', null);
  });
});

describe('titles', () => {
  const posts = `%% file: a.md
# 生成扩散模型漫谈（一）：起点
%% file: b.md
# 生成扩散模型漫谈（二）：重参数
%% file: c.md
# 《一点》之外
`;

  /** In a post of its own, the last. */
  const inPost = (text: string): string => `${posts}%% file: z.md\n${text}`;

  it('of the other posts are offered behind 《, and closed', () => {
    checkCompletion(inPost('# 别的\n\n见《\n  |\n'), [
      '《一点》之外 c.md',
      '生成扩散模型漫谈（一）：起点 a.md',
      '生成扩散模型漫谈（二）：重参数 b.md',
    ]);
    checkChosen(inPost('见《\n  |\n'), '见《〈一点〉之外》');
    checkChosen(inPost('见《旧标题》，与《别的》\n  |\n'), '见《〈一点〉之外》，与《别的》');
    checkChosen(inPost('见《，与《别的》\n  |\n'), '见《〈一点〉之外》，与《别的》');
  });

  it('are found by their characters, initials and syllables', () => {
    const one = ['生成扩散模型漫谈（二）：重参数'];
    expect(offered(inPost('见《重参\n    |\n'))).toEqual(one);
    expect(offered(inPost('见《ccs\n     |\n'))).toEqual(one);
    expect(offered(inPost('见《chongcan\n          |\n'))).toEqual(one);
    expect(offered(inPost('见《sckuosan\n          |\n'))).toHaveLength(2);
    expect(offered(inPost('见《xyz\n     |\n'))).toEqual([]);
  });

  it('go on to be asked for while one types, and are found by what was typed', () => {
    const { answer } = complete(inPost('见《ccs\n     |\n'));
    expect(answer).toMatchObject({ isIncomplete: true, items: [{ filter: 'ccs' }] });
  });

  it('of the series of the post come first', () => {
    expect(offered(inPost('# 生成扩散模型漫谈（三）\n\n见《\n  |\n'))[2]).toBe('《一点》之外');
  });

  it('are links, where the post links to what it cites', () => {
    const habit = '[《〈一点〉之外》](c.md)\n\n';
    const name = '生成扩散模型漫谈（一）：起点';
    checkChosen(inPost(`${habit}见《qd\n    |\n`), `见[《${name}》](a.md)`, name);
    checkChosen(inPost(`${habit}见[《qd]\n     |\n`), `见[《${name}》](a.md)`, name);
    checkChosen(inPost(`${habit}见[《qd》](a.md)\n     |\n`), `见[《${name}》](a.md)`, name);
    checkChosen(inPost(`${habit}见[《qd](a.md)\n     |\n`), `见[《${name}》](a.md)`, name);
    checkChosen(inPost(`《${name}》\n\n${habit}见《qd\n    |\n`), `见《${name}》`, name);
  });

  it('keep out of formulas and code', () => {
    checkCompletion(inPost('$$\\text{《\n        |\n$$\n'), null);
    checkCompletion(inPost('```\n《\n |\n```\n'), null);
  });
});

describe('commands', () => {
  it('that refer are offered everywhere, once there are labels', () => {
    checkCompletion(`By \\eq\n      |\n${equations}`, ['\\eqref']);
    checkCompletion('By \\eq\n      |\n', null);
    checkCompletion(`By \\eq\n      |\n${equations}`, null, { site: { math: 'katex' } });
  });

  it('are offered in formulas, also in one that has no end yet', () => {
    for (const fixture of [
      'a $\\varep$ b\n        |\n',
      'a $x + \\varep\n             |\n',
      'a \\(x + \\varep\n              |\n',
      '> a $x + \\varep\n               |\n',
      '$$\n\\varep\n      |\n',
      '\\begin{align}\n\\varep\n      |\n',
    ]) {
      expect(offered(fixture)).toEqual(['\\varepsilon']);
    }
    expect(offered('a $\\\n    |\n')).toContain('\\alpha');
    expect(offered('a \\(\\\n     |\n')).toContain('\\alpha');
    for (const fixture of [
      'a \\varep\n        |\n',
      'a $x$ \\varep b\n            |\n',
      'a `$x \\varep` b\n           |\n',
      '$a \\\\varep$\n          |\n',
    ]) {
      expect(offered(fixture)).toEqual([]);
    }
  });

  it('are those that the engine of the site knows', () => {
    const argmax = '$\\argm$\n      |\n';
    expect(offered(argmax, { site: { math: 'katex' } })).toEqual(['\\argmax', '\\argmin']);
    expect(offered(argmax)).toEqual([]);
    expect(offered('$\\idots$\n       |\n')).toEqual(['\\idotsint']);
    expect(offered('$\\idots$\n       |\n', { site: { math: 'mathjax2' } })).toEqual([]);
  });

  it('have places for their arguments, unless some stand there', () => {
    checkChosen('$\\fra$\n     |\n', '$\\\\frac{$1}{$2}$', '\\frac');
    checkChosen('$\\frac{1}{2}$\n ^^|^^\n', '$\\frac{1}{2}$', '\\frac');
    checkChosen('$\\alp$\n     |\n', '$\\alpha$', '\\alpha');
    checkChosen('$\\beg$\n     |\n', '$\\begin{$', '\\begin');
  });

  it('that the post uses come first', () => {
    expect(offered('$\\tau \\tau \\top$\n\n$\\t$\n   |\n').slice(0, 2)).toEqual(['\\tau', '\\top']);
  });

  it('in common use come before the others, behind those of the post', () => {
    expect(offered('$\\al\n    |\n').slice(0, 2)).toEqual(['\\alpha', '\\aleph']);
    expect(offered('$\\in\n    |\n').slice(0, 4)).toEqual(['\\in', '\\inf', '\\infty', '\\int']);
    expect(offered('$\\aleph$ $\\al\n             |\n')[0]).toBe('\\aleph');
    const macros = macrosFromTable({ alg: 'A' });
    expect(offered('$\\al\n    |\n', { macros })[0]).toBe('\\alg');
  });

  it('in common use are known to every engine', () => {
    for (const math of ['mathjax4', 'mathjax3', 'katex'] as const) {
      const known = new Set(knownCommands(math).map(({ name }) => name));
      expect([...commonCommands].filter((name) => !known.has(name))).toEqual([]);
    }
  });

  it('that the post or its blog defines are offered with what they stand for', () => {
    const macros = macrosFromTable({ Reals: '\\mathbb{R}' });
    checkCompletion('$\\Rea$\n     |\n', ['\\Reals \\mathbb{R}'], { macros });
    const defined = '$\\newcommand{\\normof}[2]{\\|#1\\|_{#2}}$\n\n';
    checkCompletion(`${defined}$\\norm\n      |\n`, ['\\normof \\|#1\\|_{#2}', '\\normalsize']);
    checkChosen(`${defined}$\\norm\n      |\n`, '$\\\\normof{$1}{$2}', '\\normof');
    expect(offered(`$\\norm\n      |\n\n${defined}`)).toEqual(['\\normalsize']);
  });

  it('can be shown: by a use of them, and the definition of a macro', () => {
    const subjects = (fixture: string) =>
      complete(fixture).answer?.items.map(({ subject }) => subject);
    expect(subjects('$\\dfra$\n      |\n')).toEqual([
      { kind: 'command', tex: '\\dfrac{a}{b}', definition: null, block: 0 },
    ]);
    expect(subjects('$\\def\\twice#1{#1#1}\\twi$\n                       |\n')).toEqual([
      {
        kind: 'command',
        tex: '\\twice{a}',
        definition: raw`\newcommand{\twice}[1]{#1#1}`,
        block: 0,
      },
    ]);
  });
});

it('is asked for by what begins each kind', () => {
  expect([...completionTriggers].sort()).toEqual(['#', ':', '\\', '{', '《']);
});

// What blocks hold besides formulas: references, headings, links, titles, numbers, comments, code.
import { describe, expect, it } from 'vitest';
import { markdownEngines, type MarkdownEngine } from '../../../src/core/site/site.js';
import { collect, scanText } from '../../support/checkBlocks.js';

describe('references in prose', () => {
  it('are found outside formulas and code', () => {
    const found = collect(
      'see \\eqref{eq:a b}, \\ref {c_d}, $\\eqref{x}$, `\\ref{y}`, \\\\ref{z}',
      (block) => block.references,
    );
    expect(found.map(({ value, source }) => [value.command, value.key, source])).toEqual([
      ['eqref', 'eq:a b', '\\eqref{eq:a b}'],
      ['ref', 'c_d', '\\ref {c_d}'],
    ]);
  });

  it('are decoded, and broken by emphasis', () => {
    const found = collect(
      '\\ref{a\\_b} \\ref{c*d} \\ref{e*f}',
      (block) => block.references,
      'commonmark',
    );
    expect(found.map(({ value }) => value.key)).toEqual(['a_b']);
  });

  it('know where their key stands', () => {
    const [block] = scanText('> x\n> \\eqref{k}');
    expect(block?.references[0]?.keySpan).toEqual({ start: 13, end: 14 });
  });

  it('stand in HTML blocks too', () => {
    expect(
      collect('<div>\n\\eqref{k}\n</div>', (block) => block.references).map(({ source }) => source),
    ).toEqual(['\\eqref{k}']);
  });
});

describe('headings', () => {
  it('have their level and source text', () => {
    const text =
      '# One $x$ ##\n\nTwo\n*a*\n---\n\n> ### Three\n\n- #### Four\n\n#five\n####### six\n## \n';
    const found = collect(text, (block) => block.headings);
    expect(found.map(({ value, source }) => [value.level, value.text, source])).toEqual([
      [1, 'One $x$', 'One $x$'],
      [2, 'Two\n*a*', 'Two\n*a*'],
      [3, 'Three', 'Three'],
      [4, 'Four', 'Four'],
      [2, '', ''],
    ]);
  });
});

describe('links', () => {
  const linksOf = (text: string): unknown[] =>
    collect(text, (block) => block.links).map(({ value, source }) => [
      value.kind,
      value.byLabel,
      value.target,
      value.text,
      source,
    ]);

  it('are inline links, images and addresses', () => {
    expect(linksOf('[a](b.md#c "t") ![d](e.png) <https://f.g/> <a@b.c> [h](<i j>)')).toEqual([
      ['link', false, 'b.md#c', 'a', '[a](b.md#c "t")'],
      ['image', false, 'e.png', 'd', '![d](e.png)'],
      ['autolink', false, 'https://f.g/', 'https://f.g/', '<https://f.g/>'],
      ['autolink', false, 'a@b.c', 'a@b.c', '<a@b.c>'],
      ['link', false, 'i j', 'h', '[h](<i j>)'],
    ]);
  });

  it('may hold formulas and brackets, and images, but no links', () => {
    expect(linksOf('[(3) $x]$ [y]](z) [a [b](c) d](e) [![f](g)](h)')).toEqual([
      ['link', false, 'z', '(3) $x]$ [y]', '[(3) $x]$ [y]](z)'],
      ['link', false, 'c', 'b', '[b](c)'],
      ['link', false, 'h', '![f](g)', '[![f](g)](h)'],
      ['image', false, 'g', 'f', '![f](g)'],
    ]);
  });

  it('may go by label', () => {
    expect(linksOf('[a][b] and [c][] and `[d][e]` and [f]')).toEqual([
      ['link', true, 'b', 'a', '[a][b]'],
      ['link', true, 'c', 'c', '[c][]'],
    ]);
  });

  it('have escapes and references undone in their target', () => {
    expect(linksOf('[a](b\\_c&amp;d\\e)')).toEqual([
      ['link', false, 'b_c&d\\e', 'a', '[a](b\\_c&amp;d\\e)'],
    ]);
  });

  it('know where their target stands', () => {
    const text = 'see [a](b.md "t")';
    const [block] = scanText(text);
    const span = block?.links[0]?.targetSpan ?? { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe('b.md');
  });

  it('have definitions', () => {
    const found = collect(
      '[A b]: /u\n  "t"\n[c\nd]: <v w>\n> [e]: x\n[f]: javascript:x\n',
      (block) => block.linkDefinitions,
    );
    expect(
      found.map(({ value, source }) => [value.label, value.target, value.title, source]),
    ).toEqual([
      ['A b', '/u', 't', '[A b]: /u\n  "t"'],
      ['c\nd', 'v w', '', '[c\nd]: <v w>'],
      ['e', 'x', '', '[e]: x'],
    ]);
  });
});

describe('titles in brackets', () => {
  const titlesOf = (text: string): unknown[] =>
    collect(text, (block) => block.titleCitations).map(({ value, source }) => [
      value.title,
      value.link,
      source,
    ]);

  it('are found with the link that holds or surrounds them', () => {
    expect(titlesOf('见《甲》、[《乙（一）》](/b)和《[丙](c.md)》')).toEqual([
      ['甲', null, '《甲》'],
      ['乙（一）', '/b', '《乙（一）》'],
      ['丙', 'c.md', '《[丙](c.md)》'],
    ]);
  });

  it('may nest, and hold formulas', () => {
    expect(titlesOf('《评〈甲〉与《乙》》和《$E=mc^2$》')).toEqual([
      ['评〈甲〉与《乙》', null, '《评〈甲〉与《乙》》'],
      ['$E=mc^2$', null, '《$E=mc^2$》'],
    ]);
  });

  it('do not stand in code or comments, nor go on without end', () => {
    expect(titlesOf(`\`《甲》\` <!-- 《乙》 --> 《${'长'.repeat(300)}》 《丙》`)).toEqual([
      ['丙', null, '《丙》'],
    ]);
  });
});

describe('numbers written by hand', () => {
  const numbersOf = (text: string): string[] =>
    collect(text, (block) => block.handWrittenNumbers).map(
      ({ value, source }) => `${value.number} ${source}`,
    );

  it('stand behind or before a word for equation', () => {
    expect(numbersOf('由式(15)、公式$(1)$、（3）式、方程(2)、方程组（4）和不等式 (2.4)')).toEqual([
      '15 (15)',
      '1 $(1)$',
      '3 （3）',
      '2 (2)',
      '4 （4）',
      '2.4 (2.4)',
    ]);
    expect(numbersOf('By Eq. (3), Eqs.~(4a), equation (5) and Equation $(6)$, $(7)$式')).toEqual([
      '3 (3)',
      '4a (4a)',
      '5 (5)',
      '6 $(6)$',
      '7 $(7)$',
    ]);
  });

  it.each([
    ['由式(1)和(2)可得', '1 2'],
    ['式(1)、（2）以及$(3)$', '1 2 3'],
    ['Eqs. (1), (2), and (3)', '1 2 3'],
    ['方程组(1)~(3)，Eqs. (4)–(6)', '1 3 4 6'],
    ['(1)、(2)两式与(3)和(4)式', '1 2 3 4'],
    ['由式(1)，(2) 成立', '1'],
    ['by Eq. (1), (2) holds', '1'],
    ['式(1)的(2)', '1'],
  ])('make lists: %s', (text, numbers) => {
    expect(numbersOf(text).map((one) => one.split(' ')[0])).toEqual(numbers.split(' '));
  });

  it('are found in the text of links and about papers', () => {
    expect(numbersOf('[那篇文章的公式(16)](a.md) 论文中的式$(9)$')).toEqual(['16 (16)', '9 $(9)$']);
  });

  it('do not stand behind other words, in code or addresses', () => {
    expect(
      numbersOf('模式（7.4.2）、形式(1)、方式(2)、`式(3)`、[a](式(4))、函数(5)、式(x)'),
    ).toEqual([]);
  });
});

describe('comments', () => {
  const commentsOf = (text: string): string[] =>
    collect(text, (block) => block.comments).map(
      ({ value, source }) => `${value.text.text}|${source}`,
    );

  it('are found in text, behind formulas and as blocks', () => {
    expect(commentsOf('$x$<!--= --> and <!-- a\nb -->')).toEqual([
      '= |<!--= -->',
      ' a\nb |<!-- a\nb -->',
    ]);
    expect(commentsOf('<!-- eval: a\n\nb -->\n\n> <!-- c -->')).toEqual([
      ' eval: a\n\nb |<!-- eval: a\n\nb -->',
      ' c |<!-- c -->',
    ]);
    expect(commentsOf('<div><!-- a --></div>\n\n\\begin{a}x\\end{a}<!--= 3 -->')).toEqual([
      ' a |<!-- a -->',
      '= 3 |<!--= 3 -->',
    ]);
  });

  it('do not stand in code', () => {
    expect(commentsOf('`<!-- a -->`\n\n    <!-- b -->\n')).toEqual([]);
  });
});

describe('fences', () => {
  it('keep info and body, also in containers', () => {
    const text = '``` eval x=1\n a\n\nb\n```\n\n> - ~~~\n>   c\n>   ~~~\n\n```never\nd';
    const found = collect(text, (block) => block.fences);
    expect(found.map(({ value, source }) => [value.info, value.body.text, source])).toEqual([
      [' eval x=1', ' a\n\nb\n', '``` eval x=1\n a\n\nb\n```'],
      ['', 'c\n', '~~~\n>   c\n>   ~~~'],
      ['never', 'd', '```never\nd'],
    ]);
  });

  it('know where an empty body stands', () => {
    const [, block] = scanText('a\n\n```\n```\n');
    expect(block?.fences[0]?.body).toEqual({ text: '', pieces: [{ at: 0, source: 4 }] });
  });

  it('map their body to the source', () => {
    const [block] = scanText('> ```\n> ab\n> cd\n> ```\n');
    expect(block?.fences[0]?.body.pieces).toEqual([
      { at: 0, source: 8 },
      { at: 3, source: 13 },
    ]);
  });
});

describe('formulas without an end', () => {
  const unclosedOf = (text: string, markdown: MarkdownEngine = 'raw'): string[] =>
    collect(text, (block) => block.unclosed, markdown).map(
      ({ value, source }) => `${value.lacks} ${source}`,
    );

  it('lack their end delimiter', () => {
    for (const markdown of markdownEngines) {
      expect(unclosedOf('Let \\begin{equation} x = 1\n\nbe so.', markdown)).toEqual([
        'end \\begin{equation}',
      ]);
      expect(unclosedOf('> $$ x = 1\n\nand more', markdown)).toEqual(['end $$']);
    }
  });

  it('lack a brace', () => {
    expect(unclosedOf('$x^{2$, $$\\frac{1}{2$$ and \\begin{align} \\hat{a \\end{align}')).toEqual([
      'brace {',
      'brace {',
      'brace {',
    ]);
  });

  it('are not sought in code, comments, addresses and HTML, nor among what is no math', () => {
    for (const text of [
      '`\\begin{equation}` and <!-- \\begin{equation} --> and \\\\begin{equation}',
      '```\n\\begin{equation}\n```',
      '[a](</\\begin{align}>)',
      '<div>\n\\begin{equation}\n</div>',
      '\\begin{itemize} \\item one',
      'It costs $5, or ${price} for $HOME.',
      'the id $$ of a process; $$ is\n$$ a mark',
      '\\$x^{2$ and \\( x^{2 \\)',
      '$\\{x$ and $x^{2}$ and \\begin{align}x\\end{align}',
    ]) {
      expect(unclosedOf(text), text).toEqual([]);
    }
  });

  it('hide what follows them', () => {
    expect(unclosedOf('\\begin{align} a \\begin{cases} b \\begin{equation}')).toEqual([
      'end \\begin{align}',
    ]);
  });
});

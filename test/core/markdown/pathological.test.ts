// Text made to be slow: each takes well below a second on a quiet machine, since every scan is linear.
// The limit leaves room for a slow one; a scan that is not linear takes minutes.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/markdown/block.js';
import { scanBlocks } from '../../../src/core/markdown/scan.js';
import { assumedSite, markdownEngines } from '../../../src/core/site/site.js';
import { splitLines } from '../../../src/core/text/lines.js';
import { quickWork, workOf } from '../../support/waiting.js';

const times = (count: number, text: string | ((index: number) => string)): string =>
  Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join(
    '',
  );

const texts: Readonly<Record<string, string>> = {
  'unclosed environments on lines of their own': times(8000, '\\begin{equation}\n'),
  'unclosed environments of many names': times(8000, (index) => `\\begin{e${index}}\n`),
  'unclosed environments with open braces and one end': times(8000, '\\begin{a}{\n') + '\\end{a}',
  'unclosed environments whose ends stand in groups': times(8000, '\\begin{a}{\\end{a}}\n'),
  'unclosed environments of math in groups': times(8000, '\\begin{align}{') + '\\end{align}',
  'environments whose last end stands in code': times(8000, '\\begin{align} ') + '`\\end{align}`',
  'open braces between dollars': times(30_000, '$x^{2$ '),
  'unclosed environments between headings': times(8000, '\\begin{a}\n# h\n') + '\\end{b}',
  'unclosed environments with braces between headings':
    times(8000, '\\begin{a}{\n# h\n') + '\\end{a}',
  'unclosed environments between blank lines': times(8000, '\\begin{a}\n\nx\n\n'),
  'unclosed brackets between blank lines': times(8000, 'x \\[ y\n\n'),
  'unclosed environments between list items': times(8000, '\\begin{a}\n- x\n'),
  'displays that hold lines of lists': times(4000, '\\begin{a}\n- x\n\\end{a}\n'),
  'nested braces': `$${'{'.repeat(20000)}$ ${'}'.repeat(20000)}`,
  'nested environments in nested braces': times(10000, '{\\begin{a}'),
  'a line of a million letters': 'x'.repeat(1_000_000),
  'a line of a million letters with a dollar': `${'x '.repeat(500_000)}$`,
  dollars: '$'.repeat(100_000),
  'dollars with spaces': '$ '.repeat(100_000),
  'dollars with letters': '$a '.repeat(100_001),
  backslashes: '\\'.repeat(100_001),
  'backtick runs of growing length': times(450, (index) => `${'`'.repeat(index + 1)} `),
  'backticks in displays': times(20_000, '$$ ` '),
  'environments that end in code': `${times(8000, '\\begin{a} ')} \`\\end{a}\``,
  'nested quotes': '>'.repeat(100_000),
  'nested quotes with text': `${'> '.repeat(50_000)}x`,
  'nested lists': `${'- '.repeat(20_000)}x`,
  'deep lists': times(1500, (index) => `${'  '.repeat(index)}- x\n`),
  'items of two kinds': times(10_000, '- a\n* b\n'),
  'items between breaks': times(10_000, '- a\n- - -\n'),
  'items with code': times(10_000, '- a\n```\n'),
  'quotes with lazy lines': times(20_000, '> a\nb\n'),
  'open brackets': `${'['.repeat(50_000)}](x)`,
  'open brackets with text': `${'[a '.repeat(30_000)}](x)`,
  'links in links': times(20_000, '[a](b'),
  'image openers': `${'!['.repeat(30_000)}](x)`,
  'tags that never close': '<a '.repeat(50_000),
  'attributes that never close': `<a ${'b="'.repeat(50_000)}`,
  'comments that never close': '<!--'.repeat(30_000),
  'comments in a line that never close': `x ${'<!-- '.repeat(30_000)}`,
  declarations: `x ${'<!A '.repeat(30_000)}`,
  emphasis: '*a _b '.repeat(30_000),
  'emphasis that cannot match': '*a **b '.repeat(30_000),
  stars: `${'*'.repeat(60_000)}a`,
  strikes: `x ${'~~'.repeat(30_000)}`,
  cells: `|${'a|'.repeat(20_000)}\n|${'-|'.repeat(20_000)}\n${'|\n'.repeat(20)}`,
  rows: `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(20_000)}`,
  'table heads in a paragraph': times(20_000, 'a | b\n'),
  definitions: times(20_000, '[a]: b\n'),
  'definitions that never end': times(20_000, '[a\n'),
  'titles that never end': times(5000, '[a]: b "c\n'),
  footnotes: times(20_000, '[^a]: b\n'),
  'title brackets': '《'.repeat(50_000),
  'numbers by hand': '式(1)'.repeat(30_000),
  'lists of numbers by hand': `式${times(20_000, '(1)、(1)和')}`,
  'lists of numbers by hand before nothing': `${times(20_000, '(1), (1)、(1) and ')}x 式`,
  'a list of numbers with long gaps': `式(1)${' '.repeat(100_000)}、${' '.repeat(100_000)}(1`,
  'numbers by hand and code': '式(1)`a`'.repeat(20_000),
  'titles in links': '[《a》](b) '.repeat(10_000),
  'labels of links': '[a][b] '.repeat(20_000),
  'label openers': `${'[a]['.repeat(20_000)}`,
  'escaped dollars at the top': `\\$$${'x $'.repeat(30_000)}`,
  'double dollars over lines': times(30_000, '$$ a\n\n'),
  'formulas to be typeset without a mark': times(40_000, '\\(a_b*c\\) '),
  'quotes in a run': "'".repeat(100_000),
  'html with openers': `<div>${'$ \\begin{a} '.repeat(20_000)}`,
  'html with code that never closes': `<div>\n${'<code> $a$ '.repeat(20_000)}`,
  'spaces in a tag': `<a${' '.repeat(100_000)}`,
  'spaces behind a fence': `\`\`\`\n${'``` '.padEnd(100_000)}x`,
  'fences that never close': times(20_000, '~~~ x\n'),
  'elements that never close': times(30_000, '<b>'),
  'elements that never close, and emphasis': times(10_000, '*a <b> **c '),
  'elements of any name that never close': times(30_000, '<u>$x$'),
  'elements of lines that never close': times(20_000, '<div>\n'),
  'elements in elements': `${'<div>\n'.repeat(10_000)}${'</div>\n'.repeat(10_000)}`,
  'lines of cells and then none': `${times(20_000, 'a | b\n')}c`,
  'waves before text': times(30_000, '~~a '),
  'displays in items': times(5000, '- $$\n  a\n  + b\n  $$\n'),
  'displays of one item': `- a\n${times(5000, '  $$\n  a\n  + b\n  $$\n')}`,
  'underlines in displays': times(20_000, '$$\n===\n'),
};

describe.each(markdownEngines)('in a %s site', (markdown) => {
  it.each(Object.keys(texts))('%s', (name) => {
    const text = texts[name] ?? '';
    let blocks: readonly Block[] = [];
    const work = workOf(() => {
      blocks = scanBlocks(splitLines(text), { ...assumedSite, markdown });
    });
    expect(blocks.map((block) => block.text).join('') === text).toBe(true);
    expect(work).toBeLessThan(quickWork);
  });
});

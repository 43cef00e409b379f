// Titles that a post cites: where, by which link, and whether they tell what is or what was.
import { describe, expect, it } from 'vitest';
import { openText } from '../../support/changes.js';

function citationsOf(text: string): readonly string[] {
  const { facts } = openText(text);
  return facts.citations.map(({ title, span, link, verbatim }) => {
    const written = text.slice(span.start, span.end);
    return [written === title ? '' : written, title, link ?? '', verbatim ? '!' : ''].join('|');
  });
}

describe('citations', () => {
  it.each([
    ['《A》 and 〈B〉', ['《A》|A||', '〈B〉|B||']],
    ['《A〈B〉》 and 〈C《D》〉', ['《A〈B〉》|A〈B〉||', '〈C《D》〉|C《D》||']],
    ['〈A and 《B》', ['《B》|B||']],
    ['[《A》][a] and [《B》](b.md)\n\n[a]: a.md', ['《A》|A|a.md|', '《B》|B|b.md|']],
  ])('%s', (text, expected) => {
    expect(citationsOf(text)).toEqual(expected);
  });

  it.each([
    '原题《A》',
    '（原名：《A》）',
    '当时的标题是“《A》”',
    '本文曾用名[《A》](a.md)',
    '《A》后来改为《B》',
    '[《A》](a.md)已改名为《B》',
    '《A》（旧题）',
    'formerly 《A》',
    'It was originally titled [《A》](a.md).',
    'renamed from 《A》',
    '《A》 was later renamed.',
    '> 《A》',
    '- > 《A》',
    '论文《A》指出',
    '原论文**《A》**',
    '见这本书《A》',
    '教科书《A》',
    'the paper 《A》',
    'in the Textbook “《A》”',
  ])('%s cites what was, another work, or in the words of another', (text) => {
    expect(citationsOf(text)[0]).toMatch(/!$/);
  });

  it.each([
    '《A》',
    '笔者在写《A》（当时后缀是“下”）时',
    '原来《A》说过',
    '题为《A》的文章',
    'titled 《A》',
    'a paper formerly rejected, 《A》',
    '《A》改变了看法',
    '> [《A》](a.md)',
    '> [!NOTE]\n> 《A》',
    '- 《A》\n\n> quoted',
    '论文[《A》](a.md)',
    '论文笔记《A》',
    '论文和《A》',
    '论文。《A》',
    '论文\n\n《A》',
    '| 论文 | 《A》 |\n| - | - |',
    '- 论文\n- 《A》',
    '文章《A》',
    '博文《A》',
    '读书《A》',
    'the notebook 《A》',
    'the paper, 《A》',
    'papers 《A》',
  ])('%s cites what is', (text) => {
    expect(citationsOf(text)[0]).toMatch(/[^!]$/);
  });
});

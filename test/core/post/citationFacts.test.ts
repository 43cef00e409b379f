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
  ])('%s cites what was, or in the words of another', (text) => {
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
  ])('%s cites what is', (text) => {
    expect(citationsOf(text)[0]).toMatch(/[^!]$/);
  });
});

// Titles as stem, part and subtitle.
import { describe, expect, it } from 'vitest';
import { looseTitle } from '../../../src/core/post/looseTitle.js';
import { parseTitle } from '../../../src/core/post/titleParts.js';

/** `stem | part | subtitle`, the part as a number, with 上/中/下 in front of a position's. */
function read(title: string): string {
  const { stem, part, subtitle } = parseTitle(title);
  const kind = part?.kind === 'position' ? '上中下'.charAt(part.number - 1) : '';
  const shown = part === null ? '' : ` | ${kind || part.number}`;
  return `${stem}${shown}${subtitle === '' ? '' : ` | ${subtitle}`}`;
}

function checkTitles(titles: Readonly<Record<string, string>>): void {
  expect(Object.fromEntries(Object.keys(titles).map((title) => [title, read(title)]))).toEqual(
    titles,
  );
}

describe('titles', () => {
  it('name parts in brackets of both widths', () => {
    checkTitles({
      '稀疏漫谈（十六）：从上界说起': '稀疏漫谈 | 16 | 从上界说起',
      '稀疏漫谈(3)': '稀疏漫谈 | 3',
      '度量之争（上）': '度量之争 | 上',
      '度量之争（下篇）：结尾': '度量之争 | 下 | 结尾',
      '度量之争（之二）': '度量之争 | 2',
      '度量之争（第3部分）': '度量之争 | 3',
      'On Losses (Part 2)': 'On Losses | 2',
      'On Losses (IV): a bound': 'On Losses | 4 | a bound',
      '稀疏漫谈（二十）': '稀疏漫谈 | 20',
      '稀疏漫谈（九十九）': '稀疏漫谈 | 99',
    });
  });

  it('name parts behind a colon, and at their end', () => {
    checkTitles({
      '稀疏笔记：11、一个上界': '稀疏笔记 | 11 | 一个上界',
      '稀疏笔记：7. 一个上界': '稀疏笔记 | 7 | 一个上界',
      '度量之争 第三讲：例子': '度量之争 | 3 | 例子',
      度量之争之二: '度量之争 | 2',
      '度量之争：下篇': '度量之争 | 下',
      'On Losses, Part 3': 'On Losses | 3',
      'On Losses: Lecture 2: bounds': 'On Losses | 2 | bounds',
    });
  });

  it('name no part by other numbers', () => {
    for (const title of [
      'GPT-4 与损失',
      'Windows 11',
      'LR(1) 分析',
      'What $O(1)$ means',
      '第三章 极限',
      'Part 3',
      '2024 年总结（2024）',
      '第一性原理',
      '上下文与注意力',
      '度量（上界）',
      '版本：3.14 发布',
      '稀疏漫谈（二点五）：插曲',
      '稀疏漫谈（2.5）',
      '稀疏漫谈 第2.5讲',
      '稀疏笔记：2.5、插曲',
      'On Losses, Part 2.5',
      'On Losses, Part 2.5: an interlude',
      'On Losses, Parts 2–3',
      'On Losses, Part 2–3',
      '战争之上的一切',
    ]) {
      expect([title, parseTitle(title).part]).toEqual([title, null]);
    }
  });

  it('say where their part stands', () => {
    const title = '稀疏漫谈（十六）：副题';
    const { part } = parseTitle(title);
    expect(part && title.slice(part.start, part.end)).toBe('（十六）');
  });

  it('are equal whatever their width, case and marks', () => {
    expect(looseTitle('On “Losses”（上）：A+B')).toBe(looseTitle('on losses (上): a+b'));
    expect(looseTitle('从《漫谈》说起')).toBe(looseTitle('从〈漫谈〉说起'));
    expect(looseTitle('C++')).not.toBe(looseTitle('C'));
  });
});

// Retitle Post: what it writes into which post, and what it leaves.
import { describe, expect, it } from 'vitest';
import { readFixture } from '../support/blogFixture.js';
import { applyRetitling, retitleIn } from '../support/retitled.js';

/** What a post that cites `title` reads once that is another one; `null` where it stays. */
function citedIn(text: string, from: string, to: string): string | null {
  const { posts } = readFixture(
    `%% file: t.md\n---\ntitle: '${from}'\n---\n%% file: c.md\n${text}`,
  );
  const after = applyRetitling(posts, retitleIn(posts, 't.md', to));
  const [before, now] = [posts.get('c.md'), after.get('c.md')];
  return now === before ? null : (now?.lines.join('') ?? null);
}

/** Why each citation is left. */
function leftIn(fixture: string, to: string): readonly string[] {
  const { posts } = readFixture(fixture);
  const [path = ''] = posts.keys();
  const answer = retitleIn(posts, path, to);
  return answer.kind === 'retitled' ? answer.left.map(({ cited, why }) => `${cited}: ${why}`) : [];
}

describe('a title', () => {
  const titled = (source: string, to: string): string => {
    const { posts } = readFixture(source);
    const after = applyRetitling(posts, retitleIn(posts, 'post.md', to));
    return after.get('post.md')?.lines.join('') ?? '';
  };

  it.each([
    [
      'plain',
      '---\ntitle: Old # of 2026\ndate: 2026-01-01\n---\n',
      '---\ntitle: New one # of 2026\ndate: 2026-01-01\n---\n',
    ],
    ['in double quotes', '---\ntitle: "Old"\n---\n', '---\ntitle: "New one"\n---\n'],
    ['in single quotes', "---\ntitle: 'Old' # x\n---\n", "---\ntitle: 'New one' # x\n---\n"],
    [
      'folded',
      '---\ntitle: >-\n  Old\n  words\ntags: [a]\n---\n',
      '---\ntitle: >-\n  New one\ntags: [a]\n---\n',
    ],
    ['literal', '---\ntitle: |\n    Old\n---\n', '---\ntitle: |\n    New one\n---\n'],
    ['on several lines', '---\ntitle: Old\n  words\n---\n', '---\ntitle: New one\n---\n'],
    [
      'in a flow mapping',
      '---\n{ title: Old, tags: [a] }\n---\n',
      '---\n{ title: New one, tags: [a] }\n---\n',
    ],
    ['under a quoted key', '---\n"title": &t Old\n---\n', '---\n"title": &t New one\n---\n'],
    [
      'the later of two',
      '---\ntitle: Older\ntitle: Old\n---\n',
      '---\ntitle: Older\ntitle: New one\n---\n',
    ],
    ['beside a mistake', '---\ntitle: Old\nx: [\n---\n', '---\ntitle: New one\nx: [\n---\n'],
    [
      'of TOML',
      '+++\n# Of it\ntitle = "Old" # x\n[params]\ntitle = "Old"\n+++\n',
      '+++\n# Of it\ntitle = "New one" # x\n[params]\ntitle = "Old"\n+++\n',
    ],
    ['of TOML, literal', "+++\ntitle = 'Old'\n+++\n", "+++\ntitle = 'New one'\n+++\n"],
    ['of TOML, long', '+++\ntitle = """\nOld"""\n+++\n', '+++\ntitle = "New one"\n+++\n'],
    [
      'with CRLF',
      '---\r\ntitle: Old\r\ndraft: false\r\n---\r\n# Old\r\n',
      '---\r\ntitle: New one\r\ndraft: false\r\n---\r\n# New one\r\n',
    ],
    ['in a heading', 'Text.\n\n# Old #\n\n# Old\n', 'Text.\n\n# New one #\n\n# Old\n'],
    ['in an underlined heading', 'Old\nwords\n===\n', 'New one\n===\n'],
    ['in both', '---\ntitle: Old\n---\n# OLD\n', '---\ntitle: New one\n---\n# New one\n'],
    [
      'in front matter above another heading',
      '---\ntitle: Old\n---\n# Other\n',
      '---\ntitle: New one\n---\n# Other\n',
    ],
  ])('%s is written in its place', (_, before, after) => {
    expect(titled(before, 'New one')).toBe(after);
  });

  it.each([
    ['plain', '---\ntitle: Old\n---\n', 'A: b', '---\ntitle: "A: b"\n---\n'],
    ['plain', '---\ntitle: Old\n---\n', 'A # b', '---\ntitle: "A # b"\n---\n'],
    ['plain', '---\ntitle: Old\n---\n', '2026', '---\ntitle: "2026"\n---\n'],
    ['plain', '---\ntitle: Old\n---\n', '名：副题（上）', '---\ntitle: 名：副题（上）\n---\n'],
    ['single', "---\ntitle: 'Old'\n---\n", "Adam's", "---\ntitle: 'Adam''s'\n---\n"],
    ['double', '---\ntitle: "Old"\n---\n', 'a "b" \\c', '---\ntitle: "a \\"b\\" \\\\c"\n---\n'],
    ['literal', "+++\ntitle = 'Old'\n+++\n", "Adam's", '+++\ntitle = "Adam\'s"\n+++\n'],
    [
      'both',
      '---\ntitle: Old\n---\n# Old\n',
      'L* and *b*',
      '---\ntitle: L* and *b*\n---\n# L\\* and \\*b\\*\n',
    ],
    ['heading', '# Old\n', 'An *easy* one', '# An *easy* one\n'],
  ])('is quoted and escaped as its place (%s) asks for', (_, before, to, after) => {
    expect(titled(before, to)).toBe(after);
  });

  it('that would be read as another one is refused', () => {
    const { posts } = readFixture('# Old\n');
    expect(retitleIn(posts, 'post.md', 'One #')).toMatchObject({ kind: 'refused' });
  });
});

describe('citations', () => {
  const [from, to] = ['扩散漫谈（十六）：距离与匹配（下）', '扩散漫谈（十六）：距离与匹配（中）'];

  it.each([
    [
      'as the title is written',
      '见《扩散漫谈（十六）：距离与匹配（下）》。',
      '见《扩散漫谈（十六）：距离与匹配（中）》。',
    ],
    [
      'half-width',
      '见《扩散漫谈(十六):距离与匹配(下)》。',
      '见《扩散漫谈(十六):距离与匹配(中)》。',
    ],
    [
      'with blanks',
      '见《扩散漫谈 (十六): 距离与匹配 (下)》。',
      '见《扩散漫谈 (十六): 距离与匹配 (中)》。',
    ],
    [
      'in single brackets',
      '见〈扩散漫谈（十六）：距离与匹配（下）〉。',
      '见〈扩散漫谈（十六）：距离与匹配（中）〉。',
    ],
    [
      'linked',
      '见[《扩散漫谈(十六):距离与匹配(下)》](t.md#x)。',
      '见[《扩散漫谈(十六):距离与匹配(中)》](t.md#x)。',
    ],
    [
      'with the link inside',
      '见《[扩散漫谈(十六):距离与匹配(下)](t.md)》。',
      '见《[扩散漫谈(十六):距离与匹配(中)](t.md)》。',
    ],
    [
      'linked by label',
      '见[《扩散漫谈(十六):距离与匹配(下)》][t]。\n\n[t]: t.md',
      '见[《扩散漫谈(十六):距离与匹配(中)》][t]。\n\n[t]: t.md',
    ],
    [
      'as a link without brackets',
      '- [扩散漫谈(十六):距离与匹配(下)](t.md)',
      '- [扩散漫谈(十六):距离与匹配(中)](t.md)',
    ],
    [
      'by a tag of Hugo',
      '[《扩散漫谈（十六）：距离与匹配（下）》]({{< ref "t.md" >}})',
      '[《扩散漫谈（十六）：距离与匹配（中）》]({{< ref "t.md" >}})',
    ],
    [
      'by a tag of Hexo',
      '{% post_link t 扩散漫谈（十六）：距离与匹配（下） %}',
      '{% post_link t 扩散漫谈（十六）：距离与匹配（中） %}',
    ],
    [
      'without its part',
      '见《扩散漫谈：距离与匹配（下）》。',
      '见《扩散漫谈：距离与匹配（中）》。',
    ],
    [
      'in a table',
      '| a |\n| - |\n| 《扩散漫谈（十六）：距离与匹配（下）》 |',
      '| a |\n| - |\n| 《扩散漫谈（十六）：距离与匹配（中）》 |',
    ],
    [
      'in a box',
      '> [!NOTE]\n> 见《扩散漫谈（十六）：距离与匹配（下）》',
      '> [!NOTE]\n> 见《扩散漫谈（十六）：距离与匹配（中）》',
    ],
    [
      'before a word on its suffix',
      '写《扩散漫谈（十六）：距离与匹配（下）》（当时后缀是“下”）时',
      '写《扩散漫谈（十六）：距离与匹配（中）》（当时后缀是“下”）时',
    ],
  ])('%s follow in their own form', (_, before, after) => {
    expect(citedIn(before, from, to)).toBe(after);
  });

  it.each([
    ['code', '`《扩散漫谈（十六）：距离与匹配（下）》`'],
    ['a comment', '<!-- 《扩散漫谈（十六）：距离与匹配（下）》 -->'],
    ['a short form that stays right', '见《扩散漫谈（十六）》。'],
    ['the name of the series', '《扩散漫谈》系列，[扩散漫谈](t.md)'],
    ['another title', '《扩散漫谈（十七）：距离与匹配（下）》'],
    ['a paper', '[《Distance》](https://arxiv.org/abs/1)'],
    ['a paper of that title', '论文《扩散漫谈（十六）：距离与匹配（下）》'],
    ['a title that was once', '原题《扩散漫谈（十六）：距离与匹配（下）》'],
    ['a former title in a link', '此文当时题为[《扩散漫谈（十六）：距离与匹配（下）》](t.md)。'],
    ['a title that was changed', '《扩散漫谈（十六）：距离与匹配（下）》后来改为三篇'],
    ['the words of another', '> 我读了《扩散漫谈（十六）：距离与匹配（下）》'],
    ['other words of a link', '[这篇](t.md)，[一般的下](t.md)'],
    ['a link that leads out', '[《扩散漫谈（十六）：距离与匹配（下）》](https://example.org/t)'],
  ])('%s is left alone', (_, text) => {
    expect(citedIn(text, from, to)).toBe(null);
  });

  it.each([
    ['《Losses (Part 2)》', 'Bounds (Part 2): Why', '《Bounds (Part 2)》'],
    ['《losses (part 2): what》', 'Losses (Part 3): What', '《losses (Part 3): what》'],
    ['《Losses(Part 2)》', 'Bounds (Part 3): What', '《Bounds(Part 3)》'],
    ['《Losses: What》', 'Losses (Part 3): How', '《Losses: How》'],
    ['[《Losses》](t.md)', 'Bounds (Part 2): What', '[《Bounds》](t.md)'],
    ['[Losses (Part 2)](t.md)', 'Losses', '[Losses](t.md)'],
    [
      '《Losses （Part 2）：What》',
      'Losses (Part 2): How, then',
      '《Losses （Part 2）：How, then》',
    ],
    ['《Losses (Part 2): What》', 'A 《B》 of C', '《A 〈B〉 of C》'],
    ['《Losses (Part 2): What》', 'A *b* [c]', '《A \\*b\\* [c]》'],
  ])('%s says as much of %s', (before, to, after) => {
    expect(citedIn(before, 'Losses (Part 2): What', to)).toBe(after);
  });

  it.each([
    ['《变分：下》', '变分（下）', '变分（中）', '《变分：中》'],
    ['《变分·下》', '变分（下）', '积分（下）', '《积分·下》'],
    ['《变分 下》', '变分（下）：终', '变分（中）：再', '《变分 中》'],
    ['《漫谈: 二》', '漫谈（二）', '漫谈（三）', '《漫谈: 三》'],
    ['《Losses: ii》', 'Losses (II)', 'Losses (III)', '《Losses: III》'],
    [
      '《漫谈（六）：距离：下》',
      '漫谈（六）：距离（下）',
      '漫谈（六）：距离（中）',
      '《漫谈（六）：距离：中》',
    ],
    ['《Losses, Part 2》', 'Losses (Part 2)', 'Losses (Part 3)', '《Losses, Part 3》'],
    ['《变分之三》', '变分（之三）', '变分（之四）', '《变分之四》'],
    // What would not be read, or not as that part.
    ['《变分之三》', '变分（之三）', '变分（四）', '《变分（四）》'],
    ['《变分：下》', '变分（下）', '变分（三）', '《变分（三）》'],
    ['《变分：下》', '变分（下）', '变分', '《变分》'],
    ['《变分：下》', '变分（下）', '变分（中）：再', '《变分（中）：再》'],
    ['《变分下》', '变分（下）', '变分（中）', '《变分（中）》'],
    ['《变分「下」》', '变分（下）', '变分（中）', '《变分（中）》'],
  ])('%s of %s keeps its form for %s where that can be read', (before, from, to, after) => {
    expect(citedIn(before, from, to)).toBe(after);
  });

  it('what stands in brackets and in a link is changed once', () => {
    expect(citedIn('《[损失（下）](t.md)》', '损失（下）', '损失（十六）')).toBe(
      '《[损失（十六）](t.md)》',
    );
  });

  it('a part that the title lacks stays in the citation', () => {
    expect(citedIn('[《距离（上）》](t.md)', '距离', '匹配')).toBe('[《匹配（上）》](t.md)');
    expect(citedIn('[《距离（上）》](t.md)', '距离', '距离（上）')).toBe(null);
  });
});

it('names why it leaves what may mean the post', () => {
  const cited = '《Losses》';
  const blog = (text: string, more = ''): string =>
    `%% file: t.md\n# Losses\n%% file: c.md\n${text}\n${more}`;
  expect(leftIn(blog(cited, '%% file: u.md\n# Losses\n'), 'Bounds')).toEqual(['Losses: ambiguous']);
  expect(leftIn(blog(`formerly ${cited}`), 'Bounds')).toEqual(['Losses: verbatim']);
  expect(leftIn(blog(`[${cited}](https://arxiv.org/abs/1)`), 'Bounds')).toEqual([
    'Losses: elsewhere',
  ]);
  expect(leftIn(blog(`# On ${cited}\n[up](#on-losses)`), 'Bounds')).toEqual(['Losses: heading']);
  expect(leftIn(blog(`| a |\n| - |\n| ${cited} |`), 'a|b')).toEqual(['Losses: unreadable']);
});

it('what was written with escapes is found again', () => {
  const [from, to] = ['Losses', 'The `L` *of* x'];
  const there = citedIn('[Losses](t.md) 《Losses》', from, to);
  expect(there).toBe('[The \\`L\\` \\*of\\* x](t.md) 《The \\`L\\` \\*of\\* x》');
  expect(citedIn(there ?? '', to, from)).toBe('[Losses](t.md) 《Losses》');
  const part = '《步骤 \\*a\\*（上）》';
  expect(citedIn(part, '步骤 *a*（上）', '步骤 *a*（中）')).toBe('《步骤 \\*a\\*（中）》');
});

it('a dollar of a title makes no formula with one of the text, or of another citation', () => {
  expect(citedIn('《损失》与 5$', '损失', '从 $5 起')).toBe(null);
  expect(citedIn('《损失》与《损失》', '损失', '$L')).toBe('《$L》与《损失》');
  expect(citedIn('$x$《损失》与《损失》', '损失', '论 $L$')).toBe('$x$《论 $L$》与《论 $L$》');
});

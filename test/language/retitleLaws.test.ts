// The laws of Retitle Post, on blogs made at random: there and back again, titles alone, the index, the findings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInBlog } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { applyRetitling, indexOf, retitleIn } from '../support/retitled.js';
import { propertyRuns } from '../support/runs.js';

type Posts = ReadonlyMap<string, Snapshot>;

/** The words that change, no two of them alike. */
const stems = ['稀疏漫谈', '度量之争', 'On 损失', '步骤'] as const;
const partNames = ['下', '中', '三', '十六', '2', 'Part 3'] as const;
const subtitles = ['从上界说起', '另一种想法', 'why, and how'] as const;

/** Which of its words a title has. */
interface Shape {
  readonly hasPart: boolean;
  readonly hasSubtitle: boolean;
}

interface Words {
  readonly stem: string;
  readonly part: string;
  readonly subtitle: string;
}

const shape: fc.Arbitrary<Shape> = fc.record({ hasPart: fc.boolean(), hasSubtitle: fc.boolean() });
const words: fc.Arbitrary<Words> = fc.record({
  stem: fc.constantFrom(...stems),
  part: fc.constantFrom(...partNames),
  subtitle: fc.constantFrom(...subtitles),
});

type Form = 'full' | 'half' | 'spaced';
const form = fc.constantFrom<Form>('full', 'half', 'spaced');
const marks = {
  full: { open: '（', close: '）', colon: '：' },
  half: { open: '(', close: ')', colon: ':' },
  spaced: { open: ' (', close: ')', colon: ': ' },
} as const;

/** As much of a title as a citation says. */
type Saying = 'whole' | 'short' | 'without-part' | 'stem';

function write({ stem, part, subtitle }: Words, shape: Shape, form: Form, saying: Saying): string {
  const { open, close, colon } = marks[form];
  const named = shape.hasPart && (saying === 'whole' || saying === 'short');
  const ends = shape.hasSubtitle && (saying === 'whole' || saying === 'without-part');
  return `${stem}${named ? `${open}${part}${close}` : ''}${ends ? `${colon}${subtitle}` : ''}`;
}

type Source = (title: string) => string;

const source = fc.constantFrom<Source>(
  (title) => `---\ntitle: "${title}" # today's\ntags: [a]\n---\n`,
  (title) => `---\ntitle: '${title}'\npermalink: /t/\n---\n# ${title}\n`,
  (title) => `---\ntitle: >-\n  ${title}\n---\n`,
  (title) => `+++\ntitle = '${title}'\n+++\n`,
  (title) => `# ${title} #\n`,
  (title) => `${title}\n===\n`,
  (title) => `---\r\ntitle: "${title}"\r\n---\r\n\r\n## Bounds\r\n`,
);

interface Mention {
  readonly form: Form;
  readonly saying: Saying;
  readonly place: (cited: string) => string;
}

/** Where a title is cited so that it follows, or so that it stays. */
const place = fc.constantFrom<Mention['place']>(
  (cited) => `见《${cited}》。`,
  (cited) => `见〈${cited}〉。`,
  (cited) => `见[《${cited}》](t.md)，$x$。`,
  (cited) => `《[${cited}](t.md#bounds)》`,
  (cited) => `[《${cited}》][t]\n\n[t]: t.md`,
  (cited) => `- [${cited}](t.md)`,
  (cited) => `[《${cited}》]({{< ref "t.md" >}})`,
  (cited) => `## 从《${cited}》说起`,
  (cited) => `| a | b |\n| - | - |\n| 《${cited}》 | 2 |`,
  (cited) => `> [《${cited}》](t.md)`,
  (cited) => `> 《${cited}》`,
  (cited) => `原题《${cited}》`,
  (cited) => `\`《${cited}》\``,
  (cited) => `[《${cited}》](https://arxiv.org/abs/1)`,
  (cited) => `<!-- 《${cited}》 -->`,
  (cited) => `$$\\text{《${cited}》}$$`,
);

const mention: fc.Arbitrary<Mention> = fc.record({
  form,
  saying: fc.constantFrom<Saying>('whole', 'short', 'without-part', 'stem'),
  place,
});

interface Case {
  readonly texts: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
}

/** `to` has the words that `from` has, and is written in the same form. */
const retitling: fc.Arbitrary<Case> = fc
  .record({
    shape,
    form,
    old: words,
    now: words,
    source,
    mentions: fc.array(fc.array(mention, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
    first: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ shape, form, old, now, source, mentions, first, eol }) => {
    const [from, to] = [old, now].map((each) => write(each, shape, form, 'whole'));
    const texts: Record<string, string> = { 'other.md': '# 别的\n' };
    texts['t.md'] = `${source(from ?? '')}${textOf(mentions[0] ?? [], old, shape)}`;
    for (const [at, own] of mentions.entries()) {
      texts[`${at}.md`] = textOf(own, old, shape).replaceAll('\n', eol);
    }
    // Another part of the series.
    if (first) texts['first.md'] = `# ${old.stem}（一）\n《${from ?? ''}》\n`;
    return { texts, from: from ?? '', to: to ?? '' };
  });

function textOf(mentions: readonly Mention[], old: Words, shape: Shape): string {
  return mentions
    .map(({ form, saying, place }) => `\n${place(write(old, shape, form, saying))}\n`)
    .join('');
}

function openPost(path: string, text: string): Snapshot {
  return openSnapshot({ path, version: 1, text, site: assumedSite });
}

function retitled(posts: Posts, to: string): Posts {
  return applyRetitling(posts, retitleIn(posts, 't.md', to, []));
}

function textsOf(posts: Posts): readonly string[] {
  return Array.from(posts.values(), ({ lines }) => lines.join(''));
}

function check(law: (posts: Posts, to: string, from: string) => void): void {
  const property = fc.property(retitling, ({ texts, from, to }) => {
    const posts = Object.entries(texts).map(
      ([path, text]) => [path, openPost(path, text)] as const,
    );
    law(new Map(posts), to, from);
  });
  fc.assert(property, { numRuns: propertyRuns });
}

describe('retitling', () => {
  it('there and back again changes no byte', () => {
    check((posts, to, from) => {
      expect(textsOf(retitled(retitled(posts, to), from))).toEqual(textsOf(posts));
    });
  });

  it('changes nothing but the words of titles', () => {
    const hidden = new RegExp([...stems, ...subtitles, ...partNames].join('|'), 'g');
    check((posts, to) => {
      const after = retitled(posts, to);
      const texts = (of: Posts): readonly string[] =>
        textsOf(of).map((text) => text.replace(hidden, '…'));
      expect(texts(after)).toEqual(texts(posts));
      expect(after.get('t.md')?.facts.title).toBe(to);
    });
  });

  it('leaves an index like one from scratch', () => {
    check((posts, to) => {
      const index = indexOf(posts);
      const after = retitled(posts, to);
      for (const [path, { facts }] of after) index.updatePost(path, facts);
      const fresh = new Map(
        Array.from(after, ([path, { lines }]) => [path, openPost(path, lines.join(''))]),
      );
      const scratch = indexOf(fresh);
      for (const path of scratch.paths()) {
        expect(index.facts(path)).toEqual(scratch.facts(path));
        expect(index.postsLeadingTo(path)).toEqual(scratch.postsLeadingTo(path));
      }
      expect(index.postsTitled(to)).toEqual(scratch.postsTitled(to));
      expect(index.postsCiting(to)).toEqual(scratch.postsCiting(to));
    });
  });

  it('brings no finding about titles', () => {
    check((posts, to) => {
      expect(findingsOf(retitled(posts, to))).toBeLessThanOrEqual(findingsOf(posts));
    });
  });
});

function findingsOf(posts: Posts): number {
  const blog = indexOf(posts);
  const found = Array.from(posts, ([path, { site, facts }]) =>
    checkInBlog({ path, site, facts, blog, around: noSurroundings }),
  ).flat();
  return found.filter(({ rule }) => rule.startsWith('title.')).length;
}

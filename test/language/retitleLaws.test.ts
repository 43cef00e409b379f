// The laws of Retitle Post, on blogs made at random: there and back again, titles alone, the index, the findings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInBlog } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { planRetitling } from '../../src/language/retitle/plan.js';
import { indexOf } from '../support/blogIndexOf.js';
import { applyRetitling, retitleIn } from '../support/retitled.js';
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
      checkIndex(posts, retitled(posts, to));
    });
  });

  it('brings no finding about titles', () => {
    check((posts, to) => {
      expect(findingsOf(retitled(posts, to))).toBeLessThanOrEqual(findingsOf(posts));
    });
  });
});

interface SeriesCase {
  readonly titles: readonly string[];
  /** The same in another form. */
  readonly cited: readonly string[];
  readonly to: string;
}

/** A post that had another title becomes a part of a series, or all of it. */
const seriesCase: fc.Arbitrary<SeriesCase> = fc
  .record({
    stem: fc.constantFrom(...stems),
    subtitle: fc.constantFrom('', ...subtitles),
    parts: fc.constantFrom(
      [''],
      ['上', '下'],
      ['上', '中', '下'],
      ['一', '三'],
      ['', '三'],
      ['下'],
    ),
    part: fc.constantFrom('下', '下', '二', ''),
    form,
    citedForm: form,
  })
  .map(({ stem, subtitle, parts, part, form, citedForm }) => {
    const title = (part: string, form: Form): string => {
      const shape = { hasPart: part !== '', hasSubtitle: subtitle !== '' };
      return write({ stem, part, subtitle }, shape, form, 'whole');
    };
    return {
      titles: [...parts.map((one) => title(one, form)), '别的'],
      cited: [...parts.map((one) => title(one, citedForm)), '别的'],
      to: title(part, form),
    };
  });

describe('retitling with what follows in the series', () => {
  it('makes titles as planned, an index like one from scratch, and no finding about titles', () => {
    let followed = 0;
    const law = fc.property(seriesCase, ({ titles, cited, to }) => {
      const cites = cited.map((one, at) => `见《${one}》，[《${one}》](${at}.md)。\n`).join('');
      const posts = new Map(
        titles.map((title, at) => {
          const path = `${at}.md`;
          return [path, openPost(path, `# ${title}\n\n${cites}`)] as const;
        }),
      );
      const path = `${titles.length - 1}.md`;
      const blog = indexOf(posts);
      const offers = planRetitling(path, to, blog, null).offers.map((offer) => offer.path);
      const plan = planRetitling(path, to, blog, offers);
      if (plan.problem) return;
      if (offers.length > 0) followed++;
      const after = applyRetitling(posts, retitleIn(posts, path, to, offers));
      for (const retitling of plan.retitlings) {
        expect(after.get(retitling.path)?.facts.title).toBe(retitling.to);
      }
      checkIndex(posts, after);
      expect(findingsOf(after)).toBeLessThanOrEqual(findingsOf(posts));
    });
    fc.assert(law, { numRuns: propertyRuns });
    expect(followed).toBeGreaterThan(propertyRuns / 10);
  });
});

/** Of what the posts became, step by step, as of their texts. */
function checkIndex(before: Posts, after: Posts): void {
  const index = indexOf(before);
  for (const [path, { facts }] of after) index.updatePost(path, facts);
  const fresh = Array.from(after, ([path, { lines }]) => {
    return [path, openPost(path, lines.join(''))] as const;
  });
  const scratch = indexOf(new Map(fresh));
  for (const path of scratch.paths()) {
    const title = scratch.facts(path)?.title ?? '';
    expect(index.facts(path)).toEqual(scratch.facts(path));
    expect(index.postsLeadingTo(path)).toEqual(scratch.postsLeadingTo(path));
    expect(index.postsTitled(title)).toEqual(scratch.postsTitled(title));
    expect(index.postsCiting(title)).toEqual(scratch.postsCiting(title));
  }
}

function findingsOf(posts: Posts): number {
  const blog = indexOf(posts);
  const found = Array.from(posts, ([path, { site, facts }]) =>
    checkInBlog({ path, site, facts, blog, around: noSurroundings }),
  ).flat();
  return found.filter(({ rule }) => rule.startsWith('title.')).length;
}

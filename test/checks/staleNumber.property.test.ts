// The law of number.stale: of a post that names its equations rightly, what is found after its equations
// came, went and changed places are the numbers that have become wrong, and mended, nothing is left.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noSurroundings, type Finding } from '../../src/checks/rule.js';
import { staleNumber } from '../../src/checks/staleNumber.js';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { propertyRuns } from '../support/runs.js';

/** An equation, known by its letter, and whether it has a label. */
interface Equation {
  readonly letter: string;
  readonly isLabelled: boolean;
}

const letters = [...'abcdefgh'];

const order: fc.Arbitrary<readonly string[]> = fc.shuffledSubarray(letters, { minLength: 1 });

/** The words beside a number are its own, as they are in a real post. */
function write(equations: readonly Equation[], names: readonly number[]): string {
  const displays = equations.map(
    ({ letter, isLabelled }) =>
      `\\begin{equation}${letter}=0${isLabelled ? `\\label{eq:${letter}}` : ''}\\end{equation}\n\n`,
  );
  const sentences = names.map((number, at) => `第${letters[at] ?? ''}步由式(${number})可得。\n\n`);
  return displays.join('') + sentences.join('');
}

function open(text: string): Snapshot {
  return openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
}

function find(before: Snapshot, { path, site, facts }: Snapshot): readonly Finding[] {
  const blog = new BlogIndex();
  blog.updatePost(path, facts);
  const around = { ...noSurroundings, earlier: [() => before.facts] };
  return staleNumber.check({ path, site, facts, blog, around });
}

function mend(text: string, findings: readonly Finding[]): string {
  return findings.reduceRight(
    (mended, { fix }) =>
      fix ? mended.slice(0, fix.span.start) + fix.text + mended.slice(fix.span.end) : mended,
    text,
  );
}

it('finds the numbers whose equations have others, and nothing once they are mended', () => {
  fc.assert(
    fc.property(
      order,
      order,
      fc.array(fc.nat(7), { maxLength: 8 }),
      fc.uniqueArray(fc.constantFrom(...letters)),
      (orderBefore, orderNow, named, labelled) => {
        const equations = (order: readonly string[]): readonly Equation[] =>
          order.map((letter) => ({ letter, isLabelled: labelled.includes(letter) }));
        const names = named.map((at) => (at % orderBefore.length) + 1);
        const before = open(write(equations(orderBefore), names));
        const text = write(equations(orderNow), names);
        const found = find(before, open(text));
        const wrong = names.flatMap((number) => {
          const now = orderNow.indexOf(orderBefore[number - 1] ?? '') + 1;
          return now === 0 || now === number ? [] : [[String(number), String(now)]];
        });
        expect(found.map(({ message: { data } }) => [data['number'], data['now']])).toEqual(wrong);
        expect(find(before, open(mend(text, found)))).toEqual([]);
      },
    ),
    { numRuns: propertyRuns },
  );
});

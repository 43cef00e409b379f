// Where nodes stand, what is written below them, and where keys lead from them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seriesIn, shownNodes, type Filter } from '../../src/graph/filter.js';
import { labelLines } from '../../src/graph/labelLines.js';
import { layOut } from '../../src/graph/layout.js';
import { nextNode } from '../../src/graph/steps.js';
import type { DrawnGraph, DrawnPost } from '../../src/protocol/graph.js';
import { graphFrom } from './graphs.js';

const small = graphFrom(`
a
b
c
a#x
a link b
c citation a
a holds a#x`);

it('places the same graph in the same way, nodes apart, the post in the middle', () => {
  const places = layOut(small, new Map());
  expect(layOut(small, new Map())).toEqual(places);
  expect(places.get('a')).toEqual({ x: 0, y: 0 });
  const all = [...places.values()];
  for (const [at, { x, y }] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(40);
    }
  }
});

it('keeps what has a place, and puts what is new beside what it hangs on', () => {
  const places = layOut(small, new Map());
  const more = graphFrom('a\nb\nc\nd\na link b\nc citation a\nb link d');
  const after = layOut(more, places);
  for (const id of ['a', 'b', 'c']) expect(after.get(id)).toEqual(places.get(id));
  const [b, d] = [after.get('b'), after.get('d')];
  expect(Math.hypot((d?.x ?? 0) - (b?.x ?? 0), (d?.y ?? 0) - (b?.y ?? 0))).toBeLessThan(300);
});

it('gives any graph places that are numbers', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcde'), { minLength: 1 });
  const graphs = ids.chain((ids) =>
    fc
      .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 })
      .map((pairs) =>
        graphFrom([...ids, ...pairs.map(([from, to]) => `${from} link ${to}`)].join('\n')),
      ),
  );
  fc.assert(
    fc.property(graphs, (graph) => {
      const places = [...layOut(graph, new Map()).values()];
      expect(places).toHaveLength(graph.nodes.length);
      for (const { x, y } of places) expect([x, y].every(Number.isFinite)).toBe(true);
    }),
  );
});

function checkLines(title: string, part: string, expected: readonly string[]): void {
  const [node] = graphFrom('a').nodes as readonly DrawnPost[];
  expect(node && labelLines({ ...node, title, part })).toEqual(expected);
}

it('writes two short lines, the second with the part of a series', () => {
  checkLines('Noise', '', ['Noise']);
  checkLines('The heat equation and its kernel', '', ['The heat equation and', 'its kernel']);
  checkLines('Half-plane intersections', '', ['Half-plane', 'intersections']);
  checkLines('The Inclusion-Exclusion Principle', '', ['The Inclusion-', 'Exclusion Principle']);
  checkLines('扩散漫谈（二）：波动', '（二）：波动', ['扩散漫谈', '（二）：波动']);
  checkLines('一二三四五六七八九十一二三四五六七八九十一二三四五', '', [
    '一二三四五六七八九十一',
    '二三四五六七八九十一…',
  ]);
  checkLines('𝐀'.repeat(30), '', ['𝐀'.repeat(11), `${'𝐀'.repeat(10)}…`]);
  const [, equation] = graphFrom('a\na#eq:x').nodes;
  expect(equation && labelLines(equation)).toEqual(['(1)']);
});

const places = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 100, y: 10 }],
  ['c', { x: -50, y: 5 }],
  ['d', { x: 0, y: -80 }],
]);

function checkStep(from: string, key: string, expected: string | null): void {
  expect(nextNode({ edges: small.edges, places, from, key })).toBe(expected);
}

it('leads along references by arrows, and through all nodes by other keys', () => {
  checkStep('a', 'ArrowRight', 'b');
  checkStep('a', 'ArrowLeft', 'c');
  // No reference goes there.
  checkStep('a', 'ArrowUp', null);
  checkStep('b', 'ArrowLeft', 'a');
  checkStep('a', 'PageDown', 'b');
  checkStep('b', 'PageUp', 'a');
  checkStep('d', 'PageDown', null);
  checkStep('b', 'Home', 'a');
  checkStep('b', 'End', 'd');
  checkStep('a', 'x', null);
});

const series: DrawnGraph = graphFrom('a|S|1\nb|S|2\nc|T|1\nd\na#eq:x');

function checkShown(filter: Partial<Filter>, expected: readonly string[]): void {
  const shown = shownNodes(series, { text: '', series: null, ...filter });
  expect(shown.map(({ id }) => id)).toEqual(expected);
}

it('filters by series and by words, equations with their posts', () => {
  expect(seriesIn(series)).toEqual(['S']);
  checkShown({}, ['a', 'b', 'c', 'd', 'a#eq:x']);
  checkShown({ series: 'S' }, ['a', 'b', 'a#eq:x']);
  checkShown({ text: ' POST D' }, ['d']);
  checkShown({ text: 'eq:' }, ['a#eq:x']);
  checkShown({ text: 'post a1' }, ['a', 'a#eq:x']);
  checkShown({ text: 'a', series: 'T' }, []);
});

// What the graph of references shows of a blog: around which post, with which equations, and how much it leaves out.
import { expect, it } from 'vitest';
import {
  defaultLimits,
  referenceGraph,
  type GraphChoices,
  type GraphNode,
  type ReferenceGraph,
} from '../../src/language/graph/referenceGraph.js';
import { readFixture } from '../support/blogFixture.js';

const raw = String.raw;

function graphOf(fixture: string, choices: Partial<GraphChoices> = {}): ReferenceGraph {
  const { blog, posts } = readFixture(fixture);
  const [path = ''] = posts.keys();
  const steps = referenceGraph(blog, {
    ...{ path, expanded: new Set<string>(), limits: defaultLimits },
    ...choices,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** One line a node, one an edge; of an equation its label alone. */
function checkGraph(
  fixture: string,
  expected: string,
  choices: Partial<GraphChoices> = {},
): ReferenceGraph {
  const graph = graphOf(fixture, choices);
  const lines = [...graph.nodes.map(nameOf), ...graph.edges.map((edge) => lineOf(graph, edge))];
  expect(lines.join('\n')).toBe(expected.trim());
  return graph;
}

function nameOf(node: GraphNode): string {
  return node.kind === 'post' ? node.path : node.label;
}

function lineOf({ nodes }: ReferenceGraph, edge: ReferenceGraph['edges'][number]): string {
  const name = (id: string): string => nameOf(nodes.find((node) => node.id === id) as GraphNode);
  return `${name(edge.from)} ${edge.kind} ${name(edge.to)} ${edge.count}`;
}

const blog = raw`%% file: a.md
# Heat
\begin{equation}
u_t = u_{xx} \label{eq:heat}
\end{equation}

\begin{equation}
v = \eqref{eq:heat} \label{eq:v}
\end{equation}

By $\eqref{eq:heat}$ and $\eqref{eq:heat}$, see [waves](b.md), [(1)](b.md#eq:wave), and 《Noise》.

\begin{equation}
w = 0 \label{eq:alone}
\end{equation}
%% file: b.md
# Waves
\begin{equation}
u_{tt} = u_{xx} \label{eq:wave}
\end{equation}

From [heat](a.md#eq:v).
%% file: c.md
# Noise
%% file: d.md
# Far
[Noise](c.md)
%% file: e.md
# Farther
[Far](d.md)
`;

it('shows posts and what they refer to, as far as two references away', () => {
  checkGraph(
    blog,
    `
a.md
b.md
c.md
d.md
a.md link b.md 2
a.md citation c.md 1
b.md link a.md 1
d.md link c.md 1`,
  );
});

it('shows the equations of a post that is expanded, those that anybody names or that name others', () => {
  const graph = checkGraph(
    blog,
    `
a.md
eq:heat
eq:v
b.md
c.md
d.md
a.md link b.md 2
a.md citation c.md 1
eq:v reference eq:heat 1
a.md reference eq:heat 2
a.md holds eq:heat 1
a.md holds eq:v 1
b.md link eq:v 1
d.md link c.md 1`,
    { expanded: new Set(['a.md']) },
  );
  expect(graph.nodes[0]).toMatchObject({ title: 'Heat', equations: 2, isExpanded: true });
  expect(graph.nodes[1]).toMatchObject({ path: 'a.md', number: '1', line: 1 });
});

it('tells a link to an equation of a post that is expanded from one to the post', () => {
  checkGraph(
    blog,
    `
b.md
eq:wave
a.md
c.md
b.md link a.md 1
b.md holds eq:wave 1
a.md link b.md 1
a.md link eq:wave 1
a.md citation c.md 1`,
    { path: 'b.md', expanded: new Set(['b.md']) },
  );
});

it('shows all parts of the series of a post, and names them by what differs', () => {
  const { nodes } = checkGraph(
    `%% file: 2.md
# 扩散漫谈（二）：分数
%% file: 1.md
# 扩散漫谈（一）
%% file: other.md
# 别的
`,
    `
2.md
1.md`,
  );
  expect(nodes).toMatchObject([
    { series: '扩散漫谈', part: '（二）：分数' },
    { series: '扩散漫谈', part: '（一）' },
  ]);
});

it('follows titles of parts that are cited without their subtitles, where one part is meant', () => {
  const series = `%% file: a.md
# 别的
见《扩散漫谈（二）》和《扩散漫谈（三）》。
%% file: 2.md
# 扩散漫谈（二）：分数
%% file: 3.md
# 扩散漫谈（三）：方程
%% file: 3-again.md
# 扩散漫谈（三）：再来
`;
  checkGraph(series, 'a.md\n2.md\na.md citation 2.md 1', {
    limits: { ...defaultLimits, distance: 1 },
  });
  checkGraph(
    series,
    `
2.md
3-again.md
3.md
a.md
a.md citation 2.md 1`,
    { path: '2.md' },
  );
});

it('follows tags of generators, and addresses that posts state', () => {
  checkGraph(
    `%% file: a.md
---
permalink: /heat/
---
# Heat
[waves]({{< ref "b.md#eq:wave" >}})
%% file: b.md
# Waves
[heat](/heat/)
`,
    `
a.md
b.md
a.md link b.md 1
b.md link a.md 1`,
  );
});

it('follows a title whose link may be an address of the site', () => {
  checkGraph(
    `%% file: a.md
# Heat
[《Waves》](/2024/02/waves/) and [《Noise》](https://example.org/noise)
%% file: b.md
# Waves
%% file: c.md
# Noise
`,
    `
a.md
b.md
a.md citation b.md 1`,
  );
});

it('takes nothing for a reference that is not certain', () => {
  checkGraph(
    raw`%% file: a.md
# Heat
[gone](gone.md) ![](b.md) [elsewhere](https://example.org/b.md) 《Two》 《[Two](https://example.org)》
$\eqref{eq:none}$ [own](#eq:own) [self](a.md)
%% file: b.md
# Two
%% file: c.md
# Two
`,
    'a.md',
  );
});

it('names the equations that worksheets take', () => {
  checkGraph(
    raw`%% file: a.md
# Heat
~~~eval
\eqref{b.md#eq:wave}
~~~
%% file: b.md
# Waves
\begin{equation}
c = 2 \label{eq:wave}
\end{equation}
`.replaceAll('~~~', '```'),
    `
a.md
b.md
eq:wave
a.md reference eq:wave 1
b.md holds eq:wave 1`,
    { expanded: new Set(['b.md']) },
  );
});

it('shows the nearest where there are too many, and says how many it leaves out', () => {
  const hub = Array.from({ length: 9 }, (_, at) => `%% file: p${at}.md\n[hub](hub.md)\n`);
  const limits = { ...defaultLimits, posts: 4 };
  const { leftOut } = checkGraph(
    `%% file: hub.md\n# Hub\n${hub.join('')}`,
    `
hub.md
p0.md
p1.md
p2.md
p0.md link hub.md 1
p1.md link hub.md 1
p2.md link hub.md 1`,
    { limits },
  );
  expect(leftOut).toEqual({ posts: 6, equations: 0 });
  const one = { expanded: new Set(['a.md']), limits: { ...defaultLimits, equations: 1 } };
  expect(graphOf(blog, one).leftOut).toEqual({ posts: 0, equations: 1 });
});

it('is empty where there is no such post', () => {
  checkGraph(blog, '', { path: 'gone.md' });
});

// The posts around one post, their equations, and what refers to what: a part of the blog that can be drawn.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { seriesOf } from '../../core/blog/series.js';
import { firstLabels } from '../../core/post/firstLabels.js';
import { parseTitle } from '../../core/post/titleParts.js';
import type { Outgoing } from './outgoing.js';
import { BlogReferences, type Steps } from './references.js';

export interface ReferenceGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Of what lies within reach, how much is not in it. */
  readonly leftOut: { readonly posts: number; readonly equations: number };
}

export type GraphNode = PostNode | EquationNode;

export interface PostNode {
  readonly kind: 'post';
  readonly id: string;
  readonly path: string;
  /** `null` where it has none. */
  readonly title: string | null;
  /** What the titles of its series have in common; `null` where it is no part of one. */
  readonly series: string | null;
  /** The title from the part on; empty where it names none. */
  readonly part: string;
  /** How many of its equations are referred to. */
  readonly equations: number;
  readonly isExpanded: boolean;
}

export interface EquationNode {
  readonly kind: 'equation';
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly number: string | null;
  readonly line: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** `holds`: from a post to an equation that stands in it. */
  readonly kind: Outgoing['kind'] | 'holds';
  readonly count: number;
}

export interface GraphChoices {
  /** The post that it is about. */
  readonly path: string;
  /** The paths of posts of which the equations are shown too. */
  readonly expanded: ReadonlySet<string>;
  readonly limits: GraphLimits;
}

export interface GraphLimits {
  /** How many references from the post, or from its series, others may be away. */
  readonly distance: number;
  readonly posts: number;
  /** Of one post. */
  readonly equations: number;
}

export const defaultLimits: GraphLimits = { distance: 2, posts: 100, equations: 50 };

export function* referenceGraph(blog: BlogView, choices: GraphChoices): Steps<ReferenceGraph> {
  const references = new BlogReferences(blog);
  const around = yield* postsAround(blog, references, choices);
  const posts = around.slice(0, choices.limits.posts);
  const nodes: GraphNode[] = [];
  let leftOutEquations = 0;
  for (const path of posts) {
    const named = yield* references.namedEquations(path);
    const isExpanded = choices.expanded.has(path);
    nodes.push(postNode(path, blog, { equations: named.size, isExpanded }));
    if (!isExpanded) continue;
    const equations = equationNodes(path, named, blog);
    nodes.push(...equations.slice(0, choices.limits.equations));
    leftOutEquations += Math.max(0, equations.length - choices.limits.equations);
  }
  const leftOut = { posts: around.length - posts.length, equations: leftOutEquations };
  return { nodes, edges: edgesBetween(nodes, references), leftOut };
}

/** The post, its series, and what lies around them, the nearest first. */
function* postsAround(
  blog: BlogView,
  references: BlogReferences,
  { path, limits }: GraphChoices,
): Steps<readonly string[]> {
  if (!blog.facts(path)) return [];
  const series = seriesOf(path, blog.facts(path)?.title ?? null, blog);
  const found = new Set([path, ...series.map((part) => part.path)]);
  let last: readonly string[] = [...found];
  for (let distance = 1; distance <= limits.distance && found.size <= limits.posts; distance++) {
    const next = new Set<string>();
    for (const post of last) {
      for (const neighbour of yield* references.neighbours(post)) next.add(neighbour);
    }
    last = [...next].filter((post) => !found.has(post));
    for (const post of last) found.add(post);
  }
  return [...found];
}

function postNode(
  path: string,
  blog: BlogView,
  more: Pick<PostNode, 'equations' | 'isExpanded'>,
): PostNode {
  const title = blog.facts(path)?.title ?? null;
  const { stem, part } = parseTitle(title ?? '');
  const isInSeries = seriesOf(path, title, blog).length > 0;
  return {
    kind: 'post',
    id: path,
    path,
    title,
    series: isInSeries ? stem : null,
    part: part === null ? '' : (title ?? '').slice(part.start),
    ...more,
  };
}

/** In the order in which they stand in the post. */
function equationNodes(
  path: string,
  named: ReadonlySet<string>,
  blog: BlogView,
): readonly EquationNode[] {
  const facts = blog.facts(path);
  if (!facts) return [];
  return [...firstLabels(facts).values()]
    .filter(({ key }) => named.has(key))
    .map(({ key, number, display }) => ({
      kind: 'equation',
      id: equationId(path, key),
      path,
      label: key,
      number,
      line: facts.displays[display]?.line ?? 0,
    }));
}

function edgesBetween(
  nodes: readonly GraphNode[],
  references: BlogReferences,
): readonly GraphEdge[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = new Map<string, GraphEdge>();
  const add = (from: string, to: string, kind: GraphEdge['kind']): void => {
    const key = [from, to, kind].join('\n\n');
    edges.set(key, { from, to, kind, count: (edges.get(key)?.count ?? 0) + 1 });
  };
  /** The equation where it is shown, else its post. */
  const nodeOf = (path: string, label: string | null): string => {
    const equation = label === null ? path : equationId(path, label);
    return ids.has(equation) ? equation : path;
  };
  for (const node of nodes) {
    if (node.kind === 'equation') {
      add(node.path, node.id, 'holds');
      continue;
    }
    for (const each of references.outgoing(node.path)) {
      const [from, to] = [nodeOf(node.path, each.from), nodeOf(each.path, each.label)];
      if (from !== to && ids.has(to)) add(from, to, each.kind);
    }
  }
  return [...edges.values()];
}

/** No path holds a line break. */
function equationId(path: string, label: string): string {
  return `${path}\n${label}`;
}

// Where the nodes of a graph stand: always the same for the same graph, and where they stood if they were there before.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../protocol/graph.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

interface Spring extends SimulationLinkDatum<Body> {
  readonly length: number;
}

/** After as many steps nothing moves any more. */
const steps = 300;

export function layOut(
  graph: DrawnGraph,
  placed: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Place> {
  const bodies = graph.nodes.map((node) => bodyOf(node, graph, placed));
  forceSimulation(bodies)
    .force('charge', forceManyBody<Body>().strength(-350))
    .force(
      'collide',
      forceCollide<Body>((body) => body.radius),
    )
    .force('x', forceX<Body>(0).strength(0.06))
    .force('y', forceY<Body>(0).strength(0.09))
    .force(
      'link',
      forceLink<Body, Spring>(springsOf(graph.edges))
        .id(({ id }) => id)
        .distance(({ length }) => length),
    )
    .stop()
    .tick(steps);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** What has its place keeps it; what is new begins beside what it hangs on. */
function bodyOf(
  node: DrawnNode,
  { center, edges }: DrawnGraph,
  placed: ReadonlyMap<string, Place>,
): Body {
  const { id } = node;
  const body = { id, radius: node.kind === 'post' ? 66 : 34 };
  const own = placed.get(id) ?? (id === center ? { x: 0, y: 0 } : undefined);
  if (own) return { ...body, fx: own.x, fy: own.y };
  const edge = edges.find(
    ({ from, to }) => (from === id && placed.has(to)) || (to === id && placed.has(from)),
  );
  const beside = edge && placed.get(edge.from === id ? edge.to : edge.from);
  return beside ? { ...body, x: beside.x + 1, y: beside.y + 1 } : body;
}

/** One for all that goes between two nodes. */
function springsOf(edges: readonly DrawnEdge[]): Spring[] {
  const springs = new Map<string, Spring>();
  for (const { from, to, kind } of edges) {
    const key = [from, to].sort().join('\n\n');
    if (springs.has(key) && kind !== 'holds') continue;
    springs.set(key, { source: from, target: to, length: kind === 'holds' ? 60 : 130 });
  }
  return [...springs.values()];
}

// Where the keys lead from a node: along its references, or through all nodes in their order.
import type { DrawnEdge } from '../protocol/graph.js';
import type { Place } from './layout.js';

const directions: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function directionOf(key: string): Place | null {
  return directions[key] ?? null;
}

export interface StepChoices {
  readonly edges: readonly DrawnEdge[];
  /** Of the nodes that are shown, in their order. */
  readonly places: ReadonlyMap<string, Place>;
  readonly from: string;
  readonly key: string;
}

/** `null` where the key leads nowhere. */
export function nextNode({ edges, places, from, key }: StepChoices): string | null {
  const direction = directionOf(key);
  if (direction) return alongEdges(neighboursOf(from, edges), places, from, direction);
  const ids = [...places.keys()];
  switch (key) {
    case 'Home':
      return ids[0] ?? null;
    case 'End':
      return ids.at(-1) ?? null;
    case 'PageDown':
      return ids[ids.indexOf(from) + 1] ?? null;
    case 'PageUp':
      return ids[ids.indexOf(from) - 1] ?? null;
    default:
      return null;
  }
}

export function neighboursOf(id: string, edges: readonly DrawnEdge[]): ReadonlySet<string> {
  return new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
}

/** The neighbour that lies most in the direction. */
function alongEdges(
  neighbours: ReadonlySet<string>,
  places: ReadonlyMap<string, Place>,
  from: string,
  direction: Place,
): string | null {
  const start = places.get(from);
  let best: string | null = null;
  let most = 0;
  for (const id of neighbours) {
    const place = places.get(id);
    if (!start || !place) continue;
    const [x, y] = [place.x - start.x, place.y - start.y];
    const along = (x * direction.x + y * direction.y) / Math.max(Math.hypot(x, y), 1);
    if (along <= most) continue;
    most = along;
    best = id;
  }
  return best;
}

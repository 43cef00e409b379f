// Which nodes of a graph are shown.
import type { DrawnGraph, DrawnNode, DrawnPost } from '../protocol/graph.js';

export interface Filter {
  /** Words of titles, labels or numbers. */
  readonly text: string;
  /** `null` for all. */
  readonly series: string | null;
}

/** An equation is shown where its post would be, or where it is found itself. */
export function shownNodes({ nodes }: DrawnGraph, { text, series }: Filter): readonly DrawnNode[] {
  const posts = new Map(
    nodes.flatMap((node): [string, DrawnPost][] => (node.kind === 'post' ? [[node.id, node]] : [])),
  );
  const sought = text.trim().toLowerCase();
  return nodes.filter((node) => {
    const post = node.kind === 'post' ? node : posts.get(node.post);
    if (series !== null && post?.series !== series) return false;
    const texts = node.kind === 'post' ? [] : [node.label, `(${node.number ?? ''})`];
    return [post?.title ?? '', ...texts].some((each) => each.toLowerCase().includes(sought));
  });
}

/** Those of which several posts are there. */
export function seriesIn({ nodes }: DrawnGraph): readonly string[] {
  const names = nodes.flatMap((node) => (node.kind === 'post' ? (node.series ?? []) : []));
  return [...new Set(names)].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
}

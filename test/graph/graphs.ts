// Graphs for tests, from one line a node and one line an edge.
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../../src/protocol/graph.js';

/** `a`, or `a|series|part` for a post; `a#x` for the equation `x` of a post; `a link b` for an edge. */
export function graphFrom(text: string, total = 10): DrawnGraph {
  const lines = text.trim().split('\n');
  const nodes = lines.filter((line) => !line.includes(' ')).map(nodeFrom);
  const edges = lines.filter((line) => line.includes(' ')).map(edgeFrom);
  const leftOut = { posts: 0, equations: 0 };
  return { center: nodes[0]?.id ?? '', nodes, edges, leftOut, total };
}

function nodeFrom(line: string): DrawnNode {
  const uri = `file:///${line}`;
  const [post = '', label] = line.split('#');
  if (label !== undefined) {
    return { kind: 'equation', id: line, post, uri, label, number: '1', line: 3 };
  }
  const [id = '', series = null, part = ''] = line.split('|');
  const title = `Post ${id}${part}`;
  return { kind: 'post', id, uri, title, series, part, equations: 2, isExpanded: false };
}

function edgeFrom(line: string): DrawnEdge {
  const [from = '', kind = '', to = '', count = '1'] = line.split(' ');
  return { from, to, kind: kind as DrawnEdge['kind'], count: Number(count) };
}

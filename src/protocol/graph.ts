// The graph of references: the request for it, and what its page and the client tell each other, with their guards.
import { isArrayOf, isCount, isRecord, isShortText, isText, isTextOrNull } from './guards.js';
import { isPostRequest, type PostRequest } from './server.js';

export const graphRequests = {
  /** `null` where the post belongs to no blog that could be read. */
  graph: 'postulate/referenceGraph',
} as const;

export const graphNotifications = {
  /** To the client, once for each graph that it asked for: posts are not what they were. */
  changed: 'postulate/referenceGraph/changed',
} as const;

export interface GraphRequest extends PostRequest {
  /** The ids of posts of which the equations are shown too. */
  readonly expanded: readonly string[];
}

export interface DrawnGraph {
  /** The id of the post that it is about. */
  readonly center: string;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly leftOut: { readonly posts: number; readonly equations: number };
  /** How many posts the blog has. */
  readonly total: number;
}

export type DrawnNode = DrawnPost | DrawnEquation;

export interface DrawnPost {
  readonly kind: 'post';
  readonly id: string;
  readonly uri: string;
  /** Of a post that has none, its path. */
  readonly title: string;
  readonly series: string | null;
  /** The title from the part of the series on; empty where it names none. */
  readonly part: string;
  /** How many of its equations are referred to. */
  readonly equations: number;
  readonly isExpanded: boolean;
}

export interface DrawnEquation {
  readonly kind: 'equation';
  readonly id: string;
  /** The id of its post. */
  readonly post: string;
  readonly uri: string;
  readonly label: string;
  readonly number: string | null;
  /** Zero-based. */
  readonly line: number;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'link' | 'citation' | 'reference' | 'holds';
  readonly count: number;
}

export interface ToGraph {
  readonly kind: 'graph';
  readonly graph: DrawnGraph;
}

/** What the page of a graph keeps, so that the graph is there again after a reload of the window. */
export interface SavedGraph {
  /** Of the post that it is about. */
  readonly uri: string;
  /** The ids of posts of which the equations are shown. */
  readonly expanded: readonly string[];
}

export type FromGraph =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly id: string }
  /** Shows the graph around another post. */
  | { readonly kind: 'center'; readonly id: string }
  /** Shows the equations of a post, or hides them. */
  | { readonly kind: 'toggle'; readonly id: string };

export function isGraphRequest(value: unknown): value is GraphRequest {
  return isPostRequest(value) && 'expanded' in value && isArrayOf(value.expanded, isText);
}

export function isFromGraph(value: unknown): value is FromGraph {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'ready':
      return true;
    case 'open':
    case 'center':
    case 'toggle':
      return isShortText(value['id']);
    default:
      return false;
  }
}

export function isSavedGraph(value: unknown): value is SavedGraph {
  if (!isRecord(value)) return false;
  const { uri, expanded } = value;
  return isText(uri) && uri !== '' && isArrayOf(expanded, isText);
}

export function isToGraph(value: unknown): value is ToGraph {
  return isRecord(value) && value['kind'] === 'graph' && isGraph(value['graph']);
}

function isGraph(value: unknown): value is DrawnGraph {
  if (!isRecord(value)) return false;
  const { center, nodes, edges, leftOut, total } = value;
  return (
    isText(center) &&
    isArrayOf(nodes, isNode) &&
    isArrayOf(edges, isEdge) &&
    isRecord(leftOut) &&
    isCount(leftOut['posts']) &&
    isCount(leftOut['equations']) &&
    isCount(total)
  );
}

function isNode(value: unknown): value is DrawnNode {
  if (!isRecord(value) || !isText(value['id']) || !isText(value['uri'])) return false;
  if (value['kind'] === 'equation') {
    const { post, label, number, line } = value;
    return isText(post) && isText(label) && isTextOrNull(number) && isCount(line);
  }
  const { kind, title, series, part, equations, isExpanded } = value;
  return (
    kind === 'post' &&
    isText(title) &&
    isTextOrNull(series) &&
    isText(part) &&
    isCount(equations) &&
    typeof isExpanded === 'boolean'
  );
}

const edgeKinds: readonly unknown[] = ['link', 'citation', 'reference', 'holds'];

function isEdge(value: unknown): value is DrawnEdge {
  if (!isRecord(value)) return false;
  const { from, to, kind, count } = value;
  return isText(from) && isText(to) && edgeKinds.includes(kind) && isCount(count);
}

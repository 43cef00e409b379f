// Draws a graph: lines for references, below them nodes with their names.
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../protocol/graph.js';
import { equationName, labelLines } from './labelLines.js';
import type { Place } from './layout.js';
import { filled, type GraphStrings } from './strings.js';
import { neighboursOf } from './steps.js';

type Attributes = Readonly<Record<string, string | number>>;

export interface Drawing {
  readonly graph: DrawnGraph;
  readonly places: ReadonlyMap<string, Place>;
  readonly strings: GraphStrings;
}

/** The size of arrow heads, and how far from a node's middle a line ends. */
const arrow = 7;
const postRadius = 9;
const equationRadius = 6;

export function draw(into: SVGGElement, drawing: Drawing): void {
  const { graph, places } = drawing;
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  const radius = (id: string): number => (kinds.get(id) === 'post' ? postRadius : equationRadius);
  const edges = graph.edges.flatMap((edge) => drawnEdge(into, edge, places, radius(edge.to)) ?? []);
  const nodes = graph.nodes.map((node) => drawnNode(into, node, drawing));
  into.replaceChildren(...edges, ...nodes);
}

/** To be put into a picture once: the head of each arrow. */
export function arrowHead(document: Document): SVGElement {
  const marker = svgElement(document, 'marker', {
    id: 'arrow',
    viewBox: '0 0 10 10',
    refX: 10,
    refY: 5,
    markerWidth: arrow,
    markerHeight: arrow,
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  });
  marker.append(svgElement(document, 'path', { class: 'arrow', d: 'M0 0L10 5L0 10z' }));
  const definitions = svgElement(document, 'defs', {});
  definitions.append(marker);
  return definitions;
}

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Attributes,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** What a node is called where there is room for all of it. */
export function fullName(node: DrawnNode, { graph, strings }: Drawing): string {
  if (node.kind === 'post') return node.title;
  const post = graph.nodes.find(({ id }) => id === node.post);
  const title = post?.kind === 'post' ? post.title : node.post;
  return filled(strings.equation, `${equationName(node)} ${node.label}`, title);
}

function drawnEdge(
  { ownerDocument }: Element,
  { from, to, kind }: DrawnEdge,
  places: ReadonlyMap<string, Place>,
  radius: number,
): SVGElement | null {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return null;
  const [x, y] = [end.x - start.x, end.y - start.y];
  const length = Math.max(Math.hypot(x, y), radius);
  const line = svgElement(ownerDocument, 'line', {
    class: `edge ${kind}`,
    x1: start.x,
    y1: start.y,
    x2: end.x - (x * radius) / length,
    y2: end.y - (y * radius) / length,
    ...(kind === 'holds' ? {} : { 'marker-end': 'url(#arrow)' }),
  });
  Object.assign(line.dataset, { from, to });
  return line;
}

function drawnNode({ ownerDocument }: Element, node: DrawnNode, drawing: Drawing): SVGElement {
  const { graph, places, strings } = drawing;
  const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
  const name = fullName(node, drawing);
  const count = neighboursOf(node.id, graph.edges).size;
  const isCenter = node.id === graph.center;
  const group = svgElement(ownerDocument, 'g', {
    class: `node ${node.kind}${isCenter ? ' center' : ''}`,
    transform: `translate(${x} ${y})`,
    role: 'button',
    tabindex: -1,
    'aria-label': filled(strings.neighbours, name, count),
  });
  Object.assign(group.dataset, { id: node.id, focus: `node ${node.id}` });
  const title = svgElement(ownerDocument, 'title', {});
  title.textContent = name;
  group.append(title, shapeOf(ownerDocument, node), labelOf(ownerDocument, node));
  return group;
}

function shapeOf(document: Document, { kind }: DrawnNode): SVGElement {
  if (kind === 'post') return svgElement(document, 'circle', { r: postRadius });
  const size = 2 * equationRadius;
  return svgElement(document, 'rect', {
    ...{ x: -equationRadius, y: -equationRadius, width: size, height: size },
  });
}

function labelOf(document: Document, node: DrawnNode): SVGElement {
  const text = svgElement(document, 'text', { 'text-anchor': 'middle' });
  for (const [at, line] of labelLines(node).entries()) {
    const part = svgElement(document, 'tspan', { x: 0, y: 24 + at * 15 });
    part.textContent = line;
    text.append(part);
  }
  return text;
}

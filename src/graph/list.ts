// The graph as a list: each post with what it refers to and what refers to it, for those who read it so.
import type { DrawnEdge, DrawnNode } from '../protocol/graph.js';
import { fullName, type Drawing } from './drawing.js';
import { filled, type GraphStrings } from './strings.js';

export interface ListActions {
  readonly open: (id: string) => void;
  readonly center: (id: string) => void;
  readonly toggle: (id: string) => void;
}

/** One entry a node, each folded but for those that are open already. */
export function listEntries(
  document: Document,
  drawing: Drawing,
  actions: ListActions,
  open: ReadonlySet<string>,
): readonly HTMLLIElement[] {
  const byId = new Map(drawing.graph.nodes.map((node) => [node.id, node]));
  return drawing.graph.nodes.map((node) => {
    const details = document.createElement('details');
    details.open = open.has(node.id);
    const summary = document.createElement('summary');
    summary.textContent = fullName(node, drawing);
    summary.dataset['focus'] = `entry ${node.id}`;
    const links = document.createElement('ul');
    for (const edge of drawing.graph.edges) {
      const other = byId.get(edge.from === node.id ? edge.to : edge.from);
      const words = wordsFor(edge, node.id, drawing.strings);
      if (!other || words === null) continue;
      const link = button(
        document,
        named(words, other, edge, drawing),
        `${node.id} ${other.id} ${edge.kind}`,
      );
      link.addEventListener('click', () => {
        actions.open(other.id);
      });
      links.append(item(document, link));
    }
    details.append(summary, ...buttonsFor(document, node, drawing.strings, actions));
    if (links.childElementCount > 0) details.append(links);
    const entry = item(document, details);
    entry.classList.add(node.kind);
    entry.dataset['id'] = node.id;
    return entry;
  });
}

function buttonsFor(
  document: Document,
  node: DrawnNode,
  strings: GraphStrings,
  { open, center, toggle }: ListActions,
): readonly HTMLElement[] {
  const { id } = node;
  const made = (text: string, act: (id: string) => void): HTMLButtonElement => {
    const made = button(document, text, `${id} ${text}`);
    made.addEventListener('click', () => {
      act(id);
    });
    return made;
  };
  if (node.kind === 'equation') return [made(strings.open, open)];
  const buttons = [made(strings.open, open), made(strings.center, center)];
  if (node.equations === 0) return buttons;
  const equations = made(filled(strings.equations, node.equations), toggle);
  equations.setAttribute('aria-pressed', String(node.isExpanded));
  return [...buttons, equations];
}

/** `null` where the edge is not one of the node, or only says where an equation stands. */
function wordsFor({ from, to, kind }: DrawnEdge, id: string, strings: GraphStrings): string | null {
  if (kind === 'holds' || (from !== id && to !== id)) return null;
  const isOutgoing = from === id;
  switch (kind) {
    case 'link':
      return isOutgoing ? strings.link : strings.linked;
    case 'citation':
      return isOutgoing ? strings.citation : strings.cited;
    case 'reference':
      return isOutgoing ? strings.reference : strings.referred;
  }
}

function named(words: string, other: DrawnNode, { count }: DrawnEdge, drawing: Drawing): string {
  const text = filled(words, fullName(other, drawing));
  return count === 1 ? text : filled(drawing.strings.times, text, count);
}

function button(document: Document, text: string, focus: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.dataset['focus'] = `button ${focus}`;
  return made;
}

function item(document: Document, child: HTMLElement): HTMLLIElement {
  const made = document.createElement('li');
  made.append(child);
  return made;
}

// Leads through a syntax tree, list by list, so that whoever looks at a node sees its neighbours.
import type { TexNode } from './tree.js';

type List = readonly TexNode[];

/** Every list of nodes that stand beside one another; no deeper than KaTeX reads. */
export function forEachList(list: List, visit: (list: List) => void): void {
  visit(list);
  for (const node of list) for (const inner of listsIn(node)) forEachList(inner, visit);
}

function listsIn(node: TexNode): readonly List[] {
  switch (node.kind) {
    case 'group':
    case 'fence':
    case 'accent':
      return [node.body];
    case 'scripts':
      return [
        ...(node.base === null ? [] : listsIn(node.base)),
        node.subscript ?? [],
        node.superscript ?? [],
      ];
    case 'fraction':
      return [node.numerator, node.denominator];
    case 'root':
      return [node.degree ?? [], node.radicand];
    case 'array':
      return node.rows.flat();
    default:
      return [];
  }
}

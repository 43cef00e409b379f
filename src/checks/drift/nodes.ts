// What the kinds of drift ask about nodes of the syntax tree.
import type { Span } from '../../core/text/span.js';
import type { TexNode, TexSymbol } from '../../tex/tree.js';

/** What carries the scripts of a node, or the node itself, without braces around it. */
export function nucleus(node: TexNode | undefined): TexNode | null {
  let inner: TexNode | null = node ?? null;
  for (;;) {
    if (inner?.kind === 'scripts') inner = inner.base;
    else if (inner?.kind === 'group' && inner.body.length === 1) inner = inner.body[0] ?? null;
    else return inner;
  }
}

/** The only node of a list, without braces around it. */
export function only(list: readonly TexNode[] | null): TexNode | null {
  const [node] = list ?? [];
  if (node?.kind === 'group') return only(node.body);
  return list?.length === 1 && node ? node : null;
}

export function isSymbol<Text extends string>(
  node: TexNode | null | undefined,
  text: Text,
): node is TexSymbol & { readonly text: Text } {
  return node?.kind === 'symbol' && node.text === text;
}

/** A letter as it is, in no font of its own. */
export function isPlainLetter(node: TexNode | null | undefined): node is TexSymbol {
  return node?.kind === 'symbol' && node.font === null && /^[a-zA-Z]$/.test(node.text);
}

export function sourceOf({ span }: { readonly span: Span }, tex: string): string {
  return tex.slice(span.start, span.end);
}

/** In nodes: what is longer is no argument that is written twice. */
const longestArgument = 100;

export interface ArgumentFound {
  /** What stands between the parentheses. */
  readonly inside: Span;
  /** Behind the closing one. */
  readonly end: number;
}

/** In the parentheses or brackets that open directly behind a node; `null` where none do, or none close. */
export function argumentBehind(
  list: readonly TexNode[],
  at: number,
  [open, close]: readonly [string, string],
): ArgumentFound | null {
  const first = list[at + 1];
  if (first?.kind === 'fence' && first.left === open) {
    const start = first.body[0]?.span.start ?? first.span.end;
    const end = first.body.at(-1)?.span.end ?? start;
    return { inside: { start, end }, end: first.span.end };
  }
  if (!isSymbol(first, open)) return null;
  let depth = 0;
  for (const node of list.slice(at + 1, at + longestArgument)) {
    const symbol = nucleus(node);
    if (symbol?.kind !== 'symbol') continue;
    if (symbol.text === open) depth++;
    else if (symbol.text === close && --depth === 0) {
      return {
        inside: { start: first.span.end, end: symbol.span.start },
        end: symbol.span.end,
      };
    }
  }
  return null;
}

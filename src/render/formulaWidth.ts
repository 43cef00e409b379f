// How wide a formula will be, before any browser has set it: what a sheet of paper needs to know.
import type { KatexDomNode } from '../tex/katexInternals.js';

/** Of the widest part that cannot be broken, in units of the formula's own size of type. */
export function widestPart(root: KatexDomNode): number {
  const parts = all(root, 'katex-html').flatMap(({ children = [] }) => children);
  return parts.reduce((widest, part) => Math.max(widest, width(part, 1)), 0);
}

/** Classes of what takes no room beside its neighbours. */
const withoutWidth = ['katex-strut', 'strut', 'pstrut', 'vlist-s', 'llap', 'rlap', 'clap'];

/** KaTeX's sizes of type, from 1 to 11. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** What the style sheet of KaTeX adds, in ems. */
const added: readonly (readonly [string, number])[] = [
  ['nulldelimiter', 0.12],
  ['boxpad', 0.6],
];

/** `scale` is the size of type around the node. */
function width(node: KatexDomNode, scale: number): number {
  const { classes = [], style = {}, children = [], text } = node;
  if (classes.some((name) => withoutWidth.includes(name))) return 0;
  const own = scale * sizeChange(classes);
  const sides = ['marginLeft', 'marginRight', 'paddingLeft'].map((side) => ems(style[side]));
  const around = [...sides, ...added.map(([name, more]) => (classes.includes(name) ? more : 0))];
  const least = Math.max(ems(style['width']), ems(style['minWidth'])) * own;
  const content = text === undefined ? contentWidth(children, classes, own) : textWidth(node) * own;
  return around.reduce((sum, part) => sum + part, 0) * own + Math.max(content, least);
}

function contentWidth(
  children: readonly KatexDomNode[],
  classes: readonly string[],
  scale: number,
): number {
  const widths = children.map((child) => width(child, scale));
  // Rows stand above one another.
  const isStacked = classes.includes('vlist') || classes.includes('vlist-t');
  return isStacked ? Math.max(0, ...widths) : widths.reduce((sum, part) => sum + part, 0);
}

/** KaTeX joins characters into one symbol and keeps the width of the first: others are as wide as most. */
function textWidth({ text = '', width: advance = 0, italic = 0 }: KatexDomNode): number {
  const characters = [...text];
  const isOne = characters.length === 1 && advance > 0;
  const widths = characters.map((character) => {
    // The fonts for these are the reader's; they are as wide as high.
    if ((character.codePointAt(0) ?? 0) >= 0x2e80) return 1;
    return isOne ? advance : averageWidth;
  });
  return widths.reduce((sum, part) => sum + part, 0) + Math.max(italic, 0);
}

/** Of letters and digits. */
const averageWidth = 0.5;

function sizeChange(classes: readonly string[]): number {
  const from = sizeIn(classes, /^(?:reset-)size(\d+)$/);
  const to = sizeIn(classes, /^size(\d+)$/);
  return from === null || to === null ? 1 : to / from;
}

function sizeIn(classes: readonly string[], pattern: RegExp): number | null {
  for (const name of classes) {
    const found = pattern.exec(name);
    if (found) return sizes[Number(found[1]) - 1] ?? null;
  }
  return null;
}

function ems(length: string | undefined): number {
  const found = /^(-?[\d.]+)em$/.exec(length ?? '');
  return found ? Number(found[1]) : 0;
}

function all(node: KatexDomNode, name: string): readonly KatexDomNode[] {
  if (node.classes?.includes(name) === true) return [node];
  return (node.children ?? []).flatMap((child) => all(child, name));
}

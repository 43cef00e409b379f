// What is written below a node: two short lines of a title, of which the second names the part of a series.
import type { DrawnNode } from '../protocol/graph.js';

/** In letters of which a Chinese one counts two. */
const longestLine = 22;

export function labelLines(node: DrawnNode): readonly string[] {
  if (node.kind === 'equation') return [equationName(node)];
  const { title, part } = node;
  if (part !== '' && title.endsWith(part)) {
    return [shortened(title.slice(0, -part.length).trimEnd()), shortened(part)].filter(Boolean);
  }
  const first = beginning(title, longestLine);
  return [first, shortened(title.slice(first.length).trimStart())].filter(Boolean);
}

/** By its number, which readers see, else its label. */
export function equationName({ number, label }: { number: string | null; label: string }): string {
  return number === null ? shortened(label) : `(${number})`;
}

function shortened(text: string): string {
  const begun = beginning(text, longestLine);
  return begun.length === text.length ? text : `${beginning(text, longestLine - 2).trimEnd()}…`;
}

/** As much as fits, up to a blank or a hyphen where one is near. */
function beginning(text: string, width: number): string {
  let taken = 0;
  let end = 0;
  for (const letter of text) {
    taken += /[\u1100-\u115f\u2e80-\uffef]/u.test(letter) || letter.length > 1 ? 2 : 1;
    if (taken > width) {
      const gap = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('-', end - 1) + 1);
      return text.slice(0, gap > end / 3 ? gap : end);
    }
    end += letter.length;
  }
  return text;
}

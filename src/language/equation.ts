// The equation behind a label, as something to show: its TeX with references filled in, its number.
import type { DisplayFacts, LabelFacts, Snapshot } from '../core/post/facts.js';
import { onOneLine } from '../core/text/onOneLine.js';
import { numbersByName } from './countingLabel.js';

export interface Equation {
  /** Without labels, references replaced by what readers see; to be typeset as a display. */
  readonly tex: string;
  /** As its row shows it, `(3)`; `null` where readers see none. */
  readonly shown: string | null;
  /** Zero-based. */
  readonly line: number;
}

export function equationOf(post: Snapshot, label: LabelFacts): Equation | null {
  const display = post.facts.displays[label.display];
  if (!display) return null;
  const tex = texOf(post, display);
  if (tex === null) return null;
  const shown = label.number === null ? null : (display.rows[label.row]?.shown ?? null);
  return { tex: withoutLabels(post, tex), shown, line: display.line };
}

/** What the math engine reads for a display, `\begin` and `\end` of an environment included. */
export function texOf(post: Snapshot, display: DisplayFacts): string | null {
  return post.blocks.blocks[display.block]?.formulas[display.formula]?.tex.text ?? null;
}

/** The TeX on one line and not too long, for lists. */
export function summarizeTex(tex: string, limit = 80): string {
  // A display may hold very many rows, and a list each of their labels.
  const bare = tex
    .slice(0, limit * 10)
    .replace(/\\(?:begin|end)\{(?:equation|align|gather|multline|split|aligned)\*?\}/g, '')
    .replace(/\\(?:label|nonumber|notag)(?:\{[^{}]*\})?/g, '');
  return onOneLine(bare, limit);
}

/** Labels and tags dropped, references replaced by what readers see: TeX that stands by itself. */
export function withoutLabels(post: Snapshot, tex: string): string {
  if (!/\\(?:label|tag|(?:eq)?ref)(?![a-zA-Z])/.test(tex)) return tex;
  const numbers = numbersByName(post.facts.labels);
  return (
    tex
      .replace(/\\label\s*\{[^{}]*\}/g, '')
      // The number is named beside the equation; as a tag it would make the picture as wide as a page.
      .replace(/\\tag\s*\*?\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
      .replace(/\\(eq)?ref\s*\{([^{}]*)\}/g, (_, eq: string | undefined, key: string) => {
        const number = numbers.get(key) ?? '???';
        return `\\text{${eq ? `(${number})` : number}}`;
      })
  );
}

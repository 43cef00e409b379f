// A formula that holds nothing but references: `$\eqref{eq:x}$` reads better as links in the text.
import type { FormulaReference } from './translate/translator.js';

export type ReferencePart = FormulaReference | string;

const onlyReferences = /^\s*(?:\\(?:eq)?ref\s*\{[^{}\\$]*\}[\s,、，~-]*)+$/;

/** The references and what stands between them; `null` where the formula holds more. */
export function referencesAlone(tex: string): readonly ReferencePart[] | null {
  if (!onlyReferences.test(tex)) return null;
  const parts: ReferencePart[] = [];
  for (const found of tex.trim().matchAll(/\\(eq)?ref\s*\{([^{}]*)\}|[^\\]+/g)) {
    const key = found[2];
    if (key === undefined) parts.push(found[0].replace(/~/g, ' '));
    else parts.push({ command: found[1] === undefined ? 'ref' : 'eqref', key });
  }
  return parts;
}

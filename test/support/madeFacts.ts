// Facts of posts that never were text: for what works on facts alone.
import type { PostFacts } from '../../src/core/post/facts.js';

export interface MadePost {
  readonly title?: string | null;
  readonly labels?: readonly string[];
  readonly references?: readonly string[];
  readonly links?: readonly string[];
}

/** Labels are numbered in their order. */
export function madeFacts({ title = null, labels, references, links }: MadePost): PostFacts {
  const span = { start: 0, end: 0 };
  return {
    title,
    displays: [],
    labels: (labels ?? []).map((key, at) => ({
      key,
      span,
      keySpan: span,
      display: at,
      row: 0,
      number: String(at + 1),
      fault: null,
    })),
    references: (references ?? []).map((key) => ({
      command: 'eqref',
      key,
      span,
      keySpan: span,
      number: null,
      inFormula: false,
    })),
    redefinesReferences: false,
    headings: [],
    links: (links ?? []).map((target) => ({ target, text: '', span, targetSpan: span })),
    worksheetReferences: [],
    ignores: [],
  };
}

// Facts of posts that never were text: for what works on facts alone.
import type { DisplayFacts, PostFacts } from '../../src/core/post/facts.js';

export interface MadePost {
  readonly title?: string | null;
  readonly labels?: readonly string[];
  readonly references?: readonly string[];
  readonly links?: readonly string[];
  /** How many of the labels stand above its cut; it has none where nothing is said. */
  readonly excerpted?: number | null;
  readonly isUnnumbered?: boolean;
  /** Addresses of the posts whose equation (1) its text names. */
  readonly numbers?: readonly string[];
  /** Tables of one name, each with one number. */
  readonly tables?: readonly string[];
}

/** Labels are numbered in their order, each in a display and on a line of its own. */
export function madeFacts({
  title = null,
  labels = [],
  references = [],
  links = [],
  excerpted = null,
  isUnnumbered = false,
  numbers = [],
  tables = [],
}: MadePost): PostFacts {
  const span = { start: 0, end: 0 };
  return {
    title,
    displays: labels.map((key, at) => madeDisplay(key, at)),
    labels: labels.map((key, at) => ({
      key,
      span: { start: at, end: at + 1 },
      keySpan: span,
      display: at,
      row: 0,
      number: String(at + 1),
      fault: null,
    })),
    references: references.map((key) => ({
      command: 'eqref',
      key,
      span,
      keySpan: span,
      number: null,
      inFormula: false,
    })),
    redefinesReferences: false,
    headings: [],
    links: links.map((target) => ({ target, text: '', span, targetSpan: span })),
    worksheetReferences: [],
    numbers: numbers.map((link) => ({
      number: '1',
      span,
      numberSpan: span,
      of: { link },
      place: 0,
    })),
    cut: excerpted,
    unnumbered: isUnnumbered ? span : null,
    tables: tables.map((number) => ({
      name: 'speeds',
      rows: [{ span, line: 0, numbers: [number] }],
    })),
    ignores: [],
  };
}

function madeDisplay(key: string, line: number): DisplayFacts {
  const span = { start: line, end: line + 1 };
  const number = String(line + 1);
  const row = { number, shown: number, labels: [key], tagged: false, fingerprint: line };
  return {
    environment: 'equation',
    span,
    line,
    endLine: line,
    block: 0,
    formula: line,
    rows: [{ span, ...row }],
    error: null,
  };
}

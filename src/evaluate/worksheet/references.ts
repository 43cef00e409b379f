// Displays that a line of a worksheet names: `\eqref{eq:a}, \eqref{eq:b}`.

interface Reference {
  readonly label: string;
  /** In the text of the line. */
  readonly start: number;
  readonly end: number;
}

/** What may stand before them. */
const HEADS = /^(?:check|analyse(?:\[[^\]]*\])?)\s+/;

/** The labels of the displays that a line takes, where it names nothing else. */
export function labelsNamed(text: string): readonly string[] {
  const rest = text.replace(HEADS, '');
  return areReferences(rest) ? referencesIn(rest).map(({ label }) => label) : [];
}

export function areReferences(text: string): boolean {
  return /^(?:\\eqref\{[^{}]*\}[\s,]*)+[.;，]?$/.test(text.trim());
}

export function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(/\\eqref\{([^{}]*)\}/g)].map((match) => ({
    label: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

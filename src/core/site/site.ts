// What turns posts into pages: the Markdown engine, the math engine and its numbering of equations.

export const markdownEngines = [
  'raw',
  'commonmark',
  'markdown-it',
  'marked',
  'goldmark',
  'kramdown',
  'hyperdown',
  'python-markdown',
  'arithmatex',
] as const;
export const mathEngines = ['mathjax4', 'mathjax3', 'mathjax2', 'katex', 'amsmath'] as const;
export const tagModes = ['none', 'ams', 'all'] as const;

export type MarkdownEngine = (typeof markdownEngines)[number];
export type MathEngine = (typeof mathEngines)[number];
export type TagMode = (typeof tagModes)[number];

export interface Site {
  readonly markdown: MarkdownEngine;
  readonly math: MathEngine;
  readonly tags: TagMode;
  /** What Goldmark is told to pass through; other engines are told nothing. */
  readonly passthrough?: readonly DelimiterPair[];
  /** Whether Goldmark makes quotes and dashes typographic, as it does where nothing is said. */
  readonly typographer?: boolean;
}

/** A start and an end delimiter, such as `$` and `$`, or `\\begin{align}` and `\\end{align}`. */
export type DelimiterPair = readonly [open: string, close: string];

/** Of a value read from a file; `null` where it is no list of pairs. */
export function delimiterPairs(value: unknown): readonly DelimiterPair[] | null {
  if (!Array.isArray(value)) return null;
  const pairs = value.flatMap((pair: unknown): readonly DelimiterPair[] => {
    const [open, close] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    const isPair = typeof open === 'string' && typeof close === 'string';
    return isPair && open !== '' && close !== '' ? [[open, close]] : [];
  });
  return pairs.length === value.length ? pairs : null;
}

/** A start delimiter as people name it: `align` for `\\begin{align}`. */
export function delimiterName([open]: DelimiterPair): string {
  return /^\\begin\{([^}]*)\}$/.exec(open)?.[1] ?? open;
}

/** KaTeX refuses labels and references altogether. */
export function hasReferences(math: MathEngine): boolean {
  return math !== 'katex';
}

export function isMathJax(math: MathEngine): boolean {
  return math.startsWith('mathjax');
}

/** The parts that every site has. */
export const siteParts = ['markdown', 'math', 'tags'] as const satisfies readonly (keyof Site)[];

/** A site, and where each part of it was read: a file with its line, or `null` where it is assumed. */
export interface SiteReading {
  readonly site: Site;
  readonly from: { readonly [part in keyof Site]: SiteSource | null };
}

export interface SiteSource {
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
}

/** What we take a folder for that says nothing: raw text in a CMS, MathJax 4 with numbers. */
export const assumedSite: Site = { markdown: 'raw', math: 'mathjax4', tags: 'ams' };

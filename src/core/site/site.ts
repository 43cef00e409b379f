// What turns posts into pages: the Markdown engine, the math engine and its numbering of equations.

export const markdownEngines = ['raw', 'commonmark', 'kramdown'] as const;
export const mathEngines = ['mathjax4', 'mathjax3', 'mathjax2', 'katex', 'amsmath'] as const;
export const tagModes = ['none', 'ams', 'all'] as const;

export type MarkdownEngine = (typeof markdownEngines)[number];
export type MathEngine = (typeof mathEngines)[number];
export type TagMode = (typeof tagModes)[number];

export interface Site {
  readonly markdown: MarkdownEngine;
  readonly math: MathEngine;
  readonly tags: TagMode;
}

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

// The contract of detection: what the files of a folder say of its site, and where they say it.
import type { Site, SiteSource } from '../site.js';
import type { SiteFolder } from './siteFolder.js';

export const generators = [
  'Hexo',
  'Jekyll',
  'Hugo',
  'MkDocs',
  'Quarto',
  'MyST',
  'Docusaurus',
  'VitePress',
  'Obsidian',
] as const;

/** What makes pages of the posts. */
export type Generator = (typeof generators)[number];

export interface Stated<Value> {
  readonly value: Value;
  readonly source: SiteSource;
}

/** Parts that no file tells are left out. */
export type StatedSite = { readonly [Part in keyof Site]?: Stated<NonNullable<Site[Part]>> };

export interface DetectedSite {
  readonly generator: Generator;
  /** The file by which it was known. */
  readonly source: SiteSource;
  readonly site: StatedSite;
  /** What reads the posts before the Markdown engine, and takes their `{{` and `{%` for its own. */
  readonly templates: TemplateEngine | null;
  /** The key of the front matter without which a page loads no math engine. */
  readonly mathSwitch: Stated<string> | null;
}

/** Liquid takes `{{` and `{%`; Nunjucks takes `{#`, too. */
export type TemplateEngine = 'liquid' | 'nunjucks';

/** What a site has whose generator takes nothing of its posts, and loads the math engine everywhere. */
export const plainSite = { templates: null, mathSwitch: null } as const;

/** Reads one kind of site; `null` where the folder is none. */
export type Detector = (folder: SiteFolder) => DetectedSite | null;

/** The same site, its files named from another folder. */
export function namedFrom(site: DetectedSite, rename: (file: string) => string): DetectedSite {
  const renamed = ({ file, line }: SiteSource): SiteSource => ({ file: rename(file), line });
  const { markdown, math, tags, passthrough, typographer } = site.site;
  return {
    ...site,
    source: renamed(site.source),
    site: {
      ...(markdown && { markdown: { ...markdown, source: renamed(markdown.source) } }),
      ...(math && { math: { ...math, source: renamed(math.source) } }),
      ...(tags && { tags: { ...tags, source: renamed(tags.source) } }),
      ...(passthrough && {
        passthrough: { ...passthrough, source: renamed(passthrough.source) },
      }),
      ...(typographer && {
        typographer: { ...typographer, source: renamed(typographer.source) },
      }),
    },
    mathSwitch: site.mathSwitch && {
      ...site.mathSwitch,
      source: renamed(site.mathSwitch.source),
    },
  };
}

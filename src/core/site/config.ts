// `postulate.json`: what it may hold, and what may be wrong in it.
import type { Site } from './site.js';

export interface Config {
  readonly site: SiteParts;
  /** Later ones win. */
  readonly overrides: readonly SiteOverride[];
  /** Macros of the whole blog, by name without the backslash. */
  readonly macros: Readonly<Record<string, string>>;
  /** Files of LaTeX whose macros hold in the whole blog. */
  readonly macroFiles: readonly NamedFile[];
  /** Severities of rules, by code. */
  readonly rules: Readonly<Record<string, RuleSeverity>>;
}

export interface NamedFile {
  /** From the folder of the configuration. */
  readonly path: string;
  /** Where the configuration names it; zero-based. */
  readonly line: number;
}

export interface SiteOverride {
  /** Globs, relative to the folder of the file. */
  readonly files: readonly string[];
  readonly site: SiteParts;
}

/** The parts of a site that a file states, with their zero-based lines. */
export type SiteParts = {
  readonly [Part in keyof Site]?: {
    readonly value: NonNullable<Site[Part]>;
    readonly line: number;
  };
};

export const ruleSeverities = ['off', 'error', 'warning', 'info', 'hint'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

export type ExpectedValue = 'object' | 'array' | 'string' | 'globs' | 'paths' | 'pairs';

export type ConfigProblem =
  | { readonly code: 'config.not-json'; readonly line: number; readonly reason: string }
  | { readonly code: 'config.too-deep'; readonly line: number; readonly levels: number }
  | {
      readonly code: 'config.wrong-type';
      readonly line: number;
      readonly key: string;
      readonly expected: ExpectedValue;
    }
  | { readonly code: 'config.wild-glob'; readonly line: number; readonly glob: string }
  | { readonly code: 'config.unknown-key'; readonly line: number; readonly key: string }
  | {
      readonly code: 'config.unknown-value';
      readonly line: number;
      readonly key: string;
      readonly value: string;
      readonly allowed: readonly string[];
    };

export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

export const emptyConfig: Config = {
  site: {},
  overrides: [],
  macros: {},
  macroFiles: [],
  rules: {},
};

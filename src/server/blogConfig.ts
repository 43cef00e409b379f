// What a blog's `postulate.json` says of its posts.
import picomatch from 'picomatch';
import type { RuleSettings } from '../checks/check.js';
import { assumedParts, type AssumedParts } from '../checks/readings.js';
import { macrosFromTable } from '../core/numbering/macros.js';
import { emptyConfig, parseConfig, siteOf, type ConfigProblem } from '../core/site/config.js';
import type { SiteReading } from '../core/site/site.js';
import type { PostSetting } from './store.js';

export interface BlogConfig {
  readonly hasConfig: boolean;
  readonly rules: RuleSettings;
  readonly problems: readonly ConfigProblem[];
  settingOf(path: string): Omit<PostSetting, 'path'>;
  assumedOf(path: string): AssumedParts;
}

/** `text` is `null` where a folder has no such file. */
export function readBlogConfig(text: string | null): BlogConfig {
  const { config, problems } =
    text === null ? { config: emptyConfig, problems: [] } : parseConfig(text);
  const macros = macrosFromTable(config.macros);
  const readingOf = (path: string): SiteReading =>
    siteOf(config, 'postulate.json', path, matchesGlobs);
  return {
    hasConfig: text !== null,
    rules: config.rules,
    problems,
    settingOf: (path) => ({ site: readingOf(path).site, macros }),
    assumedOf: (path) => assumedParts(readingOf(path)),
  };
}

function matchesGlobs(globs: readonly string[], path: string): boolean {
  return picomatch([...globs], { dot: true })(path);
}

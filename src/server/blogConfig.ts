// What a blog's `postulate.json` says of its posts.
import picomatch from 'picomatch';
import type { RuleSettings } from '../checks/check.js';
import { assumedParts, type AssumedParts } from '../checks/readings.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import {
  emptyConfig,
  siteOf,
  type ConfigProblem,
  type ConfigReading,
} from '../core/site/config.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { SiteReading } from '../core/site/site.js';
import type { PostSetting } from './store.js';

export interface BlogConfig {
  readonly hasConfig: boolean;
  /** Its folder is that of a site, or lies in one. */
  readonly hasSite: boolean;
  readonly rules: RuleSettings;
  readonly problems: readonly ConfigProblem[];
  settingOf(path: string): Omit<PostSetting, 'path'>;
  assumedOf(path: string): AssumedParts;
}

/** `reading` is `null` where a folder has no such file; `siteAt` gives the site around a post, if it has one. */
export function blogConfig(
  reading: ConfigReading | null,
  macros: NumberingMacros,
  siteAt: (path: string) => DetectedSite | null,
): BlogConfig {
  const { config, problems } = reading ?? { config: emptyConfig, problems: [] };
  const readingOf = (path: string): SiteReading =>
    siteOf(config, 'postulate.json', path, matchesGlobs, siteAt(path)?.site);
  return {
    hasConfig: reading !== null,
    get hasSite() {
      return siteAt('post.md') !== null;
    },
    rules: config.rules,
    problems,
    settingOf: (path) => ({ site: readingOf(path).site, macros }),
    assumedOf: (path) => assumedParts(readingOf(path)),
  };
}

function matchesGlobs(globs: readonly string[], path: string): boolean {
  return picomatch([...globs], { dot: true })(path);
}

// What a blog's `postulate.json` says of its posts.
import picomatch from 'picomatch';
import type { RuleSettings } from '../checks/check.js';
import { assumedParts, type AssumedParts } from '../checks/readings.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import { emptyConfig, type ConfigProblem, type ConfigReading } from '../core/site/config.js';
import { siteOf } from '../core/site/siteOf.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { SiteReading } from '../core/site/site.js';
import type { PostSetting } from './store.js';

/** What a post is read with; its sources are URIs. */
interface PostSiteReading {
  readonly reading: SiteReading;
  readonly detected: DetectedSite | null;
}

export interface BlogConfig {
  readonly hasConfig: boolean;
  /** The URI of the file; `null` where the folder has none. */
  readonly file: string | null;
  /** Its folder is that of a site, or lies in one. */
  readonly hasSite: boolean;
  readonly rules: RuleSettings;
  readonly problems: readonly ConfigProblem[];
  siteOf(path: string): PostSiteReading;
  settingOf(path: string): Omit<PostSetting, 'path'>;
  assumedOf(path: string): AssumedParts;
}

interface BlogSources {
  readonly reading: ConfigReading;
  /** The URI of the file that was read. */
  readonly uri: string;
}

/** `sources` is `null` where a folder has no such file; `siteAt` gives the site around a post, if it has one. */
export function blogConfig(
  sources: BlogSources | null,
  macros: NumberingMacros,
  siteAt: (path: string) => DetectedSite | null,
): BlogConfig {
  const { config, problems } = sources?.reading ?? { config: emptyConfig, problems: [] };
  const siteOfPost = (path: string): PostSiteReading => {
    const detected = siteAt(path);
    const reading = siteOf(config, sources?.uri ?? '', path, matchesGlobs, detected?.site);
    return { reading, detected };
  };
  return {
    hasConfig: sources !== null,
    file: sources?.uri ?? null,
    get hasSite() {
      return siteAt('post.md') !== null;
    },
    rules: config.rules,
    problems,
    siteOf: siteOfPost,
    settingOf: (path) => ({ site: siteOfPost(path).reading.site, macros }),
    assumedOf: (path) => assumedParts(siteOfPost(path).reading),
  };
}

export function matchesGlobs(globs: readonly string[], path: string): boolean {
  return picomatch([...globs], { dot: true, noextglob: true })(path);
}

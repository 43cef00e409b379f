// What posts are read under: the configuration and the site nearest above each.
import picomatch from 'picomatch';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { SiteReading } from '../core/site/site.js';
import { siteOf } from '../core/site/siteOf.js';
import { Configs, relativePath, type FoundConfig } from './configs.js';
import { Sites } from './sites.js';

interface PostSetting {
  readonly config: FoundConfig;
  readonly detected: DetectedSite | null;
  /** What the config leaves open is as the folder of the post says. */
  readonly site: SiteReading;
}

export class PostSettings {
  readonly configs: Configs;
  readonly #sites: Sites;

  /** `chosen` is what `--config` names. */
  constructor(cwd: string, chosen: string | undefined) {
    this.configs = new Configs(cwd, chosen);
    this.#sites = new Sites(cwd);
  }

  /** By its absolute path. */
  async of(post: string): Promise<PostSetting> {
    const found = await this.configs.of(post);
    const detected = await this.#sites.above(post);
    const { config, file, folder } = found;
    const path = relativePath(folder, post);
    const site = siteOf(config, file ?? '', path, matchesGlobs, detected?.site);
    return { config: found, detected, site };
  }
}

function matchesGlobs(globs: readonly string[], post: string): boolean {
  return picomatch([...globs], { dot: true, noextglob: true })(post);
}

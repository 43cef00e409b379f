// What is read of a blog's folder beside its posts.
import type { RuleSettings } from '../checks/check.js';
import { assumedSite } from '../core/site/site.js';
import type { PostSetting } from './store.js';

export interface BlogConfig {
  readonly hasConfig: boolean;
  readonly siteFound: boolean;
  readonly rules: RuleSettings;
  settingOf(path: string): Omit<PostSetting, 'path'>;
}

/** Of a folder that says nothing. */
export const assumedConfig: BlogConfig = {
  hasConfig: false,
  siteFound: false,
  rules: {},
  settingOf: () => ({ site: assumedSite }),
};

// What posts are examined under, and a short name for it: posts of one name have one setting.
import { assumedParts } from '../checks/readings.js';
import { settingName } from '../core/blog/settingName.js';
import { remembered } from '../core/remembered.js';
import type { ExaminationSetting } from './examination.js';
import type { PostFile } from './postFile.js';

export function settingOf({ site, macros, rules, detected, layout }: PostFile): ExaminationSetting {
  const staticFolders = layout?.staticFolders ?? null;
  return { site: site.site, assumed: assumedParts(site), macros, rules, detected, staticFolders };
}

export const settingKey = remembered((post: PostFile) => {
  const { site, assumed, macros, rules, detected, staticFolders } = settingOf(post);
  return settingName([site, assumed, macros, rules, detected ?? '', staticFolders ?? '']);
});

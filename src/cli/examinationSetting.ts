// What posts are examined under, and a short name for it: posts of one name have one setting.
import { assumedParts } from '../checks/readings.js';
import { settingName } from '../core/blog/settingName.js';
import { remembered } from '../core/remembered.js';
import type { ExaminationSetting } from './examination.js';
import type { PostFile } from './postFile.js';

export function settingOf({ site, macros, rules, detected }: PostFile): ExaminationSetting {
  return { site: site.site, assumed: assumedParts(site), macros, rules, detected };
}

export const settingKey = remembered((post: PostFile) => {
  const { site, assumed, macros, rules, detected } = settingOf(post);
  return settingName([site, assumed, macros, rules, detected ?? '']);
});

// What posts are examined under, and a short name for it: posts of one name have one setting.
import { assumedParts } from '../checks/readings.js';
import { hashText } from '../core/text/hash.js';
import type { ExaminationSetting } from './examination.js';
import type { PostFile } from './posts.js';

export function settingOf({ site, macros, rules }: PostFile): ExaminationSetting {
  return { site: site.site, assumed: assumedParts(site), macros, rules };
}

export function settingKey(post: PostFile): string {
  const { site, assumed, macros, rules } = settingOf(post);
  return hashText(JSON.stringify([site, assumed, printed(macros), printed(rules)]));
}

/** The macros and rules of a blog are the same objects for all its posts. */
const prints = new WeakMap<object, string>();

function printed(value: object): string {
  let print = prints.get(value);
  if (print === undefined) {
    print = JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part));
    prints.set(value, print);
  }
  return print;
}

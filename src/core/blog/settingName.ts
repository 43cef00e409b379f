// A short name for what posts are read under: the site, macros, and whatever else an answer hangs on.
import { remembered } from '../remembered.js';
import { hashText } from '../text/hash.js';

/** Equal parts have equal names, and others almost never do. */
export function settingName(parts: readonly (object | string)[]): string {
  return hashText(
    JSON.stringify(parts.map((part) => (typeof part === 'string' ? part : printed(part)))),
  );
}

/** The macros and rules of a blog are the same objects for all its posts. */
const printed = remembered((value: object) =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)),
);

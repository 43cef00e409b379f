// A short name for what posts are read under: the site, macros, and whatever else an answer hangs on.
import { hashText } from '../text/hash.js';

/** Equal parts have equal names, and others almost never do. */
export function settingName(parts: readonly (object | string)[]): string {
  return hashText(
    JSON.stringify(parts.map((part) => (typeof part === 'string' ? part : printed(part)))),
  );
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

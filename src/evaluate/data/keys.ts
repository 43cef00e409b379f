// Which of the arrays of a file a key names.
import type { OpenData } from './dataFile.js';
import type { Part } from './part.js';

/** So many names are listed where one is missing. */
const MOST_LISTED = 8;

/** With the part of it that is left to take. The only one needs no key. */
export function chosen<T>(
  file: OpenData,
  arrays: ReadonlyMap<string, T>,
  part: Part,
): { readonly value: T; readonly rest: Part } {
  const names = [...arrays.keys()];
  const [first = ''] = names;
  if (part.key === null) {
    const only = arrays.get(first);
    if (only === undefined) return file.refuse('data.empty');
    if (names.length > 1) file.refuse('data.key-needed', { keys: listed(names), first });
    return { value: only, rest: part };
  }
  // A name may end like an index: as much of the key as names one.
  for (let count = part.indices.length; count >= 0; count--) {
    const own = part.indices.slice(0, count).map((index) => `[${index}]`);
    const value = arrays.get(`${part.key}${own.join('')}`);
    if (value !== undefined)
      return { value, rest: { ...part, indices: part.indices.slice(count) } };
  }
  return file.refuse('data.no-key', { key: part.key, keys: listed(names) });
}

/** Of a file whose numbers have no names. */
export function refuseKey(file: OpenData, { key }: Part): void {
  if (key !== null) file.refuse('data.no-names', { key });
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).join(', ');
  return names.length > MOST_LISTED ? `${shown}, …` : shown;
}

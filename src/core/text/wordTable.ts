// Tables that are asked for words of the author: `constructor` and `toString` are words like any other.

/** The same entries and nothing else: no word is found that stands on every object. */
export function wordTable<Value>(
  entries: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null) as Record<string, Value>, entries);
}

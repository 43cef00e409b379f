// A formula of the library as a worksheet of its own, which knows nothing of the post.
import { identityText } from '../../core/text/mapped.js';
import { remembered } from '../../core/remembered.js';
import { entryNamed } from '../library/byWord.js';
import type { LibraryEntry } from '../library/entry.js';
import { startOf } from '../library/places.js';
import type { Name } from '../syntax.js';
import type { Definition, Registry } from './definitions.js';
import { register } from './registry.js';
import { readWorksheet } from './statements.js';

export interface LibraryHome {
  readonly entry: LibraryEntry;
  readonly definition: Definition;
  readonly registry: Registry;
}

/** The home of the function of this name, `null` where the library has none. */
export function libraryHome(name: Name): LibraryHome | null {
  const entry = entryNamed(name);
  return entry === null ? null : homeOf(entry, name);
}

/** That of a formula, whatever is built in under its name. */
export function homeOf(entry: LibraryEntry, name: Name): LibraryHome | null {
  const registry = registryOf(entry);
  const [definition] = registry.byKey.get(name.key) ?? [];
  return definition === undefined ? null : { entry, definition, registry };
}

const registryOf = remembered((entry: LibraryEntry): Registry => {
  const text = identityText(entry.definitions.join('\n'), startOf(entry));
  return register(readWorksheet(text, { macros: {}, displayOf: () => null }));
});

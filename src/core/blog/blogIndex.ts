// The index of a blog: which posts export a name, and which ask for it. It holds no more than the facts
// of each post say, whatever the order in which they came.
import type { PostFacts } from '../post/facts.js';
import { looseTitle } from '../post/looseTitle.js';
import { FirstPosts } from './firstPosts.js';
import { Multimap, sortedPaths } from './multimap.js';
import {
  addressName,
  excerptName,
  fileName,
  folderName,
  formerAddressName,
  halfName,
  labelName,
  pageName,
  postName,
  seriesName,
  tableName,
  titleName,
  unnumberedName,
} from './names.js';
import { nearHalves } from './nearNames.js';
import { namesOf, type PostNames } from './postNames.js';

/** What features and rules may ask of a blog. */
export interface BlogView {
  readonly size: number;
  /** Whether every post of the blog is in it: only then is what nobody mentions unused. */
  readonly isComplete: boolean;
  /** Whether any post defines a label of an equation. */
  readonly definesLabels: boolean;
  facts(path: string): PostFacts | undefined;
  /** In the order of their paths. */
  paths(): readonly string[];
  postsDefining(label: string): readonly string[];
  /** Under whatever width, case and marks. */
  postsTitled(title: string): readonly string[];
  /** Those with half of the title, or of one that is a few letters longer or shorter. */
  postsTitledLike(title: string): readonly string[];
  /** Those whose titles name a part of the series with this stem. */
  postsOfSeries(stem: string): readonly string[];
  /** Those that state this address for their page. */
  postsAt(address: string): readonly string[];
  /** Those that state that their page had this address. */
  postsOnceAt(address: string): readonly string[];
  /** Those with this file name, as `fileNameOf` gives it. */
  postsFiled(name: string): readonly string[];
  postsIn(folder: string): readonly string[];
  postsLinkingTo(path: string): readonly string[];
  /** Those with a tag of a generator that names a post with this file name. */
  postsNaming(name: string): readonly string[];
  postsMissing(label: string): readonly string[];
  /** The first post, by its path, whose excerpt holds an equation with this label. */
  firstExcerpting(label: string): string | null;
  /** The first one with a reference that has no number, since the site numbers nothing. */
  readonly firstUnnumbered: string | null;
  /** Whose tables have this name. */
  postsWithTable(name: string): readonly string[];
}

interface Entry {
  readonly facts: PostFacts;
  readonly names: PostNames;
}

/** Every change answers with the paths of the other posts whose resolution it may have changed. */
export class BlogIndex implements BlogView {
  readonly #entries = new Map<string, Entry>();
  readonly #exporting = new Multimap();
  readonly #asking = new Multimap();
  readonly #first = new FirstPosts();
  #postsWithLabels = 0;
  isComplete = false;

  get size(): number {
    return this.#entries.size;
  }

  get definesLabels(): boolean {
    return this.#postsWithLabels > 0;
  }

  facts(path: string): PostFacts | undefined {
    return this.#entries.get(path)?.facts;
  }

  paths(): readonly string[] {
    return sortedPaths(this.#entries.keys());
  }

  postsDefining(label: string): readonly string[] {
    return this.#exporting.sorted(labelName(label));
  }

  postsTitled(title: string): readonly string[] {
    return this.#exporting.sorted(titleName(title));
  }

  postsTitledLike(title: string): readonly string[] {
    const found = new Set<string>();
    for (const half of nearHalves(looseTitle(title))) {
      for (const path of this.#exporting.get(halfName(half)) ?? []) found.add(path);
    }
    return sortedPaths(found);
  }

  postsOfSeries(stem: string): readonly string[] {
    return this.#exporting.sorted(seriesName(stem));
  }

  postsAt(address: string): readonly string[] {
    return this.#exporting.sorted(addressName(address));
  }

  postsOnceAt(address: string): readonly string[] {
    return this.#exporting.sorted(formerAddressName(address));
  }

  postsFiled(name: string): readonly string[] {
    return this.#exporting.sorted(fileName(name));
  }

  postsIn(folder: string): readonly string[] {
    return this.#exporting.sorted(folderName(folder));
  }

  postsLinkingTo(path: string): readonly string[] {
    return this.#asking.sorted(postName(path));
  }

  postsNaming(name: string): readonly string[] {
    return this.#asking.sorted(pageName(name));
  }

  postsMissing(label: string): readonly string[] {
    return this.#asking.sorted(labelName(label));
  }

  firstExcerpting(label: string): string | null {
    return this.#first.get(excerptName(label));
  }

  get firstUnnumbered(): string | null {
    return this.#first.get(unnumberedName);
  }

  postsWithTable(name: string): readonly string[] {
    return this.#exporting.sorted(tableName(name));
  }

  /** Also for a post that is new. */
  updatePost(path: string, facts: PostFacts): readonly string[] {
    const before = this.#entries.get(path);
    if (before?.facts === facts) return [];
    return this.#replace(path, before, { facts, names: namesOf(path, facts) });
  }

  removePost(path: string): readonly string[] {
    return this.#replace(path, this.#entries.get(path), undefined);
  }

  /** The post's facts go with it; its links are read from where it stands now. */
  renamePost(from: string, to: string): readonly string[] {
    const entry = this.#entries.get(from);
    if (!entry || from === to) return [];
    const affected = new Set([...this.removePost(from), ...this.updatePost(to, entry.facts)]);
    affected.delete(from);
    affected.delete(to);
    return sortedPaths(affected);
  }

  #replace(path: string, before: Entry | undefined, after: Entry | undefined): readonly string[] {
    const hadLabels = this.definesLabels;
    if (before) this.#unlink(path, before);
    if (after) this.#link(path, after);
    const affected = new Set<string>();
    const first = this.#first.replace(
      path,
      before?.names.exportsIfFirst ?? noNames,
      after?.names.exportsIfFirst ?? noNames,
    );
    for (const name of [...changedNames(before?.names.exports, after?.names.exports), ...first]) {
      for (const asking of this.#asking.get(name) ?? []) affected.add(asking);
    }
    // Whether undefined references are spoken of at all hangs on this.
    if (hadLabels !== this.definesLabels) {
      for (const asking of this.#entries.keys()) affected.add(asking);
    }
    affected.delete(path);
    return sortedPaths(affected);
  }

  #link(path: string, entry: Entry): void {
    this.#entries.set(path, entry);
    for (const name of entry.names.exports.keys()) this.#exporting.add(name, path);
    for (const name of entry.names.asks) this.#asking.add(name, path);
    if (entry.facts.labels.length > 0) this.#postsWithLabels++;
  }

  #unlink(path: string, entry: Entry): void {
    this.#entries.delete(path);
    for (const name of entry.names.exports.keys()) this.#exporting.delete(name, path);
    for (const name of entry.names.asks) this.#asking.delete(name, path);
    if (entry.facts.labels.length > 0) this.#postsWithLabels--;
  }
}

const noNames: ReadonlyMap<string, string> = new Map();

/** What others see under them is not what it was. */
function changedNames(before = noNames, after = noNames): readonly string[] {
  const changed: string[] = [];
  for (const [name, seen] of before) if (after.get(name) !== seen) changed.push(name);
  for (const name of after.keys()) if (!before.has(name)) changed.push(name);
  return changed;
}

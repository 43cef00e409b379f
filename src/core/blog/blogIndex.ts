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
  seriesName,
  tableName,
  titleName,
  unnumberedName,
} from './names.js';
import { nearHalves } from './nearNames.js';
import { leadingNames, namesOf, placeNames, type PostNames } from './postNames.js';
import { TitleList, type TitledPost } from './titleList.js';

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
  /** In the order of their titles; those that have none are left out. Valid until the next change. */
  titles(): readonly TitledPost[];
  postsDefining(label: string): readonly string[];
  /** Under whatever width, case and marks. */
  postsTitled(title: string): readonly string[];
  /** Those that cite this title, likewise, or whose series has it for its stem. */
  postsCiting(title: string): readonly string[];
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
  /** Those with links, tags or worksheets that may lead to a place of the post by a fragment. */
  postsNamingPlacesOf(path: string): readonly string[];
  /** Those with links or tags that may lead to the post, by its path, its file name or its address. */
  postsLeadingTo(path: string): readonly string[];
  postsMissing(label: string): readonly string[];
  /** The first post, by its path, whose excerpt holds an equation with this label. */
  firstExcerpting(label: string): string | null;
  /** The first one with a reference that has no number, since the site numbers nothing. */
  readonly firstUnnumbered: string | null;
  /** Whose tables have this name. */
  postsWithTable(name: string): readonly string[];
}

/** Every change answers with the paths of the other posts whose resolution it may have changed. */
export class BlogIndex implements BlogView {
  /** The names of a post are found again where it changes: to hold them all would take as much memory as the facts. */
  readonly #posts = new Map<string, PostFacts>();
  readonly #exporting = new Multimap();
  readonly #asking = new Multimap();
  readonly #first = new FirstPosts();
  /** In order; `null` where posts have come or gone since. */
  #paths: readonly string[] | null = null;
  readonly #titles = new TitleList();
  #postsWithLabels = 0;
  isComplete = false;

  get size(): number {
    return this.#posts.size;
  }

  get definesLabels(): boolean {
    return this.#postsWithLabels > 0;
  }

  facts(path: string): PostFacts | undefined {
    return this.#posts.get(path);
  }

  paths(): readonly string[] {
    return (this.#paths ??= sortedPaths(this.#posts.keys()));
  }

  titles(): readonly TitledPost[] {
    return this.#titles.sorted;
  }

  postsDefining(label: string): readonly string[] {
    return this.#exporting.sorted(labelName(label));
  }

  postsTitled(title: string): readonly string[] {
    return this.#exporting.sorted(titleName(title));
  }

  postsCiting(title: string): readonly string[] {
    return this.#asking.sorted(titleName(title));
  }

  postsTitledLike(title: string): readonly string[] {
    const found = new Set<string>();
    for (const half of nearHalves(looseTitle(title))) {
      for (const path of this.#exporting.get(halfName(half))) found.add(path);
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

  postsNamingPlacesOf(path: string): readonly string[] {
    return this.#under(path, this.#exporting, placeNames);
  }

  postsLeadingTo(path: string): readonly string[] {
    return this.#under(path, this.#asking, leadingNames);
  }

  /** The posts under the names of a post that is in the index. */
  #under(
    path: string,
    posts: Multimap,
    namesOfPost: (path: string, facts: PostFacts) => readonly string[],
  ): readonly string[] {
    const facts = this.#posts.get(path);
    const names = facts ? namesOfPost(path, facts) : [];
    return sortedPaths(new Set(names.flatMap((name) => [...posts.get(name)])));
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
    return this.#posts.get(path) === facts ? [] : this.#replace(path, facts);
  }

  removePost(path: string): readonly string[] {
    return this.#replace(path, undefined);
  }

  /** The post's facts go with it; its links are read from where it stands now. */
  renamePost(from: string, to: string): readonly string[] {
    const facts = this.#posts.get(from);
    if (!facts || from === to) return [];
    const affected = new Set([...this.removePost(from), ...this.updatePost(to, facts)]);
    affected.delete(from);
    affected.delete(to);
    return sortedPaths(affected);
  }

  #replace(path: string, after: PostFacts | undefined): readonly string[] {
    const hadLabels = this.definesLabels;
    const before = this.#posts.get(path);
    const namesBefore = before ? namesOf(path, before) : noNames;
    const namesAfter = after ? namesOf(path, after) : noNames;
    this.#unlink(path, namesBefore, namesAfter);
    this.#link(path, namesAfter, namesBefore);
    if (!before || !after) this.#paths = null;
    if (after) this.#posts.set(path, after);
    else this.#posts.delete(path);
    this.#titles.set(path, after?.title ?? null);
    this.#postsWithLabels += countsLabels(after) - countsLabels(before);
    const affected = new Set<string>();
    const first = this.#first.replace(path, namesBefore.exportsIfFirst, namesAfter.exportsIfFirst);
    for (const name of [...changedNames(namesBefore.exports, namesAfter.exports), ...first]) {
      for (const asking of this.#asking.get(name)) affected.add(asking);
    }
    // Whether undefined references are spoken of at all hangs on this.
    if (hadLabels !== this.definesLabels) {
      for (const asking of this.#posts.keys()) affected.add(asking);
    }
    affected.delete(path);
    return sortedPaths(affected);
  }

  /** Nearly all names of a post stay when it is edited. */
  #link(path: string, { exports, asks }: PostNames, before: PostNames): void {
    for (const name of exports.keys()) {
      if (!before.exports.has(name)) this.#exporting.add(name, path);
    }
    for (const name of asks) if (!before.asks.has(name)) this.#asking.add(name, path);
  }

  #unlink(path: string, { exports, asks }: PostNames, after: PostNames): void {
    for (const name of exports.keys()) {
      if (!after.exports.has(name)) this.#exporting.delete(name, path);
    }
    for (const name of asks) if (!after.asks.has(name)) this.#asking.delete(name, path);
  }
}

function countsLabels(facts: PostFacts | undefined): number {
  return facts !== undefined && facts.labels.length > 0 ? 1 : 0;
}

const noNames: PostNames = { exports: new Map(), exportsIfFirst: new Map(), asks: new Set() };

/** What others see under them is not what it was. */
function changedNames(
  before: PostNames['exports'],
  after: PostNames['exports'],
): readonly string[] {
  const changed: string[] = [];
  for (const [name, seen] of before) if (after.get(name) !== seen) changed.push(name);
  for (const name of after.keys()) if (!before.has(name)) changed.push(name);
  return changed;
}

// The index of a blog: which posts define a label, carry a title, link to a path. It holds no more
// than the facts of each post say, whatever the order in which they came.
import type { PostFacts } from '../post/facts.js';
import { Multimap } from './multimap.js';
import { namesOf, pathOfLink, type PostNames } from './names.js';

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
  postsTitled(title: string): readonly string[];
  postsLinkingTo(path: string): readonly string[];
  postsMissing(label: string): readonly string[];
}

interface Entry {
  readonly facts: PostFacts;
  readonly names: PostNames;
}

/** Every change answers with the paths of the other posts whose resolution it may have changed. */
export class BlogIndex implements BlogView {
  readonly #entries = new Map<string, Entry>();
  readonly #defining = new Multimap<string>();
  readonly #titled = new Multimap<string>();
  readonly #missing = new Multimap<string>();
  readonly #linking = new Multimap<string>();
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
    return [...this.#entries.keys()].sort(comparePaths);
  }

  postsDefining(label: string): readonly string[] {
    return sorted(this.#defining.get(label));
  }

  postsTitled(title: string): readonly string[] {
    return sorted(this.#titled.get(title));
  }

  postsLinkingTo(path: string): readonly string[] {
    return sorted(this.#linking.get(path));
  }

  postsMissing(label: string): readonly string[] {
    return sorted(this.#missing.get(label));
  }

  /** Also for a post that is new. */
  updatePost(path: string, facts: PostFacts): readonly string[] {
    const before = this.#entries.get(path);
    if (before?.facts === facts) return [];
    const hadLabels = this.definesLabels;
    const after: Entry = { facts, names: namesOf(path, facts) };
    if (before) this.#unlink(path, before.names);
    this.#link(path, after.names);
    this.#entries.set(path, after);
    return this.#affected(path, before?.names ?? null, after.names, hadLabels);
  }

  removePost(path: string): readonly string[] {
    const before = this.#entries.get(path);
    if (!before) return [];
    const hadLabels = this.definesLabels;
    this.#unlink(path, before.names);
    this.#entries.delete(path);
    return this.#affected(path, before.names, null, hadLabels);
  }

  /** The post's facts go with it; its links are read from where it stands now. */
  renamePost(from: string, to: string): readonly string[] {
    const entry = this.#entries.get(from);
    if (!entry || from === to) return [];
    const affected = new Set([...this.removePost(from), ...this.updatePost(to, entry.facts)]);
    affected.delete(from);
    affected.delete(to);
    return sorted(affected);
  }

  #link(from: string, names: PostNames): void {
    for (const label of names.labels.keys()) this.#defining.add(label, from);
    if (names.title !== null) this.#titled.add(names.title, from);
    for (const label of names.missingLabels) this.#missing.add(label, from);
    for (const path of pathsOf(names)) this.#linking.add(path, from);
    if (names.labels.size > 0) this.#postsWithLabels++;
  }

  #unlink(from: string, names: PostNames): void {
    for (const label of names.labels.keys()) this.#defining.delete(label, from);
    if (names.title !== null) this.#titled.delete(names.title, from);
    for (const label of names.missingLabels) this.#missing.delete(label, from);
    for (const path of pathsOf(names)) this.#linking.delete(path, from);
    if (names.labels.size > 0) this.#postsWithLabels--;
  }

  #affected(
    path: string,
    before: PostNames | null,
    after: PostNames | null,
    hadLabels: boolean,
  ): readonly string[] {
    const affected = new Set<string>();
    const changed = changedLabels(before?.labels ?? noLabels, after?.labels ?? noLabels);
    for (const label of changed) addAll(affected, this.#missing.get(label));
    const appearsOrGoes = before === null || after === null;
    if (appearsOrGoes || changed.length > 0 || before.title !== after.title) {
      addAll(affected, this.#linking.get(path));
    }
    // Whether undefined references are spoken of at all hangs on this.
    if (hadLabels !== this.definesLabels) {
      for (const label of this.#missing.names()) addAll(affected, this.#missing.get(label));
    }
    for (const target of changedTargets(before, after)) {
      if (this.#entries.has(target)) affected.add(target);
    }
    affected.delete(path);
    return sorted(affected);
  }
}

const noLabels: ReadonlyMap<string, string> = new Map();

function changedLabels(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const changed: string[] = [];
  for (const [label, shown] of before) if (after.get(label) !== shown) changed.push(label);
  for (const label of after.keys()) if (!before.has(label)) changed.push(label);
  return changed;
}

/** The posts whose labels are used from here, or no longer: a label is unused only if no post links to it. */
function changedTargets(before: PostNames | null, after: PostNames | null): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const link of before?.links ?? [])
    if (!after?.links.has(link)) targets.add(pathOfLink(link));
  for (const link of after?.links ?? [])
    if (!before?.links.has(link)) targets.add(pathOfLink(link));
  return targets;
}

function pathsOf(names: PostNames): ReadonlySet<string> {
  return new Set(Array.from(names.links, pathOfLink));
}

function addAll(into: Set<string>, values: ReadonlySet<string> | undefined): void {
  if (values) for (const value of values) into.add(value);
}

function sorted(paths: ReadonlySet<string> | undefined): readonly string[] {
  return paths ? [...paths].sort(comparePaths) : [];
}

function comparePaths(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

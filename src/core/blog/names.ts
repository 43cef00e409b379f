// What a post says to the other posts of its blog, and what it asks of them: all that ties posts together.
import type { LabelFacts, PostFacts } from '../post/facts.js';
import { resolveLink } from './links.js';

export interface PostNames {
  /** What other posts can find in this one, each name with all that they see of it. */
  readonly exports: ReadonlyMap<string, string>;
  /** The names whose exports, whichever posts make them, decide what is said of this one. */
  readonly asks: ReadonlySet<string>;
}

/** Of the equations with this label. */
export function labelName(key: string): string {
  return `label ${key}`;
}

/** Of the post at this path. */
export function postName(path: string): string {
  return `post ${path}`;
}

/** Of the links that lead to the post at this path. */
export function linksToName(path: string): string {
  return `links to ${path}`;
}

export function titleName(title: string): string {
  return `title ${title}`;
}

export function namesOf(path: string, facts: PostFacts): PostNames {
  const labels = firstLabels(facts);
  const fragments = linkedFragments(path, facts);
  const exports = new Map([[postName(path), stateOf(facts, labels)]]);
  if (facts.title !== null) exports.set(titleName(facts.title), path);
  for (const { key, number } of labels.values()) {
    exports.set(labelName(key), JSON.stringify([number, facts.title]));
  }
  for (const [target, names] of fragments) {
    exports.set(linksToName(target), JSON.stringify([...names].sort()));
  }
  const asks = new Set([linksToName(path)]);
  for (const { key } of facts.references) if (!labels.has(key)) asks.add(labelName(key));
  for (const target of fragments.keys()) asks.add(postName(target));
  return { exports, asks };
}

/** What a post that links to this one sees of it. */
function stateOf({ title }: PostFacts, labels: ReadonlyMap<string, LabelFacts>): string {
  return JSON.stringify([title, Array.from(labels.values(), ({ key, number }) => [key, number])]);
}

/** The others of the same name are dead. */
function firstLabels({ labels }: PostFacts): ReadonlyMap<string, LabelFacts> {
  const first = new Map<string, LabelFacts>();
  for (const label of labels) if (!first.has(label.key)) first.set(label.key, label);
  return first;
}

/** By the path of the post that is linked to; links within the post are nobody else's. */
function linkedFragments(
  path: string,
  { links }: PostFacts,
): ReadonlyMap<string, ReadonlySet<string>> {
  const fragments = new Map<string, Set<string>>();
  for (const link of links) {
    const target = resolveLink(path, link.target);
    if (!target || target.path === path) continue;
    const known = fragments.get(target.path);
    if (known) known.add(target.fragment);
    else fragments.set(target.path, new Set([target.fragment]));
  }
  return fragments;
}

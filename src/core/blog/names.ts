// What a post says to the other posts of its blog, and what it asks of them: all that ties posts together.
import type { LabelFacts, PostFacts } from '../post/facts.js';
import { excerptLabels } from '../post/excerptLabels.js';
import { fingerprintOf } from '../post/fingerprint.js';
import { resolveLink } from './links.js';

export interface PostNames {
  /** What other posts can find in this one, each name with all that they see of it. */
  readonly exports: ReadonlyMap<string, string>;
  /** The same, of names of which others see the first post alone. */
  readonly exportsIfFirst: ReadonlyMap<string, string>;
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

/** Of the posts whose excerpt holds an equation with this label. */
export function excerptName(key: string): string {
  return `excerpt ${key}`;
}

/** Of the equations of the post at this path, labelled or not. */
function equationsName(path: string): string {
  return `equations of ${path}`;
}

/** Of the posts with a reference that has no number, since their site numbers nothing. */
export const unnumberedName = 'unnumbered';

/** Of the tables with this head and these rows. */
export function tableName(name: string): string {
  return `table ${name}`;
}

export function namesOf(path: string, facts: PostFacts): PostNames {
  const labels = firstLabels(facts);
  const fragments = linkedFragments(path, facts);
  const exports = new Map([
    [postName(path), stateOf(facts, labels)],
    [equationsName(path), fingerprintOfEquations(facts)],
  ]);
  const exportsIfFirst = new Map<string, string>();
  if (facts.unnumbered !== null) exportsIfFirst.set(unnumberedName, '');
  if (facts.title !== null) exports.set(titleName(facts.title), path);
  for (const { key, number } of labels.values()) {
    exports.set(labelName(key), JSON.stringify([number, facts.title]));
  }
  for (const { name, rows } of [...facts.tables].reverse()) {
    exports.set(tableName(name), JSON.stringify(rows.map(({ line, numbers }) => [line, numbers])));
  }
  for (const [target, names] of fragments) {
    exports.set(linksToName(target), JSON.stringify([...names].sort()));
  }
  const asks = new Set([linksToName(path)]);
  for (const [key, line] of excerptLabels(facts)) {
    exportsIfFirst.set(excerptName(key), String(line));
  }
  for (const name of exportsIfFirst.keys()) asks.add(name);
  for (const target of numberedPosts(path, facts)) asks.add(equationsName(target));
  for (const { key } of facts.references) if (!labels.has(key)) asks.add(labelName(key));
  for (const { name } of facts.tables) asks.add(tableName(name));
  for (const target of fragments.keys()) asks.add(postName(target));
  return { exports, exportsIfFirst, asks };
}

/** What a post that links to this one sees of it. */
function stateOf({ title }: PostFacts, labels: ReadonlyMap<string, LabelFacts>): string {
  return JSON.stringify([title, Array.from(labels.values(), ({ key, number }) => [key, number])]);
}

/** All that decides which equation a number of another post names. */
function fingerprintOfEquations({ displays }: PostFacts): string {
  let sum = 0;
  for (const { rows } of displays) {
    for (const { number, labels, tagged, fingerprint } of rows) {
      if (number === null) continue;
      sum = fingerprintOf(`${number} ${labels.join(' ')} ${String(tagged)} ${fingerprint}`, sum);
    }
  }
  return sum.toString(36);
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

/** Posts whose equations are named by numbers of this one. */
function numberedPosts(path: string, { numbers }: PostFacts): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { of } of numbers) {
    const target = typeof of === 'string' ? null : resolveLink(path, of.link);
    if (target && target.path !== path) targets.add(target.path);
  }
  return targets;
}

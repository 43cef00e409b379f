// What a post says to the other posts of its blog, and what it asks of them.
import type { PostFacts } from '../post/facts.js';
import { resolveLink, type LinkTarget } from './links.js';

/** The names under which other posts can find something in a post. */
export interface PostNames {
  /** Each label with what others see of it: its number and the title of its post. */
  readonly labels: ReadonlyMap<string, string>;
  readonly title: string | null;
  /** Labels that it refers to and does not define itself. */
  readonly missingLabels: ReadonlySet<string>;
  /** What it links to in other posts of the blog, as `linkName` writes it. */
  readonly links: ReadonlySet<string>;
}

export function namesOf(path: string, facts: PostFacts): PostNames {
  const labels = new Map<string, string>();
  for (const label of facts.labels) {
    if (labels.has(label.key)) continue;
    labels.set(label.key, `${label.number ?? ''}\n${facts.title ?? ''}`);
  }
  return {
    labels,
    title: facts.title,
    missingLabels: missingLabels(facts, labels),
    links: links(path, facts),
  };
}

function missingLabels(facts: PostFacts, labels: ReadonlyMap<string, string>): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const reference of facts.references) {
    if (!labels.has(reference.key)) missing.add(reference.key);
  }
  return missing;
}

function links(path: string, facts: PostFacts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const link of facts.links) {
    const target = resolveLink(path, link.target);
    if (target && target.path !== path) names.add(linkName(target));
  }
  return names;
}

/** A path and a fragment as one name; no path holds `#`. */
function linkName(target: LinkTarget): string {
  return `${target.path}#${target.fragment}`;
}

export function pathOfLink(name: string): string {
  return name.slice(0, name.indexOf('#'));
}

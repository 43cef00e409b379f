// What a post says to the other posts of its blog, and what it asks of them: all that ties posts together.
import type { LabelFacts, PostFacts } from '../post/facts.js';
import { excerptLabels } from '../post/excerptLabels.js';
import { fingerprintOf } from '../post/fingerprint.js';
import { firstLabels } from '../post/firstLabels.js';
import { looseTitle } from '../post/looseTitle.js';
import { isUnpublished, normalizeAddress, publicationDate } from '../post/publication.js';
import { parseTitle } from '../post/titleParts.js';
import { resolveLink } from './links.js';
import {
  addressName,
  equationsName,
  excerptName,
  fileName,
  folderName,
  formerAddressName,
  halfName,
  hostName,
  labelName,
  linksToName,
  pageName,
  placesName,
  postName,
  seriesName,
  tableName,
  tagsForName,
  titleName,
  unnumberedName,
} from './names.js';
import { halvesOf, nearHalves } from './nearNames.js';
import { fileNameOf, folderOf, referredName } from './postPaths.js';

export interface PostNames {
  /** What other posts can find in this one, each name with all that they see of it. */
  readonly exports: ReadonlyMap<string, string>;
  /** The same, of names of which others see the first post alone. */
  readonly exportsIfFirst: ReadonlyMap<string, string>;
  /** The names whose exports, whichever posts make them, decide what is said of this one. */
  readonly asks: ReadonlySet<string>;
}

export function namesOf(path: string, facts: PostFacts): PostNames {
  const labels = firstLabels(facts);
  const fragments = linkedFragments(path, facts);
  const exportsIfFirst = exportsIfFirstOf(facts);
  const asks = new Set([...asksOf(path, facts, labels, fragments), ...exportsIfFirst.keys()]);
  return { exports: exportsOf(path, facts, labels, fragments), exportsIfFirst, asks };
}

/** The names that whoever may lead to the post asks for. */
export function leadingNames(path: string, { publication }: PostFacts): readonly string[] {
  const addresses = publication.addresses.flatMap((address) => {
    const host = hostOf(address);
    return host === null ? [addressName(address)] : [addressName(address), hostName(host)];
  });
  return [postName(path), pageName(fileNameOf(path)), ...addresses];
}

/** The names under which others say which places of the post they lead to. */
export function placeNames(path: string, { publication }: PostFacts): readonly string[] {
  return [...[path, ...publication.addresses].map(linksToName), tagsForName(fileNameOf(path))];
}

type Labels = ReadonlyMap<string, LabelFacts>;
type LinkedFragments = ReadonlyMap<string, ReadonlySet<string>>;

function exportsOf(
  path: string,
  facts: PostFacts,
  labels: Labels,
  fragments: LinkedFragments,
): ReadonlyMap<string, string> {
  const [state, places, name] = [stateOf(path, facts, labels), placesOf(facts), fileNameOf(path)];
  const exports = new Map([
    [postName(path), state],
    [equationsName(path), fingerprintOfEquations(facts)],
    [placesName(path), places],
    [fileName(name), path],
    [pageName(name), fingerprintOf(path + state + places).toString(36)],
    [folderName(folderOf(path)), path],
  ]);
  exportTitle(exports, path, facts);
  exportAddresses(exports, path, facts, state);
  for (const { key, number } of labels.values()) {
    exports.set(labelName(key), JSON.stringify([number, facts.title]));
  }
  for (const { name, rows } of [...facts.tables].reverse()) {
    exports.set(tableName(name), JSON.stringify(rows.map(({ line, numbers }) => [line, numbers])));
  }
  for (const [target, names] of [...fragments, ...addressedFragments(facts)]) {
    exports.set(linksToName(target), JSON.stringify([...names].sort()));
  }
  exportTags(exports, facts);
  return exports;
}

/** By file name: which of the posts with that name is meant, only the blog tells. */
function exportTags(exports: Map<string, string>, { pageReferences }: PostFacts): void {
  for (const { target, fragment } of pageReferences) {
    if (fragment === null) continue;
    const name = tagsForName(referredName(target));
    exports.set(name, `${exports.get(name) ?? ''}${target}#${fragment.text}\n`);
  }
}

function exportsIfFirstOf(facts: PostFacts): ReadonlyMap<string, string> {
  const exports = new Map<string, string>();
  if (facts.unnumbered !== null) exports.set(unnumberedName, '');
  for (const [key, line] of excerptLabels(facts)) exports.set(excerptName(key), String(line));
  return exports;
}

function asksOf(
  path: string,
  facts: PostFacts,
  labels: Labels,
  fragments: LinkedFragments,
): ReadonlySet<string> {
  const asks = new Set(placeNames(path, facts));
  // An address that two posts have leads to neither.
  for (const address of facts.publication.addresses) asks.add(addressName(address));
  for (const target of numberedPosts(path, facts)) asks.add(equationsName(target));
  for (const { key } of facts.references) if (!labels.has(key)) asks.add(labelName(key));
  for (const { name } of facts.tables) asks.add(tableName(name));
  for (const [target, names] of fragments) {
    asks.add(postName(target));
    if (names.size > 1 || !names.has('')) asks.add(placesName(target));
  }
  askForPages(asks, facts, fragments.keys());
  askForTitles(asks, facts);
  return asks;
}

/** What a post that links to this one sees of it. */
function stateOf(
  path: string,
  { title, publication }: PostFacts,
  labels: ReadonlyMap<string, LabelFacts>,
): string {
  return JSON.stringify([
    title,
    isUnpublished(path, publication),
    publicationDate(path, publication),
    Array.from(labels.values(), ({ key, number }) => [key, number]),
  ]);
}

function placesOf({ headings, anchors }: PostFacts): string {
  return JSON.stringify([headings.map(({ text }) => text), anchors]);
}

function exportTitle(exports: Map<string, string>, path: string, { title }: PostFacts): void {
  if (title === null) return;
  exports.set(titleName(title), JSON.stringify([path, title]));
  for (const half of halvesOf(looseTitle(title))) {
    exports.set(halfName(half), JSON.stringify([path, title]));
  }
  const { stem, part } = parseTitle(title);
  if (part !== null) exports.set(seriesName(stem), JSON.stringify([path, title]));
}

function exportAddresses(
  exports: Map<string, string>,
  path: string,
  { publication }: PostFacts,
  stateOfPost: string,
): void {
  const { addresses, formerAddresses } = publication;
  const state = JSON.stringify([path, publication, fingerprintOf(stateOfPost)]);
  for (const address of addresses) exports.set(addressName(address), state);
  for (const address of formerAddresses) exports.set(formerAddressName(address), state);
  for (const address of [...addresses, ...formerAddresses]) {
    const host = hostOf(address);
    if (host !== null) exports.set(hostName(host), state);
  }
}

/** By address, and by the names that tags of generators and links to nothing may mean. */
function askForPages(
  asks: Set<string>,
  { links, pageReferences }: PostFacts,
  linked: Iterable<string>,
): void {
  for (const { kind, target } of links) {
    const host = kind === 'image' ? null : hostOfLink(target);
    if (host !== null) asks.add(hostName(host));
    if (kind === 'image' || !target.startsWith('/')) continue;
    const address = normalizeAddress(target);
    if (address !== null) asks.add(addressName(address)).add(formerAddressName(address));
  }
  for (const path of linked) asks.add(fileName(fileNameOf(path))).add(folderName(folderOf(path)));
  for (const { target } of pageReferences) {
    const name = referredName(target);
    asks.add(fileName(name)).add(pageName(name));
  }
}

function askForTitles(asks: Set<string>, { title, citations }: PostFacts): void {
  for (const citation of citations) {
    asks.add(titleName(citation.title));
    for (const half of nearHalves(looseTitle(citation.title))) asks.add(halfName(half));
  }
  if (title === null) return;
  const { stem } = parseTitle(title);
  asks.add(seriesName(stem));
  asks.add(titleName(stem));
}

/** `null` for an address from the top of whatever site it is read on. */
function hostOf(address: string): string | null {
  const slash = address.indexOf('/');
  return slash === 0 ? null : address.slice(0, slash < 0 ? undefined : slash);
}

/** As normalized addresses begin with it. */
function hostOfLink(target: string): string | null {
  return /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)/i.exec(target)?.[1]?.toLowerCase() ?? null;
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

/** By the path that is linked to; links within the post are nobody else's. */
function linkedFragments(path: string, facts: PostFacts): LinkedFragments {
  const fragments = new Map<string, Set<string>>();
  for (const each of writtenTargets(facts)) {
    const target = resolveLink(path, each);
    if (target && target.path !== path) addTo(fragments, target.path, target.fragment);
  }
  return fragments;
}

/** By the address that is linked to; without a fragment, a link is of no post's places. */
function addressedFragments(facts: PostFacts): LinkedFragments {
  const fragments = new Map<string, Set<string>>();
  for (const target of writtenTargets(facts)) {
    const hash = target.indexOf('#');
    const address = hash < 0 ? null : normalizeAddress(target);
    if (address !== null) addTo(fragments, address, target.slice(hash));
  }
  return fragments;
}

/** Pictures are no posts. */
function writtenTargets({ links, worksheetReferences }: PostFacts): readonly string[] {
  return [
    ...links.flatMap(({ kind, target }) => (kind === 'image' ? [] : [target])),
    ...worksheetReferences.flatMap(({ key }) => (key.includes('#') ? [key] : [])),
  ];
}

function addTo(fragments: Map<string, Set<string>>, target: string, fragment: string): void {
  const known = fragments.get(target);
  if (known) known.add(fragment);
  else fragments.set(target, new Set([fragment]));
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

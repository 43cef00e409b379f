// The label of an equation: where it is defined, referred to and linked to.
import type { BlogView } from '../../core/blog/blogIndex.js';
import {
  fragmentLinks,
  linkedFragment,
  postsAround,
  type FragmentLink,
} from '../../core/blog/fragmentLinks.js';
import { addressOfFragment, labelAddress, labelOfFragment } from '../../core/blog/links.js';
import type { PostFacts, Snapshot } from '../../core/post/facts.js';
import { referencesIn } from '../../core/post/worksheets.js';
import { identityText } from '../../core/text/mapped.js';
import { reaches, shiftSpan, type Span } from '../../core/text/span.js';
import { factsOf } from '../../core/blog/factsOf.js';
import type { LanguageContext } from '../context.js';
import { fragmentOf, fragmentSpan, writtenFragments } from './fragments.js';
import type { Occurrence, WorksheetText } from './occurrence.js';

export interface LabelSymbol {
  readonly kind: 'label' | 'reference' | 'link';
  readonly key: string;
  /** The post whose label is meant. */
  readonly path: string;
  /** What the cursor is on, and of it the name alone. */
  readonly span: Span;
  readonly keySpan: Span;
  /** A link that the Markdown features of editors know, too. */
  readonly byEditor?: boolean;
}

export type NamedLabel = Pick<LabelSymbol, 'key' | 'path'>;

export interface LabelOccurrence extends Occurrence {
  /** As it is, or as addresses are written; `elsewhere` for a link by label. */
  readonly written: 'key' | 'address' | 'elsewhere';
}

export function labelAt(context: LanguageContext, offset: number): LabelSymbol | null {
  const { post, blog } = context;
  const { facts, path } = post;
  const label = facts.labels.find(({ span }) => reaches(span, offset));
  if (label) return { kind: 'label', path, ...placeOf(label) };
  const reference = [...facts.references, ...ownKeys(facts)].find(({ span }) =>
    reaches(span, offset),
  );
  if (reference) return { kind: 'reference', path, ...placeOf(reference) };
  const link = writtenFragments(post, blog).find(({ span }) => reaches(span, offset));
  if (!link) return null;
  const meant = labelOfFragment(factsOf(context, link.path)?.labels ?? [], link.fragment);
  if (!meant) return null;
  const { path: at, span, isFile: byEditor } = link;
  const keySpan = fragmentSpan(post, link);
  return { kind: 'link', key: meant.key, path: at, span, keySpan, byEditor };
}

/** Those of one post, its own or another that links to it, in the order in which they stand. */
export function labelOccurrences(
  post: Snapshot,
  named: NamedLabel,
  blog: BlogView,
): readonly LabelOccurrence[] {
  const own = post.path === named.path ? ownOccurrences(post.facts, named.key) : [];
  const links = writtenFragments(post, blog)
    .filter((link) => isTo(link, named))
    .map((link): LabelOccurrence => {
      const written = link.byLabel ? 'elsewhere' : 'address';
      const nameSpan = fragmentSpan(post, link);
      return { role: 'use', span: link.span, nameSpan, written, byEditor: link.isFile };
    });
  return [...own, ...links].sort((left, right) => left.nameSpan.start - right.nameSpan.start);
}

/** Of the worksheet in a file of its own beside a post. */
export function worksheetOccurrences(
  { post, lines }: WorksheetText,
  named: NamedLabel,
  blog: BlogView,
): readonly LabelOccurrence[] {
  const references = referencesIn(identityText(lines.join(''), 0));
  return references.flatMap(({ key, span, keySpan }): readonly LabelOccurrence[] => {
    if (!key.includes('#')) {
      const isNamed = post === named.path && key === named.key;
      return isNamed ? [{ role: 'use', span, nameSpan: keySpan, written: 'key' }] : [];
    }
    const place = linkedFragment(post, key, blog);
    const written = fragmentOf(key);
    if (!place || !written || !isTo(place, named)) return [];
    return [{ role: 'use', span, nameSpan: shiftSpan(written, keySpan.start), written: 'address' }];
  });
}

/** The post that defines it, and those that link to it. */
export function postsNamingLabel(named: NamedLabel, blog: BlogView): readonly string[] {
  return postsAround(named.path, blog).filter((path) => {
    const facts = blog.facts(path);
    if (path === named.path || !facts) return path === named.path;
    return fragmentLinks(path, facts, blog).some((link) => isTo(link, named));
  });
}

function ownOccurrences(facts: PostFacts, key: string): readonly LabelOccurrence[] {
  const occurrence =
    (role: Occurrence['role']) =>
    ({ span, keySpan }: { readonly span: Span; readonly keySpan: Span }): LabelOccurrence => ({
      ...{ role, span, nameSpan: keySpan, written: 'key' },
    });
  const named = (one: { readonly key: string }): boolean => one.key === key;
  return [
    ...facts.labels.filter(named).map(occurrence('definition')),
    ...[...facts.references, ...ownKeys(facts)].filter(named).map(occurrence('use')),
  ];
}

/** What worksheets name of their own post; the others are links. */
export function ownKeys({ worksheetReferences }: PostFacts): PostFacts['worksheetReferences'] {
  return worksheetReferences.filter(({ key }) => !key.includes('#'));
}

function isTo(
  { path, fragment }: Pick<FragmentLink, 'path' | 'fragment'>,
  named: NamedLabel,
): boolean {
  return path === named.path && addressOfFragment(fragment) === labelAddress(named.key);
}

function placeOf(named: {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
}): Pick<LabelSymbol, 'key' | 'span' | 'keySpan'> {
  return { key: named.key, span: named.span, keySpan: named.keySpan };
}

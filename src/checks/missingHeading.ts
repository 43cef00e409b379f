// link.missing-heading: a fragment that names no heading and no other place of the post that it leads to.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import { postOfLink, postOfReference } from '../core/blog/linkedPost.js';
import type { LinkFacts, PostFacts } from '../core/post/facts.js';
import type { PageReferenceFacts } from '../core/post/pageReferences.js';
import { headingId, looseId } from '../core/post/headingId.js';
import { remembered } from '../core/remembered.js';
import type { Span } from '../core/text/span.js';
import { linkFindings } from './linkFindings.js';
import { message } from './messages.js';
import { nearestName } from './nearest.js';
import { replacement } from './replacement.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const missingHeading: BlogRule = {
  sees: 'blog',
  code: 'link.missing-heading',
  severity: 'warning',
  check: (context) => [
    ...linkFindings(context.facts.links, context, linkFinding),
    ...linkFindings(context.facts.pageReferences, context, tagFinding),
  ],
};

/**
 * Places that sites make: comments, footnotes, lines, tabs, equations, numbered ids of headings without
 * letters. A colon is that of a label.
 */
const dynamic =
  /^(?:$|[_^!/]|top$|comments?\b|respond|reply|disqus|utterances|giscus|fn|footnote|cite|ref|bib|note|page|tab|fig|table|eq|mjx|L\d|user-content|only-(?:light|dark))|[:=]/i;

/** A place that is named, by a link or by a tag of a generator. */
interface NamedPlace {
  readonly fragment: string;
  readonly span: Span;
  /** The post as it is written, where it has no title. */
  readonly post: string;
  /** What stands in place of the span for another fragment; `null` where it stands elsewhere. */
  readonly write: ((fragment: string) => string) | null;
}

function linkFinding(link: LinkFacts, context: BlogContext, suggests: boolean): Finding | null {
  const { target, targetSpan: span, byLabel } = link;
  const hash = target.indexOf('#');
  const linked = link.kind === 'link' && hash >= 0 ? linkedFacts(target, context) : null;
  const [post, written] = [target.slice(0, hash), target.slice(hash + 1)];
  const write = byLabel ? null : (fragment: string) => `${post}#${fragment}`;
  const place = { fragment: written, span, post: post || context.path, write };
  return linked && findingOf(place, linked, suggests);
}

function tagFinding(
  reference: PageReferenceFacts,
  context: BlogContext,
  suggests: boolean,
): Finding | null {
  if (reference.fragment === null) return null;
  const linked = factsOf(postOfReference(context.path, reference, context.blog), context);
  const { text: fragment, span } = reference.fragment;
  const post = reference.target || context.path;
  const place = { fragment, span, post, write: (fragment: string) => `#${fragment}` };
  return linked && findingOf(place, linked, suggests);
}

function findingOf(
  { fragment: written, span, post, write }: NamedPlace,
  linked: PostFacts,
  suggests: boolean,
): Finding | null {
  const fragment = resolveLink('', `#${written}`)?.fragment ?? '';
  if (linked.anchors === null || dynamic.test(fragment)) return null;
  const places = placesOf(linked);
  if (places.has(fragment)) return null;
  const near = suggests ? nearestName(fragment, places.ids) : null;
  const data = { fragment, post: linked.title === null ? post : `《${linked.title}》` };
  if (near === null) return { span, message: message('link.missing-heading', data) };
  const said = message('link.missing-heading.near', { ...data, near });
  const finding = { span, message: said };
  if (!write) return finding;
  const fix = replacement(write(written), span, write(near));
  return { ...finding, fix: { ...fix, isGuess: true, keepsPage: true } };
}

function linkedFacts(target: string, context: BlogContext): PostFacts | null {
  const { path, blog } = context;
  return factsOf(target.startsWith('#') ? path : postOfLink(path, target, blog), context);
}

function factsOf(post: string | null, { path, facts, blog }: BlogContext): PostFacts | null {
  if (post === null) return null;
  return (post === path ? facts : blog.facts(post)) ?? null;
}

/** All that fragments may name in a post, whichever engine makes its ids. */
class Places {
  readonly #headings: PostFacts['headings'];
  #ids: readonly string[] | null = null;
  readonly #exact: ReadonlySet<string>;
  readonly #loose: ReadonlySet<string>;
  /** Of engines that keep nothing but ASCII. */
  readonly #ascii: ReadonlySet<string>;

  constructor({ headings, anchors, labels }: PostFacts) {
    this.#headings = headings;
    this.#exact = new Set([...(anchors ?? []), ...labels.map(({ key }) => labelAddress(key))]);
    const texts = headings.flatMap(({ text }) => [text, plainHeading(text)]);
    const loose = [...texts, ...(anchors ?? [])].map(looseId);
    this.#loose = new Set(loose);
    this.#ascii = new Set(loose.map(asciiOf).filter((id) => id !== ''));
  }

  /** Of the headings, as a link may be written to them. */
  get ids(): readonly string[] {
    this.#ids ??= this.#headings.map(({ text }) => headingId(plainHeading(text)));
    return this.#ids;
  }

  has(fragment: string): boolean {
    if (this.#exact.has(fragment) || this.#exact.has(addressOfFragment(fragment))) return true;
    // The second of two equal headings has a number behind its id.
    return [fragment, fragment.replace(/[-_]?\d{1,4}$/, '')].map(looseId).some(
      // What is no letter at all is decoration of the site.
      (id) => id === '' || this.#loose.has(id) || this.#ascii.has(id),
    );
  }
}

const placesOf = remembered((facts: PostFacts) => new Places(facts));

/** As it is read: of a link its text, without tags, footnotes, attributes and the names of emojis. */
function plainHeading(text: string): string {
  return text
    .replace(/\{[:#.][^{}]*\}\s*$/, '')
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/\[\^[^\][]*\]/g, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/:[a-z0-9_+-]+:/g, '')
    .trim();
}

function asciiOf(id: string): string {
  return id.replace(/[^a-z0-9]/g, '');
}

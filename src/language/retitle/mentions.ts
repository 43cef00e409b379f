// Where a post cites titles that change: in brackets, or as the words of a link to the post.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { postOfCitation, postOfLink, postOfReference } from '../../core/blog/linkedPost.js';
import { resolveLink } from '../../core/blog/links.js';
import { nestedTitle, type CitationFacts } from '../../core/post/citationFacts.js';
import type { LinkFacts, PostFacts, Snapshot } from '../../core/post/facts.js';
import type { PageReferenceFacts } from '../../core/post/pageReferences.js';
import { looseId } from '../../core/post/headingId.js';
import { parseTitle } from '../../core/post/titleParts.js';
import { standingAt } from '../../core/text/search.js';
import { holds, type Span } from '../../core/text/span.js';
import { fragmentsTo } from '../../core/blog/fragmentLinks.js';
import { withoutEscapes } from './asMarkdown.js';
import { citedAnew, sayingOf, type Retitling } from './citedWords.js';

/**
 * Why a citation that may mean the post is left as it is: it tells what was once, names a paper or a book, or stands
 * in another's words; several posts have the title; its link leads out of the blog; links lead to the heading that
 * it stands in; Markdown would not read the title there.
 */
export type WhyLeft = 'verbatim' | 'ambiguous' | 'elsewhere' | 'heading' | 'unreadable';

export interface TitleMention {
  /** With its brackets, or of the link. */
  readonly span: Span;
  readonly cited: string;
  /** What it would say. */
  readonly words: string;
  /** Whether that is Markdown, as a title in a heading is. */
  readonly isMarkdown: boolean;
  /** `null` where nothing speaks against it. */
  readonly why: WhyLeft | null;
}

interface Context {
  readonly path: string;
  readonly facts: PostFacts;
  readonly retitlings: readonly Retitling[];
  readonly blog: BlogView;
}

/** Those that would not stay right. */
export function mentionsIn(
  { path, facts, lines }: Pick<Snapshot, 'path' | 'facts' | 'lines'>,
  retitlings: readonly Retitling[],
  blog: BlogView,
): readonly TitleMention[] {
  const context: Context = { path, facts, retitlings, blog };
  const source = lines.join('');
  return [
    ...facts.citations.flatMap((citation) => ofCitation(citation, context) ?? []),
    ...facts.links.flatMap((link) => ofLink(link, context) ?? []),
    ...facts.pageReferences.flatMap((tag) => ofTag(tag, source, context) ?? []),
  ].sort((left, right) => left.span.start - right.span.start);
}

/** Whether there may be any, as far as can be told without the text. */
export function mayMention(
  path: string,
  facts: PostFacts,
  retitlings: readonly Retitling[],
  blog: BlogView,
): boolean {
  const context: Context = { path, facts, retitlings, blog };
  return (
    facts.citations.some((citation) => meantBy(citation, context)) ||
    facts.links.some((link) => ofLink(link, context)) ||
    facts.pageReferences.some((tag) => tag.textSpan && leadsToOne(tag, context))
  );
}

function ofCitation(citation: CitationFacts, context: Context): TitleMention | null {
  const meant = meantBy(citation, context);
  if (!meant) return null;
  const { title: cited, span, verbatim } = citation;
  const words = citedAnew(said(cited, meant.retitling), meant.retitling, true);
  if (words === null) return null;
  const why = meant.why ?? (verbatim ? 'verbatim' : whyInPlace(span, context));
  const { isMarkdown } = meant.retitling;
  return { span, cited, words, isMarkdown, why };
}

/** What is no Markdown is cited in Markdown. */
function said(cited: string, { isMarkdown }: Retitling): string {
  return isMarkdown ? cited : withoutEscapes(cited);
}

interface Meant {
  readonly retitling: Retitling;
  readonly why: WhyLeft | null;
}

function meantBy(citation: CitationFacts, { path, retitlings, blog }: Context): Meant | null {
  const { title, link } = citation;
  const post = postOfCitation(path, citation, blog);
  if (post !== null) {
    const retitling = retitlings.find((each) => each.path === post);
    return retitling && sayingOf(title, retitling.from) ? { retitling, why: null } : null;
  }
  const retitling = retitlings.find(({ from }) => namesAlone(title, from));
  if (!retitling) return null;
  if (link !== null && !resolveLink(path, link)) return { retitling, why: 'elsewhere' };
  const named = postsNamed(title, retitling, blog);
  if (!named.includes(retitling.path)) return null;
  return { retitling, why: named.length === 1 ? null : 'ambiguous' };
}

/** Without a link a stem names the series, not a part of it. */
function namesAlone(cited: string, title: string): boolean {
  const saying = sayingOf(cited, title);
  return saying === 'whole' || saying === 'short' || saying === 'without-part';
}

/** The posts that a citation without a link may mean: those with the title, else those of whose title it is enough. */
function postsNamed(cited: string, { from }: Retitling, blog: BlogView): readonly string[] {
  const titled = blog.postsTitled(cited);
  if (titled.length > 0) return titled;
  return blog.postsOfSeries(parseTitle(from).stem).filter((path) => {
    const title = blog.facts(path)?.title ?? null;
    return title !== null && namesAlone(cited, title);
  });
}

/** Words in a sentence may be those of a title by chance: only the title as it is written is one. */
function ofLink({ kind, target, text, span }: LinkFacts, context: Context): TitleMention | null {
  if (kind !== 'link') return null;
  return ofWords(text, span, context, () => postOfLink(context.path, target, context.blog));
}

/** Hugo's and Jekyll's tags stand behind words in brackets, Hexo's holds them. */
function ofTag(tag: PageReferenceFacts, source: string, context: Context): TitleMention | null {
  const { textSpan } = tag;
  if (textSpan === null) return null;
  const text = source.slice(textSpan.start, textSpan.end);
  const words = /^\[([^\]]*)\]/.exec(text)?.[1] ?? text;
  return ofWords(words.trim(), textSpan, context, () =>
    postOfReference(context.path, tag, context.blog),
  );
}

function ofWords(
  text: string,
  span: Span,
  context: Context,
  postOf: () => string | null,
): TitleMention | null {
  const written = context.retitlings.filter((each) => isWritten(said(text, each), each.from));
  const post = written.length === 0 ? null : postOf();
  const retitling = written.find(({ path }) => path === post);
  const words = retitling ? citedAnew(said(text, retitling), retitling, false) : null;
  if (!retitling || words === null) return null;
  const { citations } = context.facts;
  if (citations.some((each) => holds(span, each.span) || holds(each.span, span))) return null;
  const { isMarkdown } = retitling;
  return { span, cited: text, words, isMarkdown, why: whyInPlace(span, context) };
}

function isWritten(text: string, title: string): boolean {
  const { part } = parseTitle(title);
  const short = part && title.slice(0, part.end);
  return plain(text) === plain(title) || (short !== null && plain(text) === plain(short));
}

function plain(text: string): string {
  return nestedTitle(text.normalize('NFKC')).replace(/\s+/g, '');
}

function leadsToOne(tag: PageReferenceFacts, context: Context): boolean {
  const post = postOfReference(context.path, tag, context.blog);
  return context.retitlings.some(({ path }) => path === post);
}

/** A heading that reads otherwise has another address. */
function whyInPlace({ start }: Span, { path, facts, blog }: Context): WhyLeft | null {
  const heading = standingAt(facts.headings, start);
  if (!heading) return null;
  const address = looseId(heading.text);
  const isLinked = fragmentsTo({ path, facts }, blog).some(
    (fragment) => looseId(fragment) === address,
  );
  return isLinked ? 'heading' : null;
}

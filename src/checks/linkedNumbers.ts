// Links that say the number of the equation they lead to: which one is meant, their fragments tell.
import { labelsNamed } from '../core/blog/labelsByAddress.js';
import { resolveLink } from '../core/blog/links.js';
import { postOfLink } from '../core/blog/linkedPost.js';
import type { BlogView } from '../core/blog/blogIndex.js';
import type { LabelFacts, LinkFacts, PostFacts } from '../core/post/facts.js';
import { looseId } from '../core/post/headingId.js';
import { linkNumber } from '../core/post/linkNumber.js';
import { remembered } from '../core/remembered.js';
import type { NamedEquation, NumberedEquation } from './numberedRows.js';
import type { BlogContext } from './rule.js';

export interface LinkedNumber extends NamedEquation {
  readonly label: string;
}

export interface WrongLink extends LinkedNumber {
  /** It was the number of this very equation before. */
  readonly wasRight: boolean;
}

export function linkedNumbers(context: BlogContext): readonly LinkedNumber[] {
  return context.facts.links.flatMap((link) => {
    const written = linkNumber(link);
    const named = written && equationOf(link, context);
    return named ? [{ written, ...named }] : [];
  });
}

/** Those that say another number than readers see. */
export function wrongLinks(
  linked: readonly LinkedNumber[],
  { around }: BlogContext,
): readonly WrongLink[] {
  return linked.flatMap((link) => {
    const { written, equation, post, label } = link;
    if (written.number === equation.number) return [];
    const wasRight = around.earlier.some(
      (earlier) => numberOf(earlier(post), label) === written.number,
    );
    return wasRight || around.knowsSite(post) ? [{ ...link, wasRight }] : [];
  });
}

/** Whether it links to an equation of another post by a number that is not the one. */
export function hasWrongLinks(context: BlogContext, of: string): boolean {
  return wrongLinks(linkedNumbers(context), context).some(({ post }) => post === of);
}

/** The posts to whose equations a post links by their numbers. */
export function postsLinkedByNumber(
  path: string,
  facts: PostFacts | undefined,
  blog: BlogView,
): ReadonlySet<string> {
  const numbered = (facts?.links ?? []).filter((link) => linkNumber(link) !== null);
  return new Set(numbered.flatMap(({ target }) => postOf(path, target, blog) ?? []));
}

function numberOf(facts: PostFacts | null, key: string): string | null {
  return facts?.labels.find((label) => label.key === key)?.number ?? null;
}

function postOf(path: string, target: string, blog: BlogView): string | null {
  return target.startsWith('#') ? path : postOfLink(path, target, blog);
}

/** `null` where it is not certain that an equation is meant, and which number readers see of it. */
function equationOf(
  { target }: LinkFacts,
  { path, facts, blog }: BlogContext,
): Omit<LinkedNumber, 'written'> | null {
  const hash = target.indexOf('#');
  const post = hash < 0 ? null : postOf(path, target, blog);
  const holder = post === path ? facts : post === null ? undefined : blog.facts(post);
  if (post === null || !holder) return null;
  const { fragment } = resolveLink(path, target.slice(hash)) ?? { fragment: '' };
  const label = onlyLabel(holder, fragment);
  const equation = label && rowOf(holder, label);
  if (!label || !equation || namesHeading(holder, fragment)) return null;
  return { equation, post, label: label.key };
}

function onlyLabel({ labels }: PostFacts, fragment: string): LabelFacts | null {
  const [label, ...others] = labelsNamed(labels, fragment);
  return label && others.length === 0 && label.fault === null ? label : null;
}

/** `null` where readers do not see it as a plain number. */
function rowOf(
  { displays }: PostFacts,
  { display, row: at, number }: LabelFacts,
): NumberedEquation | null {
  const row = displays[display]?.rows[at];
  if (!row || number === null) return null;
  return row.shown === `(${number})` && plain.test(number) ? { ...row, number } : null;
}

/** What Markdown would read as marks is not written into a link. */
const plain = /^[\p{L}\p{N}.'′–-]+$/u;

/** Whether the fragment is the id of a heading, by whatever engine: links lead there then. */
function namesHeading({ headings }: PostFacts, fragment: string): boolean {
  if (fragment.startsWith('mjx-eqn')) return false;
  // The second of two equal headings has a number behind its id.
  const ids = [fragment, fragment.replace(/[-_]?\d{1,4}$/, '')].map(looseId);
  const known = idsOf(headings);
  return (
    ids.some((id) => known.has(id)) || headings.some(({ text }) => text.includes(`#${fragment}`))
  );
}

const idsOf = remembered(
  (headings: PostFacts['headings']) => new Set(headings.map(({ text }) => looseId(text))),
);

// How a post writes its references to equations: 式$\eqref{eq:x}$, Eq. \eqref{eq:x}, (\ref{eq:x}).
import type { BlogView } from '../../core/blog/blogIndex.js';
import { offsetInBlock } from '../../core/markdown/blockList.js';
import type { PostFacts, ReferenceFacts, Snapshot } from '../../core/post/facts.js';
import type { LanguageContext } from '../context.js';
import { isInFormula } from '../environmentNames.js';
import { lineAround } from '../sourceText.js';

/** What stands before and behind the name of the label. */
export interface ReferenceForm {
  readonly noun: string;
  readonly before: string;
  readonly behind: string;
}

/** The one that the post prefers at a place first; others for where readers would see no reference in it. */
export function referenceForms(
  { post, blog }: LanguageContext,
  offset: number,
): readonly ReferenceForm[] {
  const bare: ReferenceForm = { noun: '', before: '\\eqref{', behind: '}' };
  if (isInFormula(post, offset)) return [bare];
  const isChinese = hasHan(paragraphAt(post, offset) + (post.facts.title ?? ''));
  const noun = isChinese ? '式' : 'Eq. ';
  const inDollars: ReferenceForm = { noun, before: '$\\eqref{', behind: '}$' };
  const usual = usualForm(post) ?? (prefersDollars(blog, isChinese) ? inDollars : null);
  const others = [
    { ...bare, noun: usual?.noun ?? noun },
    { ...inDollars, noun: usual?.noun ?? noun },
  ];
  return usual ? [usual, ...others] : others;
}

const nouns = '(?:公式|等式|方程|式子?|[Ee]qn?s?\\.|[Ee]quations?|[Ff]ormulas?)[ \\t\u00a0~]*';
const nounAtEnd = new RegExp(`${nouns}$`);
const lead = new RegExp(`(${nouns})?([(（]?\\$?[(（]?)$`);

/** How far before a reference its noun is looked for. */
const longestLead = 40;

/** A noun that stands there already is not written again. */
export function writeReference(
  { noun, before, behind }: ReferenceForm,
  key: string,
  { post, offset }: { readonly post: Snapshot; readonly offset: number },
): string {
  const line = lineAround(post, { start: offset, end: offset });
  const there = line.before.slice(-longestLead);
  const hasNoun = nounAtEnd.test(there);
  const written = `${hasNoun ? '' : noun}${before}${key}${behind}`;
  // Latin words need a space between.
  const touches = /[a-z0-9.,;:)]$/i.test(there) && !hasHan(line.before + line.behind);
  return touches && !isInFormula(post, offset) ? ` ${written}` : written;
}

/** `null` where it has no references in its text. */
function usualForm(post: Snapshot): ReferenceForm | null {
  const forms = new Map<string, { readonly form: ReferenceForm; count: number }>();
  for (const reference of post.facts.references) {
    const form = formOf(post, reference);
    if (!form) continue;
    const name = `${form.noun}|${form.before}|${form.behind}`;
    const known = forms.get(name);
    if (known) known.count++;
    else forms.set(name, { form, count: 1 });
  }
  const [usual] = [...forms.values()].sort((one, other) => other.count - one.count);
  return usual?.form ?? null;
}

/** `null` for a part of a longer formula. */
function formOf(post: Snapshot, { command, span }: ReferenceFacts): ReferenceForm | null {
  const { block, start, at } = offsetInBlock(post.blocks, span.start);
  const text = block?.text ?? '';
  const line = text.slice(Math.max(0, at - longestLead), at).replace(/^[^]*\n/, '');
  const [, noun = '', open = ''] = lead.exec(line) ?? [];
  const close = closing(open);
  const isWhole = text.startsWith(close, span.end - start);
  const inFormula = isInFormula(post, span.start);
  if (!isWhole || inFormula !== open.includes('$')) return null;
  return { noun, before: `${open}\\${command}{`, behind: `}${close}` };
}

function closing(open: string): string {
  const pairs: Readonly<Record<string, string>> = { '(': ')', '（': '）', $: '$' };
  return [...open]
    .reverse()
    .map((mark) => pairs[mark] ?? '')
    .join('');
}

/** As the other posts of the blog do, else as most Chinese posts and few others do. */
function prefersDollars(blog: BlogView, isChinese: boolean): boolean {
  let inFormula = 0;
  let all = 0;
  for (const path of blog.paths()) {
    for (const reference of referencesOf(blog.facts(path))) {
      all++;
      if (reference.inFormula) inFormula++;
    }
    if (all >= enough) break;
  }
  return all === 0 ? isChinese : inFormula * 2 > all;
}

const enough = 200;

function referencesOf(facts: PostFacts | undefined): readonly ReferenceFacts[] {
  return facts?.references ?? [];
}

function paragraphAt({ blocks }: Snapshot, offset: number): string {
  return offsetInBlock(blocks, offset).block?.text ?? '';
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

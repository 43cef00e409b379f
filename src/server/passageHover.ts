// Hovers on what names something without a label: titles in 《》, numbers written by hand, macros, and formulas
// of which there is no more to say than how they look.
import type { CancellationToken } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import { formulaAt } from '../language/formulaAt.js';
import {
  citationHover,
  firstWords,
  type CitationHover,
  type CitedPost,
} from '../language/hovers/citation.js';
import { macroHover } from '../language/hovers/macro.js';
import { equationNumbered, writtenNumberAt } from '../language/hovers/writtenNumber.js';
import type { AskedPlace } from './asked.js';
import type { Blog } from './blog.js';
import { pictureToHover } from './formulaPicture.js';
import { equationHead, escapeMarkdown, fenced, nameOfPost, pictureOf } from './hoverText.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';
import type { ValueHover } from './valueHover.js';

/** In the text of a post, outside of what has a label. */
export async function passageHover(
  server: Server,
  place: AskedPlace,
  token: CancellationToken,
): Promise<ValueHover | null> {
  const citation = citationHover(place.context, place.offset);
  return citation
    ? { span: citation.span, markdown: await citationMarkdown(server, place.blog, citation) }
    : writtenNumberHover(server, place, token);
}

export async function macroHoverAt(
  server: Server,
  { post, offset }: AskedPlace,
  token: CancellationToken,
): Promise<ValueHover | null> {
  const macro = macroHover(post, offset);
  if (!macro) return null;
  const { span, sample, block, definition, line } = macro;
  const translations = server.options().translations;
  const picture =
    sample && (await pictureToHover(server, post, { block, tex: sample, display: true }, token));
  const head =
    line === null
      ? text('macroOfBlog', {}, translations)
      : text('macroOfPost', { line: String(line + 1) }, translations);
  const shown = picture ? [pictureOf({ picture, tex: definition })] : [];
  return { span, markdown: [head, fenced(definition, 'latex'), ...shown].join('\n\n') };
}

/** What the editor shows is its source. */
export async function lookHover(
  server: Server,
  { post, offset }: AskedPlace,
  token: CancellationToken,
): Promise<ValueHover | null> {
  const formula = formulaAt(post, offset);
  const picture = formula && (await pictureToHover(server, post, formula, token));
  if (!formula || picture === null) return null;
  const display = post.facts.displays.find(({ span }) => span.start === formula.span.start);
  const numbers = (display?.rows ?? []).flatMap(({ shown }) => shown ?? []);
  const head = numbers.length === 0 ? [] : [`**${escapeMarkdown(numbers.join(', '))}**`];
  const markdown = [...head, pictureOf({ picture, tex: formula.tex })].join('\n\n');
  return { span: formula.span, markdown };
}

async function writtenNumberHover(
  server: Server,
  { blog, post, context, offset }: AskedPlace,
  token: CancellationToken,
): Promise<ValueHover | null> {
  const written = writtenNumberAt(context, offset);
  if (!written) return null;
  const isOwn = written.path === post.path;
  const holder = isOwn ? post : await server.blogs.snapshotOf(blog, written.path);
  const equation = holder && equationNumbered(holder, written.number);
  if (!equation) return null;
  const picture = await pictureToHover(server, holder, { ...equation, display: true }, token);
  const translations = server.options().translations;
  const shown = { ...equation, picture, post: isOwn ? null : nameOfPost(holder) };
  const head = equationHead(shown, translations);
  const note = text('numberByHand', {}, translations);
  return { span: written.span, markdown: [head, pictureOf(shown), note].join('\n\n') };
}

async function citationMarkdown(
  { blogs, options }: Server,
  blog: Blog,
  { kind, posts }: CitationHover,
): Promise<string> {
  const { translations } = options();
  const [first] = posts;
  const lines = posts.map((post) => postLine(blog, post, translations));
  if (kind === 'near')
    return [text('nearlyTitled', {}, translations), ...listed(lines)].join('\n\n');
  if (posts.length > 1)
    return [text('severalTitled', {}, translations), ...listed(lines)].join('\n\n');
  const cited = first ? await blogs.snapshotOf(blog, first.path) : null;
  const words = cited && firstWords(cited);
  return [...lines, ...(words ? [escapeMarkdown(words)] : [])].join('\n\n');
}

function listed(lines: readonly string[]): readonly string[] {
  return [lines.map((line) => `- ${line}`).join('\n')];
}

/** The title as a link to the post, and what else is known of it. */
function postLine(
  blog: Blog,
  { path, title, date, isUnpublished, part }: CitedPost,
  translations: Translations,
): string {
  const link = `[${escapeMarkdown(title)}](${blog.uriOf(path)})`;
  const known = [
    ...(title === path ? [] : [escapeMarkdown(path)]),
    ...(part
      ? [
          text(
            'seriesPart',
            { number: String(part.number), count: String(part.count) },
            translations,
          ),
        ]
      : []),
    ...(date === null ? [] : [date]),
    ...(isUnpublished ? [text('unpublished', {}, translations)] : []),
  ];
  return [link, ...known].join(' · ');
}

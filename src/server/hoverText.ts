// A hover as Markdown: which equation it is, and the equation itself as a picture or as TeX.
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import type { HoverAnswer } from '../language/hover.js';
import { text } from './texts.js';

/** Nobody reads more in a hover, and VS Code cuts what is long: TeX and picture together stay under its limit. */
const maxTexShown = 4_000;

export interface ShownEquation {
  readonly tex: string;
  readonly shown: string | null;
  /** Zero-based. */
  readonly line: number;
  /** A data URI. */
  readonly picture: string | null;
  /** The title or path of the post that holds it; `null` for the post itself. */
  readonly post: string | null;
}

export function hoverMarkdown(
  answer: HoverAnswer,
  equation: ShownEquation | null,
  translations: Translations,
): string {
  const head = headOf(answer, equation, translations);
  if (!equation) return head;
  // The references that are known are those of the post that holds the equation.
  const count = equation.post === null ? countOf(answer, translations) : '';
  return [head, pictureOf(equation), count].filter(Boolean).join('\n\n');
}

function headOf(
  { key, label }: HoverAnswer,
  equation: ShownEquation | null,
  translations: Translations,
): string {
  if (!equation || !label) return text('unknownLabel', { key: escapeMarkdown(key) }, translations);
  const line = String(equation.line + 1);
  if (label.number === null) {
    return text('equationWithoutNumber', { key: escapeMarkdown(key), line }, translations);
  }
  return equationHead({ ...equation, shown: equation.shown ?? `(${label.number})` }, translations);
}

export function equationHead(
  { shown, line, post }: Omit<ShownEquation, 'tex' | 'picture'>,
  translations: Translations,
): string {
  const place = { number: `**${escapeMarkdown(shown ?? '')}**`, line: String(line + 1) };
  return post === null
    ? text('equation', place, translations)
    : text('equationElsewhere', { ...place, post: escapeMarkdown(post) }, translations);
}

/** As a hover names a post: its title, else its path. */
export function nameOfPost({ path, facts: { title } }: Pick<Snapshot, 'path' | 'facts'>): string {
  return title === null ? path : `《${title}》`;
}

/** The alternative text of the picture is its TeX, which is what screen readers are given. */
export function pictureOf({ picture, tex }: Pick<ShownEquation, 'picture' | 'tex'>): string {
  if (picture === null) return fenced(shorten(tex.trim()), 'latex');
  const alternative = escapeMarkdown(shorten(tex.replace(/\s+/g, ' ').trim()));
  return `![${alternative}](${picture})`;
}

/** Text as it stands, coloured as a language. */
export function fenced(plain: string, language: string): string {
  const longest = (plain.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${plain}\n${fence}`;
}

/** Text as it stands, within a line. */
export function inlineCode(plain: string): string {
  const longest = (plain.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const blank = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${plain}${blank}${fence}`;
}

function shorten(tex: string): string {
  return tex.length > maxTexShown ? `${tex.slice(0, maxTexShown)} …` : tex;
}

function countOf({ label }: HoverAnswer, translations: Translations): string {
  return text('referenceCount', { count: String(label?.references ?? 0) }, translations);
}

/** Names come from posts: they are text, never markup. */
export function escapeMarkdown(plain: string): string {
  return plain.replace(/[\\`*_{}[\]()#!|<>&~$]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}

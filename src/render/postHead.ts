// The head of a post, from its front matter: title, date and tags.
import type { Block } from '../core/markdown/block.js';
import { readFrontMatter, statedTitle } from '../core/post/frontMatter.js';
import { escapeHtml } from './escapeHtml.js';

/** `openingHeading` is the heading that the post begins with: a title that it says is not said twice. */
export function postHead(block: Block, openingHeading: string | null): string {
  const data = readFrontMatter(block);
  if (!data) return '';
  const title = statedTitle(data);
  const heading =
    title === null || title === openingHeading?.trim()
      ? ''
      : `<h1 class="post-title">${escapeHtml(title)}</h1>`;
  const date = dateOf(data['date']);
  const parts = [
    ...(date === '' ? [] : [`<time>${escapeHtml(date)}</time>`]),
    ...tagsOf(data['tags']).map((tag) => `<span class="post-tag">${escapeHtml(tag)}</span>`),
  ];
  const details = parts.length === 0 ? '' : `<p class="post-details">${parts.join(' ')}</p>`;
  return heading + details === ''
    ? ''
    : `<header class="post-head">${heading}${details}</header>\n`;
}

/** What the post begins with, if that is a heading of level 1. */
export function openingHeading(blocks: readonly Block[]): string | null {
  const first = blocks.find(({ kind }) => kind !== 'frontMatter' && kind !== 'blank');
  const heading = first?.kind === 'heading' ? first.headings[0] : undefined;
  return heading?.level === 1 ? heading.text : null;
}

/** As it is written; TOML has dates of its own. */
function dateOf(date: unknown): string {
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return typeof date === 'string' ? date.trim() : '';
}

/** A list, or one text with commas. */
function tagsOf(tags: unknown): readonly string[] {
  const list: readonly unknown[] =
    typeof tags === 'string' ? tags.split(/[,，、]/) : Array.isArray(tags) ? tags : [];
  return list
    .filter((tag) => typeof tag === 'string' || typeof tag === 'number')
    .map((tag) => String(tag).trim())
    .filter((tag) => tag !== '');
}

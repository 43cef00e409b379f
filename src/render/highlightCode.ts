// Code in colours, as classes that the style sheet maps to the theme.
import highlighter from 'highlight.js/lib/common';
import { escapeHtml } from './escapeHtml.js';

/** Longer code is shown plain: colouring it would be felt while typing. */
const maxLength = 50_000;
const maxCached = 200;

const cache = new Map<string, string>();

export function highlightCode(code: string, language: string): string {
  if (code.length > maxLength || !highlighter.getLanguage(language)) return escapeHtml(code);
  const key = `${language}\n${code}`;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const html = highlighter.highlight(code, { language, ignoreIllegals: true }).value;
  if (cache.size >= maxCached) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, html);
  return html;
}

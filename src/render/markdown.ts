// The Markdown engine of the preview: markdown-it with our math rules, one for each site.
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { Site } from '../core/site/site.js';
import { useCode } from './code.js';
import { useFootnotes } from './footnotes.js';
import { useHeadings } from './headings.js';
import { useKatexRules } from './katexRules.js';
import { useLinks } from './links.js';
import { useMathRenderers } from './mathRenderers.js';
import { useMathRules } from './mathRules.js';
import { useRawHtml } from './rawHtml.js';
import { useProseReferences } from './proseReferences.js';

const engines = new Map<string, MarkdownIt>();

export function markdownFor(site: Site): MarkdownIt {
  const key = JSON.stringify([site.markdown, site.math, site.passthrough, site.typographer]);
  const known = engines.get(key);
  if (known) return known;
  const engine = createEngine(site);
  engines.set(key, engine);
  return engine;
}

function createEngine(site: Site): MarkdownIt {
  const md = createMarkdownIt({ html: true });
  md.use(cjkFriendly);
  useKatexRules(md);
  useMathRules(md, () => site);
  useProseReferences(md);
  useFootnotes(md);
  useCode(md);
  useHeadings(md);
  useLinks(md);
  useRawHtml(md);
  useMathRenderers(md);
  return md;
}

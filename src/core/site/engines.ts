// The Markdown engines that are known, one file each.
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';
import { goldmark, goldmarkPassing, plainGoldmark, plainGoldmarkPassing } from './goldmark.js';
import { hyperdown } from './hyperdown.js';
import { kramdown } from './kramdown.js';
import { marked } from './marked.js';
import { arithmatex, pythonMarkdown } from './pythonMarkdown.js';
import { raw } from './raw.js';
import type { MarkdownEngine, Site } from './site.js';

const engines: Readonly<Record<MarkdownEngine, EngineRules>> = {
  raw,
  commonmark,
  'markdown-it': commonmark,
  marked,
  goldmark,
  kramdown,
  hyperdown,
  'python-markdown': pythonMarkdown,
  arithmatex,
};

/** Whether the math engine finds references that stand in no formula. */
export function readsProse(site: Site): boolean {
  return !engineOf(site).readsOnlyProtected;
}

export function engineOf({ markdown, passthrough, typographer }: Site): EngineRules {
  if (markdown !== 'goldmark') return engines[markdown];
  if (passthrough === undefined) return typographer === false ? plainGoldmark : goldmark;
  return typographer === false ? plainGoldmarkPassing(passthrough) : goldmarkPassing(passthrough);
}

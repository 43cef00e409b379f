// The Markdown engines that are known, one file each.
import { commonmark } from './commonmark.js';
import type { EngineRules } from './engine.js';
import { kramdown } from './kramdown.js';
import { raw } from './raw.js';
import type { MarkdownEngine } from './site.js';

export const engines: Readonly<Record<MarkdownEngine, EngineRules>> = { raw, commonmark, kramdown };

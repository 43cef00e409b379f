// A site whose Markdown never touches math: a CMS with raw text, an engine that knows every delimiter.
import type { EngineRules } from './engine.js';

export const raw: EngineRules = { protects: 'all', escapes: '', displaysHoldLines: true };

// What ends the lazy lines of a quote to an engine, though not to markdown-it.
import type { EngineRules } from '../site/engine.js';
import { beginsProtectedBlock } from './protectedBlocks.js';

/** Of a line without the mark of the quote, from its first character that is no blank. */
export function endsQuote(line: string, rules: EngineRules): boolean {
  const { dashes, others } = rules.tables;
  return beginsProtectedBlock(line, rules) || (others === 'dashes' && dashes.test(line.trimEnd()));
}

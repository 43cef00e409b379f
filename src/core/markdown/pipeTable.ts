// What is a table to an engine, though markdown-it has a paragraph there.
import type { EngineRules, TableRule } from '../site/engine.js';
import { CodeSpans } from './codeSpans.js';
import type { TextPlace } from './textPlace.js';
import { splitRow } from './cells.js';

/** Where the cells of a table begin in the text of a paragraph; its length where it holds none. */
export function tableStart(
  text: string,
  { tables, code }: EngineRules,
  kind: TextPlace['kind'],
): number {
  if (kind === 'cell') return tables.escapesPipes ? text.length : 0;
  if (kind !== 'paragraph') return text.length;
  switch (tables.others) {
    case 'none':
    case 'apart':
      return text.length;
    case 'pipes':
      return isPipeTable(text, code) ? 0 : text.length;
    case 'head':
    case 'dashes':
      return lineAboveDashes(text, tables);
  }
}

/** Whether each line of a text has a `|` that is not escaped and in no code. */
function isPipeTable(text: string, rule: EngineRules['code']): boolean {
  if (!text.includes('|')) return false;
  const code = text.includes('`') ? new CodeSpans(text, rule) : null;
  let hasPipe = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 10) {
      if (!hasPipe) return false;
      hasPipe = false;
    } else if (character === 124 && text.charCodeAt(at - 1) !== 92) hasPipe = true;
    else if (character === 96 && code !== null)
      at = Math.max(code.spanEnd(at), code.runEnd(at)) - 1;
  }
  return hasPipe;
}

function lineAboveDashes(text: string, { dashes, others }: TableRule): number {
  if (!text.includes('-')) return text.length;
  let above = -1;
  for (let line = 0; line < text.length;) {
    const next = text.indexOf('\n', line);
    const end = next < 0 ? text.length : next;
    const row = text.slice(line, end).trim();
    if (dashes.test(row) && (others === 'dashes' || isHead(text, above, line, row)))
      return Math.max(0, above);
    above = line;
    line = end + 1;
  }
  return text.length;
}

function isHead(text: string, above: number, line: number, row: string): boolean {
  return above >= 0 && splitRow(text.slice(above, line).trim()).length <= splitRow(row).length;
}

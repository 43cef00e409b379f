// What is a table to an engine, though markdown-it has a paragraph there.
import type { EngineRules, TableRule } from '../site/engine.js';
import type { TextPlace } from './textPlace.js';
import { splitRow } from './cells.js';

/** Where the cells of a table begin in the text of a paragraph; its length where it holds none. */
export function tableStart(text: string, { tables }: EngineRules, kind: TextPlace['kind']): number {
  if (kind === 'cell') return tables.escapesPipes ? text.length : 0;
  if (kind !== 'paragraph') return text.length;
  switch (tables.others) {
    case 'none':
    case 'pipes':
      return text.length;
    case 'head':
    case 'dashes':
      return lineAboveDashes(text, tables);
  }
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

// A table of HyperDown's in what is a paragraph to markdown-it: a row of dashes, and the line above it if
// there is one, begin it.
import type { EngineRules } from '../site/engine.js';
import type { TextPlace } from './textPlace.js';

/** Where the cells of a table begin in the text of a paragraph; its length where it holds none. */
export function tableStart(text: string, { tables }: EngineRules, kind: TextPlace['kind']): number {
  if (kind === 'cell') return tables.escapesPipes ? text.length : 0;
  const mayHold = kind === 'paragraph' || kind === 'item';
  return mayHold && tables.others === 'dashes' ? lineAboveDashes(text, tables.dashes) : text.length;
}

/** Where text goes on behind such tables, at the first line without a pipe. */
export function tableEnds(text: string, { tables }: EngineRules): readonly number[] {
  if (tables.others !== 'dashes' || !text.includes('-')) return [];
  const ends: number[] = [];
  let isInTable = false;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const line = text.slice(start, next < 0 ? text.length : next);
    if (tables.dashes.test(line.trim())) isInTable = true;
    else if (isInTable && !line.includes('|')) {
      ends.push(start);
      isInTable = false;
    }
    start += line.length + 1;
  }
  return ends;
}

function lineAboveDashes(text: string, dashes: RegExp): number {
  if (!text.includes('-')) return text.length;
  let above = 0;
  for (let line = 0; line < text.length;) {
    const next = text.indexOf('\n', line);
    const end = next < 0 ? text.length : next;
    if (dashes.test(text.slice(line, end).trim())) return above;
    above = line;
    line = end + 1;
  }
  return text.length;
}

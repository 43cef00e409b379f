// What begins an item of a list to the engine of a site, and what of it ends a paragraph.
import type { EngineRules } from '../site/engine.js';

const looseItem = /^(?:\d+\.|[-+*])\s/;
const markedItem = /^(?:\d{1,9}[.)]|[-+*])(?:[ \t].+)?$/;
const markedEnd = /^(?:1[.)]|[-+*]) /;

/** Whether a line begins an item, if it does so to markdown-it. */
export function beginsItem(line: string, { lists }: EngineRules): boolean {
  switch (lists) {
    case 'commonmark':
      return true;
    case 'loose':
      return looseItem.test(line);
    case 'marked':
      return markedItem.test(line);
  }
}

/** Whether a line with the mark of a list ends a paragraph; `null` where CommonMark says. */
export function listEndsParagraph(
  line: string,
  isInItem: boolean,
  rules: EngineRules,
): boolean | null {
  if (rules.lists === 'commonmark') return null;
  const isMarked = rules.lists === 'marked' && !isInItem;
  return isMarked ? markedEnd.test(line) : beginsItem(line, rules);
}

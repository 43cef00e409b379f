// Says why an item cannot stand where an operand or the end was expected.
import { wordTable } from '../../core/text/wordTable.js';
import { refuse } from '../refusal.js';
import { nucleus, type Item } from './items.js';

/** The commands behind nodes that have no other name. */
const CONSTRUCTS = wordTable<string | undefined>({
  mathchoice: '\\pmod',
  enclose: '\\boxed',
  infix: '\\over',
  xArrow: '\\xrightarrow',
});

export function refuseLeftOver(item: Item): never {
  const inner = nucleus(item);
  switch (inner.kind) {
    case 'space':
      return refuse('syntax.space-separates', inner.span);
    case 'text':
      return refuse('syntax.text-in-formula', inner.span, { text: inner.text.trim() });
    case 'other':
      return refuse('unsupported.construct', inner.span, {
        construct: CONSTRUCTS[inner.name] ?? inner.name,
      });
    case 'operator':
      return refuse('syntax.unexpected', inner.span, { found: inner.name });
    case 'symbol':
      if (inner.text === ';') refuse('syntax.semicolon', inner.span);
      return refuse('syntax.unexpected', inner.span, { found: inner.text });
    default:
      return refuse('syntax.unexpected', inner.span, { found: inner.kind });
  }
}

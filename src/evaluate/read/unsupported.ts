// Words that stand for what is not computed.
import { refuse } from '../refusal.js';
import { wordOf } from './arguments.js';
import { nucleus } from './items.js';
import type { PrimaryReader } from './reader.js';

/** Commands whose values are not computed; what they stand for is not read as a name. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['oint', 'limsup', 'liminf']);

/** Names the construct that a word stands for, where it is none that can be computed. */
export const refuseUnsupported: PrimaryReader = (_reader, item) => {
  const name = wordOf(item);
  if (name === null || !UNSUPPORTED.has(name)) return null;
  return refuse('unsupported.construct', nucleus(item).span, { construct: `\\${name}` });
};

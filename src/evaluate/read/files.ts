// `\operatorname{file}(attention.npz, layer3)`: what stands between its parentheses is no formula, and was blanked.
import { wordOf } from './arguments.js';
import { symbolText } from './items.js';
import type { PrimaryReader } from './reader.js';

export const readFileName: PrimaryReader = (reader, item) => {
  if (wordOf(item) !== 'file' || item.kind === 'scripts') return null;
  const start = reader.position - 1;
  if (symbolText(reader.peek()) !== '(' || symbolText(reader.peek(1)) !== ')') return null;
  reader.next();
  reader.next();
  return { kind: 'file', data: null, span: reader.spanFrom(start) };
};

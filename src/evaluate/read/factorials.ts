// `n!` and `\binom{n}{k}`.
import { refuse } from '../refusal.js';
import type { GroupSyntax, Syntax } from '../syntax.js';
import { nucleus, symbolText } from './items.js';
import { BINOMIAL } from './names.js';
import type { PrimaryReader, Reader } from './reader.js';
import { applyScripts } from './scripts.js';

/** What stands before a `!`, with it; the scripts of the sign are those of the factorial. */
export function withFactorial(reader: Reader, base: Syntax): Syntax {
  if (symbolText(reader.peek()) !== '!') return base;
  const sign = reader.next();
  const span = { start: base.span.start, end: nucleus(sign).span.end };
  const next = reader.peek();
  if (next !== undefined && symbolText(next) === '=' && next.span.start === span.end)
    refuse('ambiguous.factorial', { start: nucleus(sign).span.start, end: next.span.end });
  // Is `2^n!` the power of a factorial, or the factorial of a power?
  if (base.kind === 'power') refuse('ambiguous.argument', base.span);
  if (symbolText(reader.peek()) === '!')
    refuse('unsupported.construct', reader.next().span, { construct: '!!' });
  return applyScripts(reader, { kind: 'factorial', base, span }, sign);
}

export const readBinomial: PrimaryReader = (reader, item) => {
  const inner = nucleus(item);
  if (inner.kind !== 'fraction' || inner.bar) return null;
  const { span } = inner;
  const items = [inner.numerator, inner.denominator].map((part) =>
    reader.inside(part, span).readAll(),
  );
  const callee = { kind: 'name', name: BINOMIAL, span } as const;
  const group: GroupSyntax = { kind: 'group', open: '(', close: ')', items, bar: null, span };
  return applyScripts(reader, { kind: 'call', callee, member: null, group, span }, item);
};

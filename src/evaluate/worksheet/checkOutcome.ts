// What a check on samples comes to: a point where the sides disagree, and what was sampled.
import type { Search } from '../check/tally.js';
import { writePoint } from '../check/writePoint.js';
import { shapeOf } from '../expression.js';
import { showName } from '../read/names.js';
import type { Counterexample, Value } from '../result.js';
import { valueOf } from '../value.js';
import type { FreeSymbol } from './freeSymbols.js';
import type { Resolved } from './openSides.js';
import { describeSizes, type OpenSizes } from './openSizes.js';

export interface CheckOutcome {
  readonly search: Search;
  /** The sides at a point where they disagree. */
  readonly value: Value | null;
  readonly expected: Value | null;
  readonly counterexample: Counterexample | null;
  /** The domains of what was sampled, as they are written. */
  readonly domains: string;
  readonly usesLog: boolean;
}

export function outcomeOf(
  found: Search,
  resolved: readonly Resolved[],
  sizes: OpenSizes,
): CheckOutcome {
  const space = resolved[found.kind === 'fails' || found.kind === 'differs' ? found.space : 0];
  const symbols = space?.symbols ?? [];
  const usesLog = resolved.some(({ context }) =>
    context.shared.notes.has('convention.natural-log'),
  );
  const sizeText = describeSizes({ ...sizes, choices: resolved.map((each) => each.sizes) });
  const domains = [...describeDomains(symbols), ...(sizeText === '' ? [] : [sizeText])].join('; ');
  const common = { search: found, domains, usesLog };
  if (space === undefined || (found.kind !== 'fails' && found.kind !== 'differs'))
    return { ...common, value: null, expected: null, counterexample: null };
  const locals = symbols.map(({ name, local }) => ({ name: showName(name), shape: local.shape }));
  const counterexample = writePoint(locals, found.point);
  if (found.kind === 'differs') return { ...common, value: null, expected: null, counterexample };
  const [value, expected] = [
    [found.judgement.left, space.left] as const,
    [found.judgement.right, space.right] as const,
  ].map(([numbers, side]) => {
    const entries = Float64Array.from(numbers, ({ value: own }) => own);
    const shape = shapeOf(side);
    return valueOf(shape.rank === 0 ? (entries[0] ?? NaN) : entries, shape);
  });
  return { ...common, value: value ?? null, expected: expected ?? null, counterexample };
}

/** `x, y \\in \\mathbb{R}^n`. */
function describeDomains(symbols: readonly FreeSymbol[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, domains } of symbols)
    for (const { source } of domains) {
      const known = names.get(source.text) ?? [];
      names.set(source.text, source.isWhole ? known : [...known, showName(name)]);
    }
  return [...names].map(([text, own]) => (own.length === 0 ? text : `${own.join(', ')} ${text}`));
}

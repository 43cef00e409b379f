// What `X \sim …` gives: a random variable, or where the law has a size a sample.
import { refuse } from '../refusal.js';
import { staticNumber } from '../resolve/construct.js';
import { requireScalar, type Context, type Meaning } from '../resolve/context.js';
import { drawn } from '../resolve/draws.js';
import { resolveLaw } from '../resolve/lawReading.js';
import { resolveVector } from '../resolve/lists.js';
import type { Syntax } from '../syntax.js';
import type { Definition } from './definitions.js';

/** What is said of the use of a name, not of its definition. */
export const PASSED_ON: ReadonlySet<string> = new Set([
  'definition.circle',
  'definition.own-name',
  'law.alone',
  'law.not-sampled',
]);

const MOST_DRAWS = 1_000_000;

/** A law, or a sample: `x \sim \mathcal N(0,1)^{1000}`. */
export function drawnMeaning({ body, name }: Definition, context: Context): Meaning {
  const sample = sampleOf(body);
  const law = resolveLaw(sample?.law ?? body, { name, body: null }, context);
  if (sample === null) return { kind: 'random', law };
  const size = staticNumber(requireScalar(resolveVector(sample.size, context)));
  if (size === null || !Number.isInteger(size) || size < 1 || size > MOST_DRAWS)
    return refuse('law.sample-size', sample.size.span, { most: String(MOST_DRAWS) });
  const { seed } = context.scope.conventions;
  const expression = drawn(law, size, seed, name.plain, body.span);
  if (expression === null) return refuse('law.not-sampled', body.span);
  context.shared.notes.add('law.seeded');
  return { kind: 'value', expression };
}

/** The law and the size of a sample, `null` for a random variable. */
function sampleOf(body: Syntax): { readonly law: Syntax; readonly size: Syntax } | null {
  if (body.kind === 'power') return { law: body.base, size: body.exponent };
  const last = body.kind === 'product' ? body.factors[body.factors.length - 1] : undefined;
  if (body.kind !== 'product' || last?.body.kind !== 'power') return null;
  const { base, exponent } = last.body;
  const factors = [...body.factors.slice(0, -1), { ...last, body: base }];
  return { law: { ...body, factors }, size: exponent };
}

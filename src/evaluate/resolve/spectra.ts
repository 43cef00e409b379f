// `\lambda_i(A)` and `\sigma_i(A)`: eigenvalues and singular values, while nothing is bound to these letters.
import { wordTable } from '../../core/text/wordTable.js';
import type { CallSyntax, GroupSyntax, IndexedSyntax, Name, Syntax } from '../syntax.js';
import { mapNucleus } from '../syntaxNucleus.js';
import { builtInFor } from './builtIns.js';
import { findMeaning, type Context } from './context.js';
import { EIGENVALUES, SINGULAR_VALUES } from './matrices.js';

const SPECTRA: Readonly<Record<string, Name | undefined>> = wordTable({
  '\\lambda': EIGENVALUES,
  '\\sigma': SINGULAR_VALUES,
});

/** What a letter with one index and one argument in parentheses is an entry of, by its writing alone. */
export function spectrumOf(factor: Syntax | undefined, group: GroupSyntax): Name | null {
  if (factor?.kind !== 'indexed' || factor.base.kind !== 'name' || factor.full === null)
    return null;
  const isOne = factor.indices?.length === 1 && group.items.length === 1 && group.bar === null;
  if (!isOne || builtInFor(factor.full, group) !== null) return null;
  return SPECTRA[factor.base.name.key] ?? null;
}

/** An entry of all such values; the scripts of the parentheses are its scripts. */
export function spectralValue(
  factor: Syntax,
  scripted: Syntax,
  group: GroupSyntax,
  context: Context,
): Syntax | null {
  const name = spectrumOf(factor, group);
  if (name === null || factor.kind !== 'indexed' || isBound(factor, context)) return null;
  const { indices } = factor;
  return mapNucleus(scripted, () => {
    const span = { start: factor.span.start, end: group.span.end };
    const callee = { kind: 'name', name, span: factor.span } as const;
    const all: CallSyntax = { kind: 'call', callee, member: null, group, span };
    return { kind: 'indexed', base: all, full: null, indices, span };
  });
}

function isBound({ base, full }: IndexedSyntax, context: Context): boolean {
  if (base.kind !== 'name' || full === null) return true;
  return (
    findMeaning(context, full) !== null ||
    findMeaning(context, base.name) !== null ||
    context.scope.families(base.name, context.shared.notes).length > 0
  );
}

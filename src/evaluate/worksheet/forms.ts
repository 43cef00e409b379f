// What the left side of a definition defines: a name, a function, or a member of a family for every index.
import type { Span } from '../../core/text/span.js';
import { boundNames, partsOf } from '../syntaxChildren.js';
import { entryNamed } from '../library/byWord.js';
import { refuse } from '../refusal.js';
import { word } from '../read/names.js';
import { builtInFor } from '../resolve/builtIns.js';
import { stepAhead, type StepSide } from './sequences.js';
import { spectrumOf } from '../resolve/spectra.js';
import type { GroupSyntax, IndexedSyntax, Name, RelationSyntax, Syntax } from '../syntax.js';

export type LeftSide =
  | { readonly kind: 'name'; readonly name: Name }
  | {
      readonly kind: 'function';
      readonly name: Name;
      readonly parameters: readonly Name[];
      /** Where one of them stands twice, so that nothing is defined: `d(x,x) = 0`. */
      readonly doubled: Span | null;
      readonly bar: GroupSyntax['bar'];
      /** Of a name that has a meaning without a definition: what its arguments may speak of. */
      readonly builtInOf: readonly Name[];
      readonly isOfLibrary: boolean;
    }
  /** `x_{t+1}`: a member of a sequence by the one before. */
  | { readonly kind: 'step'; readonly name: Name; readonly step: StepSide }
  /** Has an index: a name of its own, or a family if an index of it is free on the right. */
  | {
      readonly kind: 'indexed';
      readonly name: Name;
      readonly base: Name;
      readonly pattern: readonly PatternPart[];
    };

/** A number, or the letter that may run. */
export type PatternPart =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'letter'; readonly name: Name };

/** The sign of a differential. */
const UPRIGHT_D = '\\mathrm{d}';

/** `null` where it is an expression, so that the relation can only be a claim. */
export function leftSideOf(syntax: Syntax): LeftSide | null {
  switch (syntax.kind) {
    case 'name':
      if (syntax.name.key === UPRIGHT_D) refuse('definition.differential', syntax.span);
      return { kind: 'name', name: syntax.name };
    case 'indexed':
      return indexedSide(syntax);
    case 'product':
      return functionSide(syntax.factors.map(({ body }) => body));
    case 'statistic': {
      const { binder, name, span, body, statistic } = syntax;
      const isProbability = statistic === 'probability';
      return binder === null && (isProbability || name.key.startsWith('\\text'))
        ? functionSide([{ kind: 'name', name, span }, body], !isProbability)
        : null;
    }
    default:
      return null;
  }
}

function indexedSide(syntax: IndexedSyntax): LeftSide | null {
  if (syntax.full === null || syntax.base.kind !== 'name') return null;
  const step = stepAhead(syntax);
  if (step !== null) return { kind: 'step', name: syntax.full, step };
  // The i-th smallest entry, a row or a column is part of what is defined elsewhere.
  if (syntax.indices?.some(({ kind }) => kind !== 'expression') === true) return null;
  const pattern = patternOf(syntax);
  if (pattern === null) return { kind: 'name', name: syntax.full };
  return { kind: 'indexed', name: syntax.full, base: syntax.base.name, pattern };
}

/** Numbers and letters between commas; letters in a row are one index each. */
function patternOf({ indices, span }: IndexedSyntax): readonly PatternPart[] | null {
  if (indices === null) return null;
  const parts: PatternPart[] = [];
  for (const index of indices) {
    if (index.kind !== 'expression') return null;
    const { body } = index;
    const inner = body.kind === 'product' ? body.factors.map((factor) => factor.body) : [body];
    for (const one of inner) {
      if (one.kind === 'number') parts.push({ kind: 'number', value: one.value });
      else if (one.kind === 'name') parts.push({ kind: 'letter', name: one.name });
      else if (one.kind === 'sum')
        refuse('unsupported.statement', span, { statement: 'x_{t+1} = …' });
      else return null;
    }
  }
  return parts;
}

/** `S(x)`, `p(y|x)`, `KL(p\|q)`: a name before a group of names. */
function functionSide(factors: readonly Syntax[], isStatistic = false): LeftSide | null {
  const group = factors[factors.length - 1];
  const name = calleeOf(factors.slice(0, -1));
  if (name === null || group?.kind !== 'group') return null;
  const parameters = group.items.map(parameterOf);
  if (!parameters.every((parameter) => parameter !== null)) return null;
  const keys = new Set(parameters.map(({ key }) => key));
  const [callee] = factors;
  const isOfLibrary = entryNamed(name) !== null;
  const builtIn =
    isOfLibrary || isStatistic || isBuiltIn(name, group) || spectrumOf(callee, group) !== null;
  const builtInOf = builtIn ? group.items.flatMap(lettersOf) : [];
  const doubled = keys.size < parameters.length ? group.span : null;
  // `KL(p\|p)` can only be a claim.
  if (builtIn && doubled !== null) return null;
  return { kind: 'function', name, parameters, doubled, bar: group.bar, builtInOf, isOfLibrary };
}

/** `\kappa(x) = …` defines a kernel, `\kappa(A) = 3` is about the condition of A. */
function isBuiltIn(name: Name, group: GroupSyntax): boolean {
  const known = builtInFor(name, group);
  const isCapital = (item: Syntax): boolean =>
    item.kind === 'name' && /^[A-Z]$/.test(item.name.plain);
  return known !== null && (known.ofCapitals !== true || group.items.every(isCapital));
}

function calleeOf(factors: readonly Syntax[]): Name | null {
  const [first, second] = factors;
  if (first === undefined) return null;
  if (factors.length === 1) return parameterOf(first);
  const letters = [first, second].map((one) => (one?.kind === 'name' ? one.name.key : ''));
  return factors.length === 2 && letters.join('') === 'KL' ? word('KL') : null;
}

function parameterOf(syntax: Syntax): Name | null {
  if (syntax.kind === 'name') return syntax.name;
  return syntax.kind === 'indexed' ? syntax.full : null;
}

/** `x_1` speaks of x where x is bound. */
function lettersOf(syntax: Syntax): readonly Name[] {
  if (syntax.kind !== 'indexed' || syntax.base.kind !== 'name') {
    const name = parameterOf(syntax);
    return name === null ? [] : [name];
  }
  const base = syntax.base.name;
  return syntax.full === null ? [base] : [syntax.full, base];
}

/** Whether a name stands in an expression and nothing in it binds it. */
export function occursFree(name: Name, syntax: Syntax): boolean {
  if (syntax.kind === 'name') return syntax.name.plain === name.plain;
  if (boundNames(syntax).some((bound) => bound.name.plain === name.plain)) return false;
  return partsOf(syntax).some((part) => occursFree(name, part));
}

/** The relation without its first operand, `null` where nothing is left to claim. */
export function restOfChain({ operands, relations, span }: RelationSyntax): RelationSyntax | null {
  if (relations.length < 2) return null;
  return { kind: 'relation', operands: operands.slice(1), relations: relations.slice(1), span };
}

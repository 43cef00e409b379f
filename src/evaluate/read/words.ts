// Functions that are written as words, with or without parentheses: `\det A`, `\operatorname{tr}(AB)`.
import { inParentheses } from '../inParentheses.js';
import { refuse } from '../refusal.js';
import type { Syntax } from '../syntax.js';
import { nucleusOf } from '../syntaxNucleus.js';
import { isGroupNext, startsFunction, wordOf } from './arguments.js';
import { nameOfNucleus } from './names.js';
import type { PrimaryReader } from './reader.js';

const WORDS: ReadonlySet<string> = new Set([
  'det',
  'tr',
  'Tr',
  'trace',
  'rank',
  'Rank',
  'diag',
  'Diag',
  'eig',
  'svd',
  'pinv',
  'median',
  'sign',
  'sgn',
  'softmax',
]);

/** Read as a name before parentheses: what it is bound to decides, as for any name. */
export const readWord: PrimaryReader = (reader, item) => {
  const word = wordOf(item);
  if (word === null || !WORDS.has(word) || item.kind === 'scripts') return null;
  const name = nameOfNucleus(item);
  if (name === null || !reader.startsFactor()) return null;
  const start = reader.position - 1;
  const argument = isGroupNext(reader)
    ? argumentOf(reader.readFactor())
    : inParentheses(reader.readArgument(startsFunction));
  return {
    kind: 'product',
    factors: [
      { operator: 'juxtaposed', body: { kind: 'name', name, span: item.span } },
      { operator: 'juxtaposed', body: argument },
    ],
    span: reader.spanFrom(start),
  };
};

/** The parentheses of an environment belong to its matrix. */
function argumentOf(factor: Syntax): Syntax {
  const nucleus = nucleusOf(factor);
  if (nucleus.kind !== 'matrix') return factor;
  // Is the matrix squared, or its trace?
  if (factor.kind !== 'matrix' && factor.kind !== 'transpose')
    refuse('ambiguous.argument', factor.span);
  return inParentheses(factor);
}

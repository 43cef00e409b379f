// What stands below the exponents, indices and marks of an expression.
import type { Syntax } from './syntax.js';

/** Replaces what stands below the exponents, indices and marks of an expression. */
export function mapNucleus(syntax: Syntax, change: (nucleus: Syntax) => Syntax): Syntax {
  switch (syntax.kind) {
    case 'power':
    case 'indexed':
    case 'transpose':
    case 'positivePart':
    case 'factorial':
      return { ...syntax, base: mapNucleus(syntax.base, change) };
    default:
      return change(syntax);
  }
}

/** What stands below the exponents, indices and marks of an expression. */
export function nucleusOf(syntax: Syntax): Syntax {
  let inner = syntax;
  while (
    inner.kind === 'power' ||
    inner.kind === 'indexed' ||
    inner.kind === 'transpose' ||
    inner.kind === 'positivePart' ||
    inner.kind === 'factorial'
  )
    inner = inner.base;
  return inner;
}

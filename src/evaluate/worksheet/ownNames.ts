// Names that are defined by their own usual meaning, as in `U \sim U(0,1)`: how that meaning is written otherwise.
import { wordTable } from '../../core/text/wordTable.js';
import type { Span } from '../../core/text/span.js';
import type { Factor, Name, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { nucleusOf } from '../syntaxNucleus.js';

export interface UsualMeaning {
  readonly span: Span;
  /** As it is written where the letter is taken. */
  readonly meant: string;
}

const LAWS = wordTable<string | undefined>({ N: '\\mathcal{N}', U: '\\mathcal{U}' });

export function usualMeaningIn(body: Syntax, name: Name): UsualMeaning | null {
  let found: UsualMeaning | null = null;
  visitSyntax(body, (node) => {
    if (node.kind !== 'product') return;
    node.factors.forEach((_, at) => {
      found ??= lawAt(node.factors, at, name) ?? divergenceAt(node.factors, at, name);
    });
  });
  return found;
}

function lawAt(factors: readonly Factor[], at: number, { key }: Name): UsualMeaning | null {
  const letter = letterAt(factors, at);
  const meant = LAWS[key];
  const isCall = letter !== null && letter.key === key && isGroup(factors[at + 1]);
  return isCall && meant !== undefined ? { span: letter.span, meant } : null;
}

function divergenceAt(factors: readonly Factor[], at: number, { key }: Name): UsualMeaning | null {
  const [first, second] = [letterAt(factors, at), letterAt(factors, at + 1)];
  if (first?.key !== 'K' || second?.key !== 'L' || !['K', 'L'].includes(key)) return null;
  if (!isGroup(factors[at + 2])) return null;
  return { span: { start: first.span.start, end: second.span.end }, meant: '\\mathrm{KL}' };
}

interface Letter {
  readonly key: string;
  readonly span: Span;
}

function letterAt(factors: readonly Factor[], at: number): Letter | null {
  const body = factors[at]?.body;
  return body?.kind === 'name' ? { key: body.name.key, span: body.span } : null;
}

function isGroup(factor: Factor | undefined): boolean {
  if (factor?.operator !== 'juxtaposed') return false;
  return ['group', 'set'].includes(nucleusOf(factor.body).kind);
}

// What may be written otherwise though no rule speaks of it: one list.
import type { Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';
import { labelledNumbersAt } from './labelledNumber.js';
import { linkedCitationsAt } from './linkedCitation.js';
import { keepsItsWord, type QuickFix } from './quickFix.js';

type Rewrite = (context: LanguageContext, range: Span) => readonly QuickFix[];

const rewriters: readonly Rewrite[] = [labelledNumbersAt, linkedCitationsAt];

export function rewrites(context: LanguageContext, range: Span): readonly QuickFix[] {
  return rewriters.flatMap((rewrite) => rewrite(context, range)).filter(keepsItsWord);
}

// Toggle Star of Environment: `equation` and `equation*`, `align` and `align*`, numbered or not.
import { profileOf } from '../core/numbering/profiles.js';
import type { Snapshot } from '../core/post/facts.js';
import { shiftSpan } from '../core/text/span.js';
import { refused, type ChangeAnswer } from './change.js';
import { environmentPairs, type EnvironmentPair } from './environmentPairs.js';
import { formulaAround } from './formulaAt.js';
import { changesOneFormula } from './oneFormulaChanges.js';

/**
 * `delimiters`: what is no environment has no starred form, such as `$$`; `taken-apart`: with the other
 * name it would end elsewhere.
 */
export type StarRefusal = 'no-environment' | 'delimiters' | 'no-star' | 'taken-apart';

/** Of the innermost environment around the place that has both forms on this site. */
export function toggleStar(post: Snapshot, offset: number): ChangeAnswer<StarRefusal> {
  const placed = formulaAround(post, { start: offset, end: offset });
  if (!placed) return refused('no-environment');
  const at = offset - placed.span.start;
  const around = environmentPairs(placed.source).pairs.filter(
    ({ begin, end }) => begin.name === end.name && begin.span.start <= at && at <= end.span.end,
  );
  for (const pair of around) {
    const name = otherForm(post, pair.begin.name);
    if (name !== null) return renamed(post, pair, placed.span.start, name);
  }
  const innermost = around[0]?.begin.name;
  const { delimiter, display } = placed.formula;
  if (delimiter === 'environment') return refused('no-star', innermost);
  return display ? refused('delimiters', delimiter) : refused('no-environment');
}

function renamed(
  post: Snapshot,
  { begin, end }: EnvironmentPair,
  start: number,
  name: string,
): ChangeAnswer<StarRefusal> {
  const changes = [begin, end].map(({ nameSpan }) => ({
    span: shiftSpan(nameSpan, start),
    text: name,
  }));
  const isRead = changesOneFormula(post, changes, `\\begin{${name}}`);
  return isRead ? { kind: 'changes', changes } : refused('taken-apart', name);
}

/** `null` where the star of a name says nothing of numbers, or the site knows one form alone. */
function otherForm({ site: { math, tags } }: Snapshot, name: string): string | null {
  const { environments } = profileOf(math, tags);
  const other = name.endsWith('*') ? name.slice(0, -1) : `${name}*`;
  const isNumbering = environments.get(name)?.structure === true;
  return isNumbering && environments.get(other)?.structure === true ? other : null;
}

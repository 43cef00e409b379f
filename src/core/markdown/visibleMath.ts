// What MathJax finds in a text node, that is, in what the engine left of a text.
import { behindText, FormulaMatcher, type FoundFormula } from './formula.js';
import { endToSource, sliceMapped, toSource, type MappedText } from '../text/mapped.js';
import { entityAt } from '../site/entities.js';
import type { Delimiter } from './block.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A formula of the text; `tex` is mapped to the text. */
export interface InlineFormula extends Extent {
  readonly delimiter: Delimiter;
  readonly display: boolean;
  readonly tex: MappedText;
}

export interface InlineReference extends Extent {
  readonly command: 'ref' | 'eqref';
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
}

const visibleMarks = /[\\$]/g;
const reference = /\\(eq)?ref\s*\{([^}]*)\}/y;

export function scanVisible(
  source: string,
  visible: MappedText,
  formulas: InlineFormula[],
  references: InlineReference[],
): void {
  const { text } = visible;
  const matcher = new FormulaMatcher(text, null);
  let at = 0;
  for (;;) {
    visibleMarks.lastIndex = at;
    const next = visibleMarks.exec(text)?.index;
    if (next === undefined) return;
    const formula = matcher.match(next);
    if (formula !== null) {
      formulas.push(visibleFormula(source, visible, formula));
      at = formula.end;
      continue;
    }
    reference.lastIndex = next;
    const match = reference.exec(text);
    if (match !== null) {
      references.push(visibleReference(source, visible, match));
      at = reference.lastIndex;
    } else {
      at = behindText(text, next);
    }
  }
}

function visibleFormula(source: string, visible: MappedText, found: FoundFormula): InlineFormula {
  const isDoubleDollar =
    found.delimiter === '\\(' && source.startsWith('$$', toSource(visible, found.start));
  return {
    start: sourceStart(source, visible, found.start),
    end: sourceEnd(source, visible, found.end),
    delimiter: isDoubleDollar ? '$$' : found.delimiter,
    display: found.display,
    tex: sliceMapped(visible, found.texStart, found.texEnd),
  };
}

function visibleReference(
  source: string,
  visible: MappedText,
  match: RegExpExecArray,
): InlineReference {
  const end = match.index + match[0].length;
  const key = match[2] ?? '';
  return {
    start: sourceStart(source, visible, match.index),
    end: sourceEnd(source, visible, end),
    command: match[1] === undefined ? 'ref' : 'eqref',
    key,
    keyStart: toSource(visible, end - 1 - key.length),
    keyEnd: endToSource(visible, end - 1),
  };
}

/** Where a character begins in the source: with the backslash that was dropped before it. */
function sourceStart(source: string, visible: MappedText, at: number): number {
  const start = toSource(visible, at);
  const follows = at > 0 && toSource(visible, at - 1) === start - 1;
  return !follows && source.charCodeAt(start - 1) === 92 ? start - 1 : start;
}

/** Where a character ends in the source: behind the whole of a character reference. */
function sourceEnd(source: string, visible: MappedText, end: number): number {
  const last = toSource(visible, end - 1);
  const entity = source.charCodeAt(last) === 38 ? entityAt(source, last) : null;
  return entity?.end ?? last + 1;
}

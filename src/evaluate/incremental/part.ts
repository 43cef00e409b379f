// A part of a post that gives results: a line of a worksheet, a mark, a relation of the prose.
import type { Span } from '../../core/text/span.js';
import { toSource, type MappedText } from '../../core/text/mapped.js';
import type { CheckedDisplay } from '../checkedDisplays.js';
import type { FormulaText } from '../formulaText.js';
import type { Mark } from '../postInput.js';
import type { AskedCurve } from '../worksheet/curveResults.js';
import type { StatementText } from '../worksheet/lines.js';
import { spanOf } from '../worksheet/sources.js';

export interface Part {
  /** Equal for parts that read the same; places count from the part's own start. */
  readonly text: string;
  /** All its texts, for their letters. */
  readonly tex: string;
  /** Where its results may point at. */
  readonly ranges: readonly Span[];
}

/** A line, with the displays that it names, what is known of its files and where its slider stands. */
export function linePart(
  line: StatementText,
  displays: readonly FormulaText[],
  files: readonly unknown[],
  movedTo: number | null,
): Part {
  return partOf(
    [line.text, ...displays.map(({ tex }) => tex)],
    [spanOf(line.text), ...displays.map(({ tex }) => spanOf(tex))],
    JSON.stringify([line.unclosed, files, movedTo]),
  );
}

export function markPart({ formula, content, numberBefore, span, at, asPython }: Mark): Part {
  const texts = [formula?.tex ?? null, content, numberBefore].filter((text) => text !== null);
  const spans = [span, formula?.span ?? null, numberBefore === null ? null : spanOf(numberBefore)];
  const known = spans.filter((each) => each !== null);
  const whole = {
    start: Math.min(...known.map(({ start }) => start)),
    end: Math.max(...known.map(({ end }) => end)),
  };
  const kind = `${formula === null}${formula?.display ?? ''}${numberBefore === null}${asPython === true}`;
  const places = known.map(({ start, end }) => [start - whole.start, end - whole.start]);
  const asked = at === undefined ? null : at - whole.start;
  return partOf(texts, [whole], `${kind}${JSON.stringify([places, asked])}`);
}

/** Its places stay as they are: where it has moved, it is computed again. */
export function checkedPart(display: CheckedDisplay): Part {
  const anywhere = { start: 0, end: Infinity };
  return { text: `checked${JSON.stringify(display)}`, tex: '', ranges: [anywhere] };
}

export function curvePart({ formula: { tex, span }, at }: AskedCurve): Part {
  return partOf([tex], [span], `curve${span.end - span.start} ${at - span.start}`);
}

export function prosePart({ tex, span }: FormulaText): Part {
  return partOf([tex], [span], `prose${span.end - span.start}`);
}

function partOf(texts: readonly MappedText[], ranges: readonly Span[], kind: string): Part {
  const start = ranges[0]?.start ?? 0;
  const spelled = texts.map((text, at) => {
    // Displays stand anywhere: what counts are places within them.
    const origin = ranges.length > 1 ? toSource(text, 0) : start;
    return [at, text.text, text.pieces.map((piece) => [piece.at, piece.source - origin])];
  });
  return {
    text: `${kind}${JSON.stringify(spelled)}`,
    tex: texts.map(({ text }) => text).join('\n'),
    ranges,
  };
}

// TeX to a syntax tree by KaTeX's parser: what renders, parses, with the same macros.
import type { Span } from '../core/text/span.js';
import { endToSource, toSource, type MappedText } from '../core/text/mapped.js';
import { convertNodes } from './convert.js';
import { NestingError, parseLocated } from './locatedParser.js';
import { MAXIMUM_LENGTH, MAXIMUM_NESTING, prepareTex, tooDeepAt } from './prepare.js';
import { WHOLE_MACROS } from './symbols.js';
import type { TexMacros, TexParse, TexProblem } from './tree.js';

/** Never throws. Where there is a problem the tree is empty. Spans are offsets in `tex`. */
export function parseTex(tex: string, macros: TexMacros): TexParse {
  return parsePlaced(tex, macros, (span) => span);
}

/** The same, with the spans of the source that the text was made from. */
export function parseMappedTex(mapped: MappedText, macros: TexMacros): TexParse {
  return parsePlaced(mapped.text, macros, ({ start, end }) => ({
    start: toSource(mapped, start),
    end: Math.max(toSource(mapped, start), endToSource(mapped, end)),
  }));
}

type Place = (span: Span) => Span;

function parsePlaced(tex: string, macros: TexMacros, place: Place): TexParse {
  const problem = refused(tex);
  if (problem !== null) return failed({ ...problem, span: place(problem.span) });
  try {
    const nodes = parseLocated(prepareTex(tex), { ...WHOLE_MACROS, ...macros });
    const placed = (span: Span): Span => place(trimmed(tex, span));
    return { tree: convertNodes(nodes, { start: 0, end: tex.length }, placed), problems: [] };
  } catch (error) {
    const found = describe(error, tex);
    return failed({ ...found, span: place(found.span) });
  }
}

/** KaTeX counts the space behind a command as part of it. */
function trimmed(tex: string, { start, end }: Span): Span {
  let last = end;
  while (last > start + 1 && /\s/.test(tex.charAt(last - 1))) last--;
  return { start, end: last };
}

/** What is not given to KaTeX at all. */
function refused(tex: string): TexProblem | null {
  if (tex.length > MAXIMUM_LENGTH)
    return problemAt('tex.too-long', String(MAXIMUM_LENGTH), 0, Math.min(tex.length, 1));
  const deep = tooDeepAt(tex);
  return deep < 0 ? null : problemAt('tex.too-deep', String(MAXIMUM_NESTING), deep, deep + 1);
}

function describe(error: unknown, tex: string): TexProblem {
  if (error instanceof NestingError)
    return problemAt('tex.too-deep', String(MAXIMUM_NESTING), error.position, error.position + 1);
  const { position, length, rawMessage } = error as {
    readonly position?: number;
    readonly length?: number;
    readonly rawMessage?: string;
  };
  const start = Math.min(position ?? 0, tex.length);
  const end = position === undefined ? tex.length : Math.min(start + (length ?? 1), tex.length);
  if (tex.charAt(start) === '&' && rawMessage?.startsWith("Expected 'EOF'") === true)
    return problemAt('tex.alignment', '', start, end);
  return problemAt('tex.syntax', rawMessage ?? String(error), start, end);
}

function failed(problem: TexProblem): TexParse {
  return { tree: [], problems: [problem] };
}

function problemAt(
  code: TexProblem['code'],
  detail: string,
  start: number,
  end: number,
): TexProblem {
  return { code, detail, span: { start, end } };
}

// TeX to a syntax tree by KaTeX's parser: what renders, parses, with the same macros.
import { convertNodes } from './convert.js';
import { NestingError, parseLocated } from './locatedParser.js';
import { MAXIMUM_LENGTH, MAXIMUM_NESTING, prepareTex, tooDeepAt } from './prepare.js';
import { WHOLE_MACROS } from './symbols.js';
import type { TexMacros, TexParse, TexProblem } from './tree.js';

/** Never throws. Where there is a problem the tree is empty. Spans are offsets in `tex`. */
export function parseTex(tex: string, macros: TexMacros): TexParse {
  if (tex.length > MAXIMUM_LENGTH)
    return failed('tex.too-long', String(MAXIMUM_LENGTH), 0, Math.min(tex.length, 1));
  const deep = tooDeepAt(tex);
  if (deep >= 0) return failed('tex.too-deep', String(MAXIMUM_NESTING), deep, deep + 1);
  try {
    const nodes = parseLocated(prepareTex(tex), { ...WHOLE_MACROS, ...macros });
    return { tree: convertNodes(nodes, { start: 0, end: tex.length }), problems: [] };
  } catch (error) {
    return describe(error, tex);
  }
}

function describe(error: unknown, tex: string): TexParse {
  if (error instanceof NestingError)
    return failed('tex.too-deep', String(MAXIMUM_NESTING), error.position, error.position + 1);
  const { position, length, rawMessage } = error as {
    readonly position?: number;
    readonly length?: number;
    readonly rawMessage?: string;
  };
  const start = Math.min(position ?? 0, tex.length);
  const end = position === undefined ? tex.length : Math.min(start + (length ?? 1), tex.length);
  return failed('tex.syntax', rawMessage ?? String(error), start, end);
}

function failed(code: TexProblem['code'], detail: string, start: number, end: number): TexParse {
  return { tree: [], problems: [{ code, detail, span: { start, end } }] };
}

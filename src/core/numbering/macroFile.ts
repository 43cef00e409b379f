// A file of LaTeX definitions, read for its macros alone: nothing of it runs, and a bad line costs that line.
import { lineStarts, positionAt, splitLines } from '../text/lines.js';
import { withoutComments } from '../text/texComments.js';
import { TexReader } from '../text/texReader.js';
import type { DefinitionFault } from './definitionReader.js';
import { MacroScope, type NumberingMacros } from './macros.js';
import { isDefinition, readTexDefinition } from './texDefinition.js';

export interface MacroFileReading {
  /** Those before the file, and those of the file. */
  readonly macros: NumberingMacros;
  readonly problems: readonly MacroProblem[];
}

export interface MacroProblem {
  readonly code: DefinitionFault;
  /** Zero-based. */
  readonly line: number;
  /** The command that defines, such as `\newcommand`. */
  readonly subject: string;
}

export function readMacroFile(text: string, before: NumberingMacros): MacroFileReading {
  const source = withoutComments(text);
  const reader = new TexReader(source);
  const scope = new MacroScope(before);
  const faults: { readonly at: number; readonly code: DefinitionFault; readonly name: string }[] =
    [];
  const end = preambleEnd(source);
  for (let at = source.indexOf('\\'); at >= 0 && at < end; at = source.indexOf('\\', at)) {
    reader.position = at;
    const name = reader.commandName();
    const fault = isDefinition(name) ? readTexDefinition(name, reader, scope) : null;
    if (fault !== null) {
      faults.push({ at, code: fault, name });
      reader.position = lineEnd(source, at);
    }
    at = reader.position;
  }
  const starts = faults.length === 0 ? null : lineStarts(splitLines(text));
  return {
    macros: scope.macros,
    problems: faults.map(({ at, code, name }) => ({
      code,
      line: starts === null ? 0 : positionAt(starts, at).line,
      subject: `\\${name}`,
    })),
  };
}

/** Of a whole article, what stands before its text. */
function preambleEnd(source: string): number {
  const found = /\\begin\s*\{document\}|\\endinput(?![a-zA-Z])/.exec(source);
  return found?.index ?? source.length;
}

function lineEnd(source: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(source)?.index ?? source.length;
}

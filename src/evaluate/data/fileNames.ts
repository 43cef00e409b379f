// The files that worksheets name. What stands between the parentheses is read raw: it is no TeX.
import { toSource, type MappedText } from '../../core/text/mapped.js';
import type { DataRequest } from './dataFile.js';

export interface FileName {
  /** The whole call, in the text. */
  readonly start: number;
  readonly end: number;
  /** `null` where it names no file, or more than a file and a key. */
  readonly request: DataRequest | null;
}

const CALL = /\\(?:operatorname|mathrm|text|textrm)\s*\{\s*file\s*\}\s*\(/g;
const ARGUMENT =
  /\s*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^,()\r\n]*(?:\([^,()\r\n]*\)[^,()\r\n]*)*))\s*([,)])/y;

export function fileNamesIn(text: string): readonly FileName[] {
  return [...text.matchAll(CALL)].flatMap(({ index, 0: call }) => {
    const read = argumentsAt(text, index + call.length);
    return read === null ? [] : [{ start: index, end: read.end, request: requestOf(read.words) }];
  });
}

/** With blanks for what is no TeX; every place stays where it is. */
export function withoutFileNames(mapped: MappedText): MappedText {
  const { text } = mapped;
  const names = fileNamesIn(text);
  if (names.length === 0) return mapped;
  let blanked = '';
  let done = 0;
  for (const { start, end } of names) {
    const open = text.indexOf('(', start) + 1;
    blanked += text.slice(done, open) + ' '.repeat(end - 1 - open);
    done = end - 1;
  }
  return { text: blanked + text.slice(done), pieces: mapped.pieces };
}

/** What is named at a place of the source. */
export function fileNameAt(mapped: MappedText, source: number): FileName | undefined {
  return fileNamesIn(mapped.text).find(({ start }) => toSource(mapped, start) === source);
}

/** What else a text says: the words of a file's name name nothing. */
export function textWithoutFiles(text: string): string {
  let rest = '';
  let done = 0;
  for (const { start, end } of fileNamesIn(text)) {
    rest += text.slice(done, start);
    done = end;
  }
  return rest + text.slice(done);
}

function argumentsAt(
  text: string,
  start: number,
): { readonly words: readonly string[]; readonly end: number } | null {
  const words: string[] = [];
  for (let at = start; ; at = ARGUMENT.lastIndex) {
    ARGUMENT.lastIndex = at;
    const found = ARGUMENT.exec(text);
    if (found === null) return null;
    const [, double, single, plain = '', end] = found;
    words.push(double ?? single ?? plain.replaceAll('\\%', '%').trim());
    if (end === ')') return { words, end: ARGUMENT.lastIndex };
  }
}

function requestOf([path = '', key, ...more]: readonly string[]): DataRequest | null {
  if (path === '' || key === '' || more.length > 0) return null;
  return { path, key: key ?? null };
}

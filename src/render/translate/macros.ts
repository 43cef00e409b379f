// What stands in the place of a use of a macro.
import type { Macro } from '../../core/numbering/macros.js';
import { hasMark, isLetter, type TexReader } from '../../core/text/texReader.js';

/** The text that replaces a use, its arguments read from the reader; `null` where it is too long, or no use of it. */
export function expandMacro(macro: Macro, reader: TexReader, maxLength: number): string | null {
  switch (macro.kind) {
    case 'alias':
      return `\\${macro.name}`;
    case 'macro':
      return substitute(macro.body, readArguments(reader, macro.count, macro.optional), maxLength);
    case 'template': {
      const values = templateArguments(macro.marks, reader);
      return values && substitute(macro.body, values, maxLength);
    }
    case 'delimiters': {
      const [left, right] = sizesOf(reader);
      const body = `${left}${macro.open} #1 ${right}${macro.close}`;
      return substitute(body, readArguments(reader, 1, null), maxLength);
    }
  }
}

/** The first is in brackets and may be missing, where `optional` stands for it. */
function readArguments(
  reader: TexReader,
  count: number,
  optional: string | null,
): readonly string[] {
  const values = count > 0 && optional !== null ? [reader.optional() ?? optional] : [];
  while (values.length < count) values.push(reader.argument() ?? '');
  return values;
}

/** `marks[n]` stands behind argument n; `null` where one of them is missing. */
function templateArguments(
  [first = '', ...marks]: readonly string[],
  reader: TexReader,
): readonly string[] | null {
  reader.skipSpaces();
  if (!hasMark(reader.source, first, reader.position)) return null;
  reader.position += first.length;
  const values: string[] = [];
  for (const mark of marks) {
    const value = mark === '' ? (reader.argument() ?? '') : reader.until(mark);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** Of paired delimiters the starred use grows with what it holds; a size makes both sides as large as it says. */
function sizesOf(reader: TexReader): readonly [string, string] {
  if (reader.star()) return ['\\left', '\\right'];
  const size = reader.optional()?.trim() ?? '';
  return size === '' ? ['', ''] : [`${size}l`, `${size}r`];
}

/** `#1` to `#9` in a body, where `##` is one `#`, and `\#` a character; a control word is kept apart from a letter that follows it. */
function substitute(body: string, values: readonly string[], maxLength: number): string | null {
  let text = '';
  let from = 0;
  for (const { 0: found, 1: number, index } of body.matchAll(/\\[^]|##|#([1-9])/g)) {
    if (found.startsWith('\\')) continue;
    text = join(text, body.slice(from, index));
    text = number === undefined ? `${text}#` : join(text, values[Number(number) - 1] ?? '');
    from = index + found.length;
    if (text.length > maxLength) return null;
  }
  text = join(text, body.slice(from));
  return text.length > maxLength ? null : text;
}

/** Two pieces of TeX one after the other, without making one control word of two. */
export function join(left: string, right: string): string {
  const touches = isLetter(right.charCodeAt(0)) && isLetter(left.charCodeAt(left.length - 1));
  return touches && /\\[a-zA-Z]+$/.test(left.slice(-64)) ? `${left} ${right}` : left + right;
}

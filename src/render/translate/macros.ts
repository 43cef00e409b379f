// Macros of a document: what `\newcommand` and its kin define, and how a use is replaced.
import type { Macro as NumberingMacro, NumberingMacros } from '../../core/numbering/macros.js';
import { isLetter, type TexReader } from '../../core/text/texReader.js';

export interface Macro {
  readonly parameters: number;
  /** What stands for the first parameter where a use has no `[…]`; `null`: it is not optional. */
  readonly optional: string | null;
  readonly body: string;
  /** The body of the starred use, where that differs. */
  readonly starred: string | null;
  /** The command itself, whatever macro has its name later: what `\let` made of it. */
  readonly alias?: string;
}

/** By name without the backslash; `begin NAME` and `end NAME` for environments. */
export type Macros = ReadonlyMap<string, Macro>;

export const noMacros: Macros = new Map();

/** Macros that a blog defines for all its posts; those with marks between parameters are left out. */
export function fromNumbering({ commands, environments }: NumberingMacros): Macros {
  const macros = new Map<string, Macro>();
  for (const [name, macro] of commands) {
    const own = commandOf(macro);
    if (own) macros.set(name, own);
  }
  for (const [name, { count, optional, begin, end }] of environments) {
    macros.set(`begin ${name}`, { parameters: count, optional, body: begin, starred: null });
    macros.set(`end ${name}`, { parameters: 0, optional: null, body: end, starred: null });
  }
  return macros;
}

function commandOf(macro: NumberingMacro): Macro | null {
  switch (macro.kind) {
    case 'macro':
      return { ...plain(macro.body), parameters: macro.count, optional: macro.optional };
    case 'delimiters':
      return pairedDelimiters(macro.open, macro.close);
    case 'alias':
      return aliasOf(macro.name);
    case 'template':
      return null;
  }
}

export function plain(body: string): Macro {
  return { parameters: 0, optional: null, body, starred: null };
}

export function aliasOf(name: string): Macro {
  return { ...plain(`\\${name}`), alias: name };
}

/** The starred use grows with what it holds. */
export function pairedDelimiters(open: string, close: string): Macro {
  const starred = `\\left${open} #1 \\right${close}`;
  return { parameters: 1, optional: null, body: `${open} #1 ${close}`, starred };
}

/** The body of a use with its arguments in place, read from the reader; `null` where it is too long. */
export function expandMacro(macro: Macro, reader: TexReader, maxLength: number): string | null {
  const body = macro.starred !== null && reader.star() ? macro.starred : macro.body;
  if (macro.parameters === 0) return body.length > maxLength ? null : body;
  const values: string[] = [];
  if (macro.optional !== null) values.push(reader.optional() ?? macro.optional);
  while (values.length < macro.parameters) values.push(reader.argument() ?? '');
  return substitute(body, values, maxLength);
}

/** `#1` to `#9` in a body; a control word is kept apart from a letter that follows it. */
function substitute(body: string, values: readonly string[], maxLength: number): string | null {
  const parts = body.split(/#([1-9])/);
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    text = join(text, values[Number(parts[at]) - 1] ?? '');
    text = join(text, parts[at + 1] ?? '');
    if (text.length > maxLength) return null;
  }
  return text;
}

/** Two pieces of TeX one after the other, without making one control word of two. */
export function join(left: string, right: string): string {
  const touches = isLetter(right.charCodeAt(0)) && isLetter(left.charCodeAt(left.length - 1));
  return touches && /\\[a-zA-Z]+$/.test(left.slice(-64)) ? `${left} ${right}` : left + right;
}

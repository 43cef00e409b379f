// `\unicode{x2014}`: a character by its number.
import type { Construct } from './construct.js';

export const unicode: Construct = {
  commands: ['unicode'],
  rewrite(_command, reader) {
    reader.optional();
    const number = /^\s*(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))\s*$/.exec(reader.argument() ?? '');
    if (!number) return null;
    const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
    return code > 0x1f && code <= 0x10ffff ? `\\text{${String.fromCodePoint(code)}}` : null;
  },
};

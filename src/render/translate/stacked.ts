// `\skew`, `\buildrel … \over`, `\overunderset`: old ways to set one thing above another.
import type { Construct } from './construct.js';

export const stacked: Construct = {
  commands: ['skew', 'buildrel', 'overunderset'],
  rewrite(command, reader, formula) {
    const read = (): string => formula.translate(reader.argument() ?? '');
    if (command === 'skew') {
      reader.argument();
      const accent = reader.argument() ?? '';
      return `${accent}{${read()}}`;
    }
    if (command === 'overunderset') return `\\overset{${read()}}{\\underset{${read()}}{${read()}}}`;
    const over = reader.source.indexOf('\\over', reader.position);
    if (over < 0) return null;
    const upper = formula.translate(reader.source.slice(reader.position, over));
    reader.position = over + '\\over'.length;
    return `\\overset{${upper}}{${read()}}`;
  },
};

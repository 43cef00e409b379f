// Environments that KaTeX does not know, or knows only at the top of a display.
import { wordTable } from '../../core/text/wordTable.js';
import type { Construct } from './construct.js';
import { expandOwn } from './ownEnvironments.js';
import type { TexReader } from '../../core/text/texReader.js';

/** What a display environment becomes inside another formula. */
const inner = wordTable<string>({
  align: 'aligned',
  flalign: 'aligned',
  eqnarray: 'aligned',
  split: 'split',
  gather: 'gathered',
  multline: 'gathered',
  multlined: 'gathered',
  alignat: 'alignedat',
  xalignat: 'alignedat',
  xxalignat: 'alignedat',
});

const withCount = new Set(['alignat', 'xalignat', 'xxalignat', 'alignedat']);

/** `\begin` and `\end` below the top of a display. The top itself is shaped by `shapeDisplay`. */
export const environments: Construct = {
  commands: ['begin', 'end'],
  rewrite(command, reader, formula) {
    const name = reader.argument()?.trim();
    if (name === undefined) return null;
    if (formula.scope.environment(name)) return expandOwn(command, name, reader, formula);
    const plain = name.replace(/\*$/, '');
    if (plain === 'equation' || plain === 'displaymath' || plain === 'math') return '';
    if (command === 'begin' && withCount.has(plain)) {
      return `\\begin{${inner[plain] ?? plain}}{${reader.argument() ?? ''}}`;
    }
    const begin = `\\${command}{${inner[plain] ?? name}}`;
    return command === 'begin' && plain === 'array' ? begin + columns(reader) : begin;
  },
};

/** KaTeX reads letters and lines; `@{…}`, `!{…}` and widths are only the look of a table. */
function columns(reader: TexReader): string {
  const position = reader.optional();
  const plain = (reader.argument() ?? '')
    .replace(/[@!]\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
    .replace(/[pmb]\s*\{[^{}]*\}/g, 'l');
  return `${position === null ? '' : `[${position}]`}{${plain}}`;
}

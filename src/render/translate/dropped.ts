// Commands that only tune MathJax or its layout: without them the formula says the same.
import { wordTable } from '../../core/text/wordTable.js';
import type { Construct } from './construct.js';

/** How many arguments go with the command, and whether its last one stays as content. */
const dropped = wordTable<{ readonly drop: number; readonly keep: boolean }>({
  require: { drop: 1, keep: false },
  uproot: { drop: 1, keep: false },
  leftroot: { drop: 1, keep: false },
  displaylimits: { drop: 0, keep: false },
  hfil: { drop: 0, keep: false },
  hfill: { drop: 0, keep: false },
  hfilll: { drop: 0, keep: false },
  allowdisplaybreaks: { drop: 0, keep: false },
  strut: { drop: 0, keep: false },
  null: { drop: 0, keep: false },
  mathstrut: { drop: 0, keep: false },
  style: { drop: 1, keep: true },
  class: { drop: 1, keep: true },
  cssId: { drop: 1, keep: true },
  href: { drop: 1, keep: true },
  shoveleft: { drop: 0, keep: true },
  shoveright: { drop: 0, keep: true },
  mmlToken: { drop: 1, keep: true },
  Tiny: { drop: 0, keep: false },
});

export const droppedCommands: Construct = {
  commands: [...Object.keys(dropped), 'bbox'],
  rewrite(command, reader, formula) {
    const { drop, keep } = dropped[command] ?? { drop: 0, keep: true };
    if (command === 'bbox' || command === 'mmlToken') reader.optional();
    for (let count = 0; count < drop; count++) reader.argument();
    return keep ? `{${formula.translate(reader.argument() ?? '')}}` : '';
  },
};

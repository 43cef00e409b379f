// Arguments that are no TeX, or text: a `%` in them begins no comment.
import type { Construct } from '../../render/translate/construct.js';
import { textStyles } from './textStretches.js';

const addresses = ['href', 'url', 'label', 'ref', 'eqref', 'tag'];

export const keptArguments: Construct = {
  commands: [...addresses, ...textStyles],
  rewrite(command, reader, formula) {
    const star = command === 'tag' && reader.star() ? '*' : '';
    const argument = reader.argument();
    if (argument === null) return null;
    // Macros may stand in text.
    const isPlain = !argument.includes('\\') || command === 'href' || command === 'url';
    return `\\${command}${star}{${isPlain ? argument : formula.translate(argument)}}`;
  },
};

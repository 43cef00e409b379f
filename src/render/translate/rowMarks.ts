// `\label`, `\tag`, `\notag`, `\nonumber`: they number rows, which the model of the post does.
import type { Construct } from './construct.js';

export const rowMarks: Construct = {
  commands: ['label', 'tag', 'notag', 'nonumber'],
  rewrite(command, reader) {
    if (command === 'tag') reader.star();
    if (command === 'tag' || command === 'label') reader.argument();
    return '';
  },
};

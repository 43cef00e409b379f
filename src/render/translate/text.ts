// Text inside a formula: KaTeX refuses a bare `_`, `^`, `&` or `#` there,
// and takes `%` for a comment; MathJax shows them.
import type { Construct } from './construct.js';

export const text: Construct = {
  commands: [
    'text',
    'textrm',
    'textbf',
    'textit',
    'textsf',
    'texttt',
    'textnormal',
    'mbox',
    'hbox',
  ],
  rewrite(command, reader, formula) {
    const content = reader.argument();
    if (content === null) return null;
    const name = command === 'mbox' ? 'text' : command;
    return `\\${name}{${formula.translateText(content)}}`;
  },
};

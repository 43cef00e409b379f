// Commands that KaTeX knows by another name, or that show nothing.
import { wordTable } from '../../core/text/wordTable.js';
import type { Construct } from './construct.js';

const renamed = wordTable<string>({
  '*': '',
  bold: '\\mathbf',
  mit: '\\mathnormal',
  newline: '\\\\',
  idotsint: '\\int\\dotsi\\int',
});

export const renamedCommands: Construct = {
  commands: Object.keys(renamed),
  rewrite: (command) => renamed[command] ?? null,
};

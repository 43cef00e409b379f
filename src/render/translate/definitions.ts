// `\newcommand`, `\def`, `\let`, `\DeclareMathOperator`, …: they define, and show nothing.
import { readTexDefinition } from '../../core/numbering/texDefinition.js';
import type { Construct } from './construct.js';

export const definitions: Construct = {
  commands: [
    ...['newcommand', 'renewcommand', 'providecommand', 'def', 'gdef', 'edef', 'xdef', 'let'],
    ...['DeclareMathOperator', 'DeclarePairedDelimiter', 'newenvironment', 'renewenvironment'],
  ],
  // One that is not well made is left to KaTeX, which says what is wrong.
  rewrite: (command, reader, { scope }) =>
    readTexDefinition(command, reader, scope) === null ? '' : null,
};

/** Whether a formula may define something: a cheap test before the true one. */
export function mayDefine(tex: string): boolean {
  return /\\(?:(?:re)?new|provide|Declare|[gex]?def|let)/.test(tex);
}

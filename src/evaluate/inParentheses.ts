// One argument in parentheses that were not written.
import type { GroupSyntax, Syntax } from './syntax.js';

export function inParentheses(argument: Syntax): GroupSyntax {
  const { span } = argument;
  return { kind: 'group', open: '(', close: ')', items: [argument], bar: null, span };
}

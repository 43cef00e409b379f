// What the symbols of a formula stood for, one short line each.
import { arrayText, formatNumber, formatValue } from '../format.js';
import type { Expression } from '../expression.js';
import { showName } from '../read/names.js';
import { attempt } from '../refusal.js';
import { findMeaning, type Context, type Meaning } from '../resolve/context.js';
import type { Name, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import type { PostScope } from './scope.js';

/** In the order in which they stand in the formula, then the ranges that its sums run over. */
export function readingOf(
  syntaxes: readonly Syntax[],
  context: Context,
  scope: PostScope,
): readonly string[] {
  const lines = new Map<string, string>();
  for (const syntax of syntaxes) {
    visitSyntax(syntax, (node) => {
      const name = nameOf(node, scope);
      if (name === null || lines.has(name.key)) return;
      const line = lineOf(name, context, scope);
      if (line !== null) lines.set(name.key, line);
    });
  }
  return [...new Set([...lines.values(), ...context.shared.ranges.values()])];
}

function nameOf(node: Syntax, scope: PostScope): Name | null {
  if (node.kind === 'name') return node.name;
  return node.kind === 'indexed' && node.full !== null && scope.has(node.full.key)
    ? node.full
    : null;
}

/** What the formula binds itself has no meaning around it. */
function lineOf(name: Name, context: Context, scope: PostScope): string | null {
  const found = attempt(() => findMeaning(context, name), NOWHERE);
  if (!found.ok || found.value === null) return null;
  const value = valueText(found.value);
  return value === null ? scope.sourceOf(name, context.position) : `${showName(name)} = ${value}`;
}

const NOWHERE = { start: 0, end: 0 };

function valueText(meaning: Meaning): string | null {
  if (meaning.kind === 'set')
    return `\\{${formatValue([...meaning.elements.values]).slice(1, -1)}\\}`;
  return meaning.kind === 'value' ? expressionText(meaning.expression) : null;
}

function expressionText(expression: Expression): string | null {
  if (expression.kind === 'constant') return formatNumber(expression.value);
  if (expression.kind !== 'input') return null;
  const { data, shape } = expression;
  return arrayText(shape, (at) => formatNumber(data[at] ?? 0));
}

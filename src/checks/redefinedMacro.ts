// macro.redefined: a macro that an earlier definition, of the post or of its blog, gives another meaning.
import type { Formula } from '../core/markdown/block.js';
import {
  MacroScope,
  noMacros,
  type Macro,
  type NumberingMacros,
} from '../core/numbering/macros.js';
import { mayDefineMacros } from '../core/numbering/parseDisplay.js';
import { isDefinition, readTexDefinition } from '../core/numbering/texDefinition.js';
import { spanToSource } from '../core/text/mapped.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { withoutComments } from '../core/text/texComments.js';
import { TexReader } from '../core/text/texReader.js';
import { message } from './messages.js';
import type { Finding, PostRule } from './rule.js';

export const redefinedMacro: PostRule = {
  sees: 'post',
  code: 'macro.redefined',
  severity: 'info',
  check({ post }) {
    const definitions = post.blocks.blocks.flatMap(({ formulas }, at) =>
      formulas
        .filter(({ tex }) => mayDefineMacros(tex.text))
        .flatMap((formula) => definitionsIn(formula, post.blocks.starts[at] ?? 0)),
    );
    return redefinitions(definitions, post.math[0]?.macrosBefore ?? noMacros);
  },
};

/** The others say themselves that they replace what was there, or do not replace it. */
const supposeNew: ReadonlySet<string> = new Set(['newcommand', 'DeclareMathOperator']);

interface Definition {
  readonly command: string;
  readonly name: string;
  readonly macro: Macro;
  /** Of the whole definition, in the post. */
  readonly span: Span;
}

/** Each with its place; `offset` is where the block begins. */
function definitionsIn({ tex }: Formula, offset: number): readonly Definition[] {
  const definitions: Definition[] = [];
  const source = withoutComments(tex.text);
  const reader = new TexReader(source);
  for (
    let start = source.indexOf('\\');
    start >= 0;
    start = source.indexOf('\\', reader.position)
  ) {
    reader.position = start;
    const command = reader.commandName();
    if (!isDefinition(command)) continue;
    const scope = new MacroScope(noMacros);
    if (readTexDefinition(command, reader, scope) !== null) continue;
    const end = reader.position;
    for (const [name, macro] of scope.macros.commands) {
      const span = shiftSpan(spanToSource(tex, { start, end }), offset);
      definitions.push({ command, name, macro, span });
    }
  }
  return definitions;
}

function redefinitions(
  definitions: readonly Definition[],
  { commands: before }: NumberingMacros,
): readonly Finding[] {
  const inForce = new Map<string, Definition>();
  const findings: Finding[] = [];
  for (const definition of definitions) {
    const { command, name, macro, span } = definition;
    const earlier = inForce.get(name);
    const meaning = earlier?.macro ?? before.get(name);
    if (meaning && command.startsWith('provide')) continue;
    inForce.set(name, definition);
    if (!meaning || !supposeNew.has(command) || sameMeaning(meaning, macro)) continue;
    const data = { subject: `\\${name}` };
    findings.push({
      span,
      message: message(earlier ? 'macro.redefined' : 'macro.redefined.blog', data),
      related: earlier
        ? [{ span: earlier.span, message: message('macro.redefined.first', data) }]
        : [],
    });
  }
  return findings;
}

function sameMeaning(left: Macro, right: Macro): boolean {
  return withoutSpaces(left) === withoutSpaces(right);
}

/** Those between letters part words. */
function withoutSpaces(macro: Macro): string {
  return JSON.stringify(macro).replace(/\s+(?![a-zA-Z])|(?<![a-zA-Z\s])\s+/g, '');
}

// Behind a backslash: references, and in formulas the macros that hold there and what the site's engine knows.
import { blockAtOffset } from '../../core/markdown/blockList.js';
import { definitionOf } from '../../core/numbering/macroUse.js';
import { bodyOf, noMacros, type Macro } from '../../core/numbering/macros.js';
import type { Snapshot } from '../../core/post/facts.js';
import { hasReferences } from '../../core/site/site.js';
import { commonCommands } from './commonCommands.js';
import type { CompletionItem, CompletionKind, Insertion } from './item.js';
import { knownCommands } from './knownCommands.js';
import { standsInFormula } from './typedFormula.js';
import { usedCommands } from './usedCommands.js';

export const commands: CompletionKind = {
  triggers: ['\\'],
  complete({ context: { post }, offset, before, after }) {
    // Two backslashes end a row.
    const typed = /(?<!\\)(?:\\\\)*\\([a-zA-Z]*)$/.exec(before)?.[1];
    if (typed === undefined) return null;
    const [rest = ''] = /^[a-zA-Z]*/.exec(after) ?? [];
    const isFormula = standsInFormula(post, offset - typed.length - 1);
    const hasArgument = after.charAt(rest.length) === '{';
    const items = [
      ...references(post),
      ...(isFormula ? commandsAt(post, blockAtOffset(post.blocks, offset)) : []),
    ]
      .filter(({ text }) => startsAlike(text, typed))
      .map((item) => (hasArgument ? withoutArguments(item) : item));
    const column = before.length;
    return items.length === 0
      ? null
      : { start: column - typed.length - 1, end: column + rest.length, items };
  },
};

function startsAlike(command: string, typed: string): boolean {
  return command.slice(1, typed.length + 1).toLowerCase() === typed.toLowerCase();
}

/** It goes on with what stands there. */
function withoutArguments(item: CompletionItem): CompletionItem {
  return { ...item, written: { text: item.text } };
}

/** Where there is something to refer to. */
function references({ facts, site }: Snapshot): readonly CompletionItem[] {
  if (facts.labels.length === 0 || !hasReferences(site.math)) return [];
  return ['\\eqref', '\\ref'].map((text) => ({
    kind: 'reference',
    text,
    filter: text,
    written: opened(text),
  }));
}

/** The most used first, then macros, then what is in common use, then all others. */
function commandsAt(post: Snapshot, block: number): readonly CompletionItem[] {
  const macros = macrosAt(post, block);
  const own = new Set([...macros.map(({ text }) => text), '\\eqref', '\\ref']);
  const known = knownCommands(post.site.math)
    .map(({ name, arguments: count }) => commandItem(name, count, block))
    .filter(({ text }) => !own.has(text));
  const used = usedCommands(post);
  const uses = ({ text }: CompletionItem): number => used.get(text.slice(1)) ?? 0;
  const isCommon = ({ text }: CompletionItem): boolean => commonCommands.has(text.slice(1));
  const others = [...known.filter(isCommon), ...known.filter((item) => !isCommon(item))];
  return [...macros, ...others].sort((left, right) => uses(right) - uses(left));
}

function commandItem(name: string, count: number, block: number): CompletionItem {
  const text = `\\${name}`;
  const written = opens.has(name) ? opened(text) : withArguments(text, count);
  const subject = {
    kind: 'command',
    tex: text + sampleArguments(count),
    definition: null,
    block,
  } as const;
  return { kind: 'command', text, filter: text, written, subject };
}

/** Their arguments are completed too. */
const opens: ReadonlySet<string> = new Set(['begin', 'end', 'label']);

function opened(text: string): Insertion {
  return { text: `${text}{`, goesOn: true };
}

function macrosAt(post: Snapshot, block: number): readonly CompletionItem[] {
  const { commands: macros } = post.math[block]?.macrosBehind ?? noMacros;
  return [...macros]
    .filter(([name]) => /^[a-zA-Z]+$/.test(name))
    .map(([name, macro]) => macroItem(post, name, macro, block));
}

function macroItem(post: Snapshot, name: string, macro: Macro, block: number): CompletionItem {
  const text = `\\${name}`;
  const count = countArguments(post, macro);
  return {
    kind: 'macro',
    text,
    filter: text,
    tex: bodyOf(macro) ?? (macro.kind === 'alias' ? `\\${macro.name}` : ''),
    written: withArguments(text, count),
    subject: {
      kind: 'command',
      tex: text + sampleArguments(count),
      definition: definitionOf(name, macro),
      block,
    },
  };
}

/** Those that must be given; marks between them are not ours to write. */
function countArguments({ site }: Snapshot, macro: Macro): number {
  switch (macro.kind) {
    case 'macro':
      return macro.count - (macro.optional === null ? 0 : 1);
    case 'template':
      return macro.marks.every((mark) => mark === '') ? macro.marks.length - 1 : 0;
    case 'delimiters':
      return 1;
    case 'alias':
      return knownCommands(site.math).find(({ name }) => name === macro.name)?.arguments ?? 0;
  }
}

function withArguments(text: string, count: number): Insertion {
  if (count === 0) return { text };
  const places = Array.from({ length: count }, (_, at) => `{$${at + 1}}`);
  return { text: `\\${text}${places.join('')}`, isSnippet: true };
}

function sampleArguments(count: number): string {
  return Array.from({ length: count }, (_, at) => `{${String.fromCharCode(97 + at)}}`).join('');
}

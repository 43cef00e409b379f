// The prose of a block: marks of generators go or are listed, and so is what another place may read otherwise.
import type { Block } from '../../core/markdown/block.js';
import type { Span } from '../../core/text/span.js';
import { blanked } from './blanked.js';
import { inDollars } from './dollars.js';
import type { PublishedPart, PublishProblem, PublishTarget } from './target.js';

/** They say only that nothing is to be done. */
const rawTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const templateTag = /\{%[^%\n]*%\}|\{\{[<%][^\n]*?[>%]\}\}|^[ \t]*\{:[^}\n]*\}[ \t]*$/gm;
const dollar = /(?<![\\$])\$(?!\$)/g;

/** `text` is that of the block, without what is dropped of it. */
export function publishProse(
  block: Block,
  text: string,
  target: PublishTarget,
): readonly PublishedPart[] {
  const { kind, latexReferences, unclosed } = block;
  if (kind === 'code' || kind === 'frontMatter' || kind === 'blank') return [];
  const prose = proseOf(block, text);
  const raw = spansOf(prose, rawTag);
  const untagged = blanked(prose, raw);
  const dollars = target.writeFormula === inDollars ? spansOf(prose, dollar).slice(0, 1) : [];
  return [
    ...raw.map((span): PublishedPart => ({ change: { span, text: '' }, problem: null })),
    ...spansOf(untagged, templateTag).map((span) =>
      problem('template', untagged.slice(span.start, span.end).trim(), span),
    ),
    ...latexReferences.map(({ command, keys, span }) =>
      problem('source', `\\${command.replace(/^\\/, '')}{${keys}}`, span),
    ),
    ...unclosed.map(({ subject, span }) => problem('unclosed', subject, span)),
    ...dollars.map((span) => problem('dollar', '', span)),
    ...(kind === 'html' && !target.keepsHtml ? htmlProblem(block, untagged) : []),
  ];
}

/** Formulas and code are blanks. */
function proseOf({ formulas, fences }: Block, text: string): string {
  const others = [...formulas, ...fences].map(({ span }) => span);
  return blanked(text, others).replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, (code) =>
    ' '.repeat(code.length),
  );
}

function htmlProblem({ text }: Block, prose: string): readonly PublishedPart[] {
  if (prose.trim() === '') return [];
  const firstLine = text.trim().split('\n', 1).join('');
  return [problem('html', firstLine, { start: 0, end: text.trimEnd().length })];
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function problem(code: PublishProblem['code'], subject: string, span: Span): PublishedPart {
  return { change: null, problem: { code, subject, span } };
}

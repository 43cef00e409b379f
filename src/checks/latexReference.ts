// reference.unsupported-command: \cref, \autoref and the like, which MathJax lacks.
import type { LatexReference } from '../core/markdown/block.js';
import { readsProse } from '../core/site/engines.js';
import { hasReferences } from '../core/site/site.js';
import { shiftSpan } from '../core/text/span.js';
import { message } from './messages.js';
import { replacement } from './replacement.js';
import { listedLabels, numberedLabels, referencesTo } from './labelLists.js';
import type { Finding, PostRule } from './rule.js';

export const latexReference: PostRule = {
  sees: 'post',
  code: 'reference.unsupported-command',
  severity: 'warning',
  check({ post }) {
    const { facts, site, blocks, math } = post;
    // To amsmath they are known.
    if (facts.labels.length === 0 || site.math === 'amsmath') return [];
    if (!hasReferences(site.math)) return [];
    const labels = new Set(facts.labels.map(({ key }) => key));
    const numbered = numberedLabels(facts);
    const macros = math.at(-1)?.macrosBehind.commands;
    const inDollars = !readsProse(site);
    return blocks.blocks.flatMap(({ latexReferences }, index) =>
      latexReferences
        .filter(({ command }) => macros?.has(command) !== true)
        .flatMap((reference) =>
          findingOf(reference, blocks.starts[index] ?? 0, { labels, numbered, inDollars }),
        ),
    );
  },
};

function findingOf(
  { command, keys, span }: LatexReference,
  offset: number,
  {
    labels,
    numbered,
    inDollars,
  }: {
    readonly labels: ReadonlySet<string>;
    readonly numbered: ReadonlySet<string>;
    readonly inDollars: boolean;
  },
): readonly Finding[] {
  // What names no equation of the post may be a section's, or an example of LaTeX.
  const listed = labels.has(keys) ? [keys] : listedLabels(keys, labels);
  if (listed === null) return [];
  const place = shiftSpan(span, offset);
  const data = { command: `\\${command}`, text: referencesTo(listed, inDollars ? '$' : '') };
  const finding = { span: place, message: message('reference.unsupported-command', data) };
  const fix = replacement(`${data.command}{${keys}}`, place, data.text);
  return [
    namesNumber(command) && listed.every((label) => numbered.has(label))
      ? { ...finding, fix }
      : finding,
  ];
}

/** The others show a page, a title, or words of the writer. */
function namesNumber(command: string): boolean {
  return /^(?:[cC]ref|autoref|vref)$/.test(command);
}

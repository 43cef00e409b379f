// tex.unsupported: what the site's math engine lacks, where it is known which engine that is.
import type { Formula } from '../core/markdown/block.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { parseDisplay } from '../core/numbering/parseDisplay.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Site } from '../core/site/site.js';
import { spanToSource } from '../core/text/mapped.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import { withoutComments } from '../core/text/texComments.js';
import { isKnownToKatex } from '../tex/knownCommands.js';
import { message, type Message } from './messages.js';
import type { Finding, PostRule } from './rule.js';
import { standardCommands } from './standardCommands.js';

export const unsupportedTex: PostRule = {
  sees: 'post',
  code: 'tex.unsupported',
  severity: 'warning',
  check({ post, assumed }) {
    if (assumed.math) return [];
    const macros = post.math.at(-1)?.macrosBehind ?? noMacros;
    const spokenOf = displaysInError(post);
    return post.blocks.blocks.flatMap(({ formulas }, at) =>
      formulas
        .filter((_, index) => !spokenOf.has(`${at}:${index}`))
        .flatMap((formula) => unsupportedIn(formula, post.site, macros))
        .map(({ span, ...finding }) => ({
          ...finding,
          span: shiftSpan(span, post.blocks.starts[at] ?? 0),
        })),
    );
  },
};

/** display.error speaks of these, of labels under KaTeX among others. */
function displaysInError({ facts }: Snapshot): ReadonlySet<string> {
  const inError = facts.displays.filter(({ error }) => error !== null);
  return new Set(inError.map(({ block, formula }) => `${block}:${formula}`));
}

/** Spans count from the start of the block. */
function unsupportedIn(formula: Formula, site: Site, macros: NumberingMacros): readonly Finding[] {
  const { tex } = formula;
  if (!tex.text.includes('\\')) return [];
  const environment = formula.display ? null : unknownEnvironment(formula, site, macros);
  const commands = site.math === 'katex' ? unknownCommands(tex.text, macros) : [];
  return [...(environment ? [environment] : []), ...commands].map(({ span, message }) => ({
    span: spanToSource(tex, span),
    message,
  }));
}

interface Lack {
  /** In the TeX. */
  readonly span: Span;
  readonly message: Message;
}

function unknownEnvironment(
  { tex, delimiter }: Formula,
  { math, tags }: Site,
  macros: NumberingMacros,
): Lack | null {
  if (!tex.text.includes('\\begin')) return null;
  const { error } = parseDisplay(tex.text, delimiter, math, macros, tags);
  if (error?.code !== 'unknown-environment') return null;
  const { subject, span } = error;
  return { span, message: message('tex.unsupported.environment', { subject }) };
}

/** What only this post would call so may be a macro of the site. */
function unknownCommands(tex: string, macros: NumberingMacros): readonly Lack[] {
  return [...withoutComments(tex).matchAll(/\\(?:([a-zA-Z]+)|[^])/g)].flatMap(
    ({ 0: subject, 1: name = '', index }) => {
      const instead = standardCommands.get(name);
      if (instead === undefined || macros.commands.has(name) || isKnownToKatex(name)) return [];
      return {
        span: { start: index, end: index + subject.length },
        message:
          instead === null
            ? message('tex.unsupported.command', { subject })
            : message('tex.unsupported.instead', { subject, instead }),
      };
    },
  );
}

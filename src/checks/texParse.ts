// tex.parse: a formula that no TeX engine accepts.
import type { Formula } from '../core/markdown/block.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { isInPlace, scanTex, type TexFault } from '../core/numbering/texScan.js';
import type { Snapshot } from '../core/post/facts.js';
import { spanToSource, type MappedText } from '../core/text/mapped.js';
import { shiftSpan } from '../core/text/span.js';
import { isBrokenByMarkdown } from './engine/brokenByMarkdown.js';
import { otherReadings } from './readings.js';
import { message } from './messages.js';
import type { Finding, PostContext, PostRule } from './rule.js';

export const texParse: PostRule = {
  sees: 'post',
  code: 'tex.parse',
  severity: 'error',
  check(context) {
    const { post } = context;
    const spokenOf = formulasInError(post);
    const findings: Finding[] = [];
    for (const [at, block] of post.blocks.blocks.entries()) {
      const macros = post.math[at]?.macrosBefore ?? noMacros;
      for (const [index, formula] of block.formulas.entries()) {
        if (spokenOf.size > 0 && spokenOf.has(`${at}:${index}`)) continue;
        const found = texFinding(formula, macros, context, post.blocks.starts[at] ?? 0);
        if (!found || isBrokenByMarkdown(formula, block.text, macros, context)) continue;
        findings.push(found);
      }
    }
    return findings;
  },
};

/** A display in error has a finding of its own, of which this would be an echo. */
function formulasInError({ facts }: Snapshot): ReadonlySet<string> {
  return new Set(
    facts.displays
      .filter(({ error }) => error !== null && !isInPlace(error.code))
      .map(({ block, formula }) => `${block}:${formula}`),
  );
}

/** What no engine accepts in one formula; `offset` is where its block begins. */
export function texFinding(
  formula: Formula,
  macros: NumberingMacros,
  { post, assumed }: Pick<PostContext, 'post' | 'assumed'>,
  offset: number,
): Finding | null {
  // Where the Markdown engine is not known, dollars on two lines may be no formula at all.
  if (assumed.markdown && formula.delimiter === '$' && formula.tex.text.includes('\n')) return null;
  const isMacro = (name: string): boolean => macros.commands.has(name);
  const fault = scanTex(formula.tex.text, isMacro);
  if (!fault) return null;
  const isFaultElsewhere = otherReadings(formula, post.site, assumed).every(
    ({ tex }) => scanTex(tex.text, isMacro) !== null,
  );
  return isFaultElsewhere ? finding(fault, formula.tex, offset) : null;
}

function finding({ code, subject, span }: TexFault, tex: MappedText, offset: number): Finding {
  return {
    span: shiftSpan(spanToSource(tex, span), offset),
    message: message(`tex.${code}`, { subject }),
  };
}

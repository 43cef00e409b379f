// Where nobody said which engines a site has, an error counts only if it is one in each of the likely ones.
import type { Formula } from '../core/markdown/block.js';
import { decode } from '../core/site/decode.js';
import type { MarkdownEngine, MathEngine, Site, SiteReading } from '../core/site/site.js';
import type { MappedText } from '../core/text/mapped.js';

/** Which parts of a site are taken for granted and were read nowhere. */
export interface AssumedParts {
  readonly markdown: boolean;
  readonly math: boolean;
  readonly tags: boolean;
}

export interface FormulaReading {
  readonly tex: MappedText;
  readonly math: MathEngine;
}

export function assumedParts({ from }: SiteReading): AssumedParts {
  return {
    markdown: from.markdown === null,
    math: from.math === null,
    tags: from.tags === null,
  };
}

/** Only then is it certain how readers see the equations numbered. */
export function isKnown({ markdown, math, tags }: AssumedParts): boolean {
  return !markdown && !math && !tags;
}

const likelyMarkdown: readonly MarkdownEngine[] = ['kramdown', 'commonmark'];
const likelyMath: readonly MathEngine[] = ['mathjax4', 'mathjax3'];

/** How other sites than the assumed one might read a formula; none where the site is known. */
export function otherReadings(
  { tex, delimiter }: Formula,
  site: Site,
  assumed: AssumedParts,
): readonly FormulaReading[] {
  const texts = assumed.markdown
    ? likelyMarkdown.map((markdown) =>
        decode(
          tex,
          { ...site, markdown },
          markdown === 'kramdown' && delimiter === '$$' ? 'protected' : 'text',
        ),
      )
    : [];
  const engines = assumed.math ? likelyMath : [site.math];
  return [tex, ...texts].flatMap((text) =>
    engines
      .filter((math) => text !== tex || math !== site.math)
      .map((math) => ({ tex: text, math })),
  );
}

// All that the text of one paragraph, heading or cell holds; offsets count in that text.
import type { FoundFormula } from './formula.js';
import { InlineTokens, type InlineToken, type LinkToken } from './inlineTokens.js';
import { tableStart } from './dashTable.js';
import { protectedFormulas } from './protectedMath.js';
import { scanVisible, type InlineFormula, type InlineReference } from './visibleMath.js';
import { visibleTexts } from './visibleText.js';
import { identityText } from '../text/mapped.js';
import type { EngineRules } from '../site/engine.js';
import type { Block } from './block.js';
import { inParagraph, type TextPlace } from './textPlace.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface InlineScan {
  readonly formulas: readonly InlineFormula[];
  readonly references: readonly InlineReference[];
  /** Every construct in order; what a link's label holds follows the link. */
  readonly tokens: readonly InlineToken[];
}

const none: readonly never[] = [];
const noScan: InlineScan = { formulas: none, references: none, tokens: none };

/** The characters that can begin a construct. */
const rawMarks = /[\\$`<[!]/g;
const decodedMarks = /[\\$`<[!*_~&]/g;
const cellMarks = /[\\$`<[!*_~&|\n]/g;

/** A pattern finds the next one sooner than a loop, and its `test` makes nothing. */
function nextMark(text: string, from: number, marks: RegExp): number {
  marks.lastIndex = from;
  return marks.test(text) ? marks.lastIndex - 1 : text.length;
}

export function scanInline(
  text: string,
  rules: EngineRules,
  place: TextPlace = inParagraph,
): InlineScan {
  const tokens = findTokens(text, rules, place);
  if (rules.readsOnlyProtected)
    return { formulas: protectedFormulas(text, tokens, place), references: none, tokens };
  if (rules.protects !== 'all') {
    return { ...scanVisibleTexts(text, tokens, rules, place), tokens };
  }
  if (tokens.length === 0) return noScan;
  const formulas: InlineFormula[] = [];
  const references: InlineReference[] = [];
  for (const token of tokens) {
    if (token.kind === 'formula') formulas.push(sourceFormula(text, token.formula));
    else if (token.kind === 'reference') references.push(sourceReference(text, token));
  }
  return { formulas, references, tokens };
}

/** What MathJax finds in what an engine that knows no math leaves of a text. */
export function scanVisibleTexts(
  text: string,
  tokens: readonly InlineToken[],
  rules: EngineRules,
  place: TextPlace = inParagraph,
): Pick<InlineScan, 'formulas' | 'references'> {
  const formulas: InlineFormula[] = [];
  const references: InlineReference[] = [];
  if (mayHoldMath(text)) {
    for (const visible of visibleTexts(text, tokens, rules, place)) {
      scanVisible(text, visible, formulas, references);
    }
  }
  return { formulas, references };
}

/** What MathJax finds in a text node. */
export function mathInText(text: string): Pick<Block, 'formulas' | 'references'> {
  const formulas: InlineFormula[] = [];
  const references: InlineReference[] = [];
  if (mayHoldMath(text)) scanVisible(text, identityText(text, 0), formulas, references);
  return {
    formulas: formulas.map(({ start, end, ...rest }) => ({ span: { start, end }, ...rest })),
    references: references.map(({ command, key, start, end, keyStart, keyEnd }) => ({
      command,
      key,
      span: { start, end },
      keySpan: { start: keyStart, end: keyEnd },
    })),
  };
}

function findTokens(text: string, rules: EngineRules, { kind }: TextPlace): readonly InlineToken[] {
  const cells = tableStart(text, rules, kind);
  const textMarks = cells < text.length ? cellMarks : decodedMarks;
  const marks = rules.protects === 'all' ? rawMarks : textMarks;
  if (nextMark(text, 0, marks) === text.length) return none;
  const finder = new InlineTokens(text, rules, cells);
  const tokens: InlineToken[] = [];
  const links: (Extent & LinkToken)[] = [];
  let at = 0;
  for (;;) {
    const next = nextMark(text, at, marks);
    const link = links[links.length - 1];
    if (link !== undefined && link.labelEnd <= next) {
      at = link.end;
      links.pop();
      continue;
    }
    if (next >= text.length) return tokens;
    const token = finder.tokenAt(next);
    at = token?.end ?? next + 1;
    if (token === null || token.kind === 'text') continue;
    tokens.push(token);
    if (token.kind === 'link') {
      links.push(token);
      at = token.labelStart;
    }
  }
}

function mayHoldMath(text: string): boolean {
  return text.includes('$') || text.includes('\\') || text.includes('&');
}

function sourceFormula(text: string, formula: FoundFormula): InlineFormula {
  const { start, end, texStart, texEnd, delimiter, display } = formula;
  return {
    start,
    end,
    delimiter,
    display,
    tex: identityText(text.slice(texStart, texEnd), texStart),
  };
}

function sourceReference(
  text: string,
  token: InlineToken & { kind: 'reference' },
): InlineReference {
  const { start, end, command, key } = token;
  return {
    start,
    end,
    command,
    key: text.slice(key.start, key.end),
    keyStart: key.start,
    keyEnd: key.end,
  };
}

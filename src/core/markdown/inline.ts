// All that the text of one paragraph, heading or cell holds; offsets count in that text.
import type { FoundFormula } from './formula.js';
import { tableEnds, tableStart } from './dashTable.js';
import { headTable } from './headTable.js';
import type { InlineScan } from './inlineScan.js';
import type { InlineToken, LinkToken } from './inlineToken.js';
import { InlineTokens } from './inlineTokens.js';
import { isMuchWork, MarkedTokens } from './markedTokens.js';
import { scanPython } from './python/inline.js';
import { shiftedScan } from './shiftedScan.js';
import { TurnTokens } from './turnTokens.js';
import { scanVisible, type InlineFormula, type InlineReference } from './visibleMath.js';
import { visibleTexts } from './visibleText.js';
import { identityText } from '../text/mapped.js';
import type { EngineRules } from '../site/engine.js';
import type { Block } from './block.js';
import { inParagraph, inWholeCell, type TextPlace } from './textPlace.js';

interface Extent {
  readonly start: number;
  readonly end: number;
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
  if (rules.constructs === 'python') return scanPython(text, rules, place);
  const parts = partsOf(text, rules, place);
  return parts.length === 0 ? scanText(text, rules, place) : scanParts(text, rules, parts);
}

interface Part extends Extent {
  readonly place: TextPlace;
}

/** The cells of tables in a text, and what is around them; none where it holds no table. */
function partsOf(text: string, rules: EngineRules, place: TextPlace): readonly Part[] {
  if (place.kind !== 'paragraph' && place.kind !== 'item') return none;
  const ends = tableEnds(text, rules);
  if (ends.length > 0)
    return [0, ...ends].map((start, at) => ({ place, start, end: ends[at] ?? text.length }));
  const table = rules.tables.others === 'cells' ? headTable(text, rules.tables) : null;
  return table === null
    ? none
    : [
        { place, start: 0, end: Math.max(0, table.start - 1) },
        ...table.cells.map((cell) => ({ place: { ...place, ...inWholeCell }, ...cell })),
      ];
}

function scanParts(text: string, rules: EngineRules, parts: readonly Part[]): InlineScan {
  const scans = parts.map(({ place, start, end }) =>
    shiftedScan(scanText(text.slice(start, end), rules, place), start),
  );
  return {
    formulas: scans.flatMap(({ formulas }) => formulas),
    references: scans.flatMap(({ references }) => references),
    tokens: scans.flatMap(({ tokens }) => tokens),
  };
}

function scanText(text: string, rules: EngineRules, place: TextPlace): InlineScan {
  const tokens = findTokens(text, rules, place);
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
  if (mayHoldMath(text) || countsQuotes(text, place)) {
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

function findTokens(
  text: string,
  rules: EngineRules,
  { kind, returns }: TextPlace,
): readonly InlineToken[] {
  const cells = tableStart(text, rules, kind);
  const textMarks = cells < text.length ? cellMarks : decodedMarks;
  const marks = rules.protects === 'all' ? rawMarks : textMarks;
  if (nextMark(text, 0, marks) === text.length) return none;
  const finder = finderOf(text, rules, cells, returns);
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

interface TokenFinder {
  tokenAt(at: number): InlineToken | null;
}

function finderOf(text: string, rules: EngineRules, cells: number, returns: boolean): TokenFinder {
  switch (rules.constructs) {
    case 'first':
    case 'python':
      return new InlineTokens(text, rules, returns);
    case 'turns':
      return new TurnTokens(text, rules, cells);
    case 'marked':
      return isMuchWork(text) ? new InlineTokens(text, rules) : new MarkedTokens(text, rules);
  }
}

/** Whether a text without math changes what becomes of quotes in those behind it. */
function countsQuotes(text: string, { quotes }: TextPlace): boolean {
  return quotes !== undefined && /['"]/.test(text);
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

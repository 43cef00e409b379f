// All that the text of one paragraph, heading or cell holds; offsets count in that text.
import { behindText, FormulaMatcher, type FoundFormula } from './formula.js';
import { InlineTokens, type InlineToken, type LinkToken } from './inlineTokens.js';
import { isPipeTable } from './pipeTable.js';
import { protectedDisplay } from './protectedBlocks.js';
import { tokenOver } from './tokenLookup.js';
import { visibleTexts } from './visibleText.js';
import {
  identityText,
  sliceMapped,
  endToSource,
  toSource,
  type MappedText,
} from '../text/mapped.js';
import { decodeEntities } from '../site/decode.js';
import { entityAt } from '../site/entities.js';
import type { EngineRules, Protection } from '../site/engine.js';
import type { Block, Delimiter } from './block.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A formula of the text; `tex` is mapped to the text. */
export interface InlineFormula extends Extent {
  readonly delimiter: Delimiter;
  readonly display: boolean;
  readonly tex: MappedText;
}

export interface InlineReference extends Extent {
  readonly command: 'ref' | 'eqref';
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
}

export interface InlineScan {
  readonly formulas: readonly InlineFormula[];
  readonly references: readonly InlineReference[];
  /** Every construct in order; what a link's label holds follows the link. */
  readonly tokens: readonly InlineToken[];
}

const none: readonly never[] = [];
const noScan: InlineScan = { formulas: none, references: none, tokens: none };

const rawMarks = markTable('\\$`<[!');
const decodedMarks = markTable('\\$`<[!*_~&');
const cellMarks = markTable('\\$`<[!*_~&|\n');

/** The characters that can begin a construct, by their code. */
function markTable(marks: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}

function nextMark(text: string, from: number, marks: Uint8Array): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && marks[code] === 1) return at;
  }
  return text.length;
}

export function scanInline(text: string, rules: EngineRules, isParagraph = true): InlineScan {
  const tokens = findTokens(text, rules, isParagraph);
  if (rules.readsOnlyProtected)
    return { formulas: protectedFormulas(text, tokens), references: none, tokens };
  if (rules.protects !== 'all') {
    const { formulas, references } = scanVisibleTexts(text, tokens, rules);
    return { formulas: withoutParts(formulas, tokens), references, tokens };
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

/** MathJax may end a formula of the engine's early, or begin one in it; then none of it is shown as meant. */
function withoutParts(
  formulas: readonly InlineFormula[],
  tokens: readonly InlineToken[],
): readonly InlineFormula[] {
  const whole = tokens.filter((token) => token.kind === 'formula' && isRewritten(token.protection));
  if (whole.length === 0) return formulas;
  return formulas.filter(
    ({ start, end }) =>
      (tokenOver(whole, start)?.start ?? start) === start &&
      (tokenOver(whole, end - 1)?.end ?? end) === end,
  );
}

/** What MathJax finds in what an engine that knows no math leaves of a text. */
export function scanVisibleTexts(
  text: string,
  tokens: readonly InlineToken[],
  rules: EngineRules,
): Pick<InlineScan, 'formulas' | 'references'> {
  const formulas: InlineFormula[] = [];
  const references: InlineReference[] = [];
  if (mayHoldMath(text)) {
    for (const visible of visibleTexts(text, tokens, rules)) {
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

/** The content of a block that is one display. */
export function scanDisplay(text: string, protection: Protection): InlineScan {
  return {
    formulas: [displayOf(text, protection)].filter((found) => found !== null),
    references: none,
    tokens: none,
  };
}

/** The display that is all of a text; `null` where the math engine finds something else in it. */
export function displayOf(text: string, protection: Protection): InlineFormula | null {
  const display = protectedDisplay(text, protection);
  const written = isRewritten(protection)
    ? `\\[${text.slice(display.texStart, display.texEnd)}\\]`
    : text;
  const found = new FormulaMatcher(written, null).match(0);
  if (found?.end !== written.length) return null;
  const formula = sourceFormula(text, display);
  return protection.written === 'element'
    ? { ...formula, tex: decodeEntities(formula.tex) }
    : formula;
}

function protectedFormulas(text: string, tokens: readonly InlineToken[]): readonly InlineFormula[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'formula') return [];
    const { texStart, texEnd, end } = token.formula;
    const written = `\\(${text.slice(texStart, texEnd)}\\)`;
    const found = new FormulaMatcher(written, null).match(0);
    if (found?.end !== written.length) return [];
    const formula = sourceFormula(text, token.formula);
    return [{ ...formula, end, tex: decodeEntities(formula.tex) }];
  });
}

function isRewritten(protection: Protection | null): boolean {
  return protection?.written === 'round' || protection?.written === 'element';
}

function findTokens(
  text: string,
  rules: EngineRules,
  isParagraph: boolean,
): readonly InlineToken[] {
  const isTable = rules.pipesMakeTables && isParagraph && isPipeTable(text);
  const textMarks = isTable ? cellMarks : decodedMarks;
  const marks = rules.protects === 'all' ? rawMarks : textMarks;
  if (nextMark(text, 0, marks) === text.length) return none;
  const finder = new InlineTokens(text, rules, isTable);
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

const visibleMarks = /[\\$]/g;
const reference = /\\(eq)?ref\s*\{([^}]*)\}/y;

/** What MathJax finds in a text node, that is, in what the engine left of the text. */
function scanVisible(
  source: string,
  visible: MappedText,
  formulas: InlineFormula[],
  references: InlineReference[],
): void {
  const { text } = visible;
  const matcher = new FormulaMatcher(text, null);
  let at = 0;
  for (;;) {
    visibleMarks.lastIndex = at;
    const next = visibleMarks.exec(text)?.index;
    if (next === undefined) return;
    const formula = matcher.match(next);
    if (formula !== null) {
      formulas.push(visibleFormula(source, visible, formula));
      at = formula.end;
      continue;
    }
    reference.lastIndex = next;
    const match = reference.exec(text);
    if (match !== null) {
      references.push(visibleReference(source, visible, match));
      at = reference.lastIndex;
    } else {
      at = behindText(text, next);
    }
  }
}

function visibleFormula(source: string, visible: MappedText, found: FoundFormula): InlineFormula {
  const isDoubleDollar =
    found.delimiter === '\\(' && source.startsWith('$$', toSource(visible, found.start));
  return {
    start: sourceStart(source, visible, found.start),
    end: sourceEnd(source, visible, found.end),
    delimiter: isDoubleDollar ? '$$' : found.delimiter,
    display: found.display,
    tex: sliceMapped(visible, found.texStart, found.texEnd),
  };
}

function visibleReference(
  source: string,
  visible: MappedText,
  match: RegExpExecArray,
): InlineReference {
  const end = match.index + match[0].length;
  const key = match[2] ?? '';
  return {
    start: sourceStart(source, visible, match.index),
    end: sourceEnd(source, visible, end),
    command: match[1] === undefined ? 'ref' : 'eqref',
    key,
    keyStart: toSource(visible, end - 1 - key.length),
    keyEnd: endToSource(visible, end - 1),
  };
}

/** Where a character begins in the source: with the backslash that was dropped before it. */
function sourceStart(source: string, visible: MappedText, at: number): number {
  const start = toSource(visible, at);
  const follows = at > 0 && toSource(visible, at - 1) === start - 1;
  return !follows && source.charCodeAt(start - 1) === 92 ? start - 1 : start;
}

/** Where a character ends in the source: behind the whole of a character reference. */
function sourceEnd(source: string, visible: MappedText, end: number): number {
  const last = toSource(visible, end - 1);
  const entity = source.charCodeAt(last) === 38 ? entityAt(source, last) : null;
  return entity?.end ?? last + 1;
}

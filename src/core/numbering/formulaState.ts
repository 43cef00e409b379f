// What is open and what has been found while one formula is read.
import type { Span } from '../text/span.js';
import type { DisplayError, DisplayErrorCode } from './display.js';
import type { Environment } from './environments.js';
import { MacroScope, type NumberingMacros } from './macros.js';
import type { Profile } from './profiles.js';
import { Tagger, type OpenRow } from './tagger.js';
import { TexInput, type Argument } from './texInput.js';

/** What MathJax allows for one formula. */
const maximalExpansions = 10_000;
const maximalExpandedLength = 100_000;

/** What is open: a group, `\left`, an environment, or the formula itself. */
export interface Item {
  readonly kind: 'start' | 'brace' | 'left' | 'environment';
  readonly name: string;
  /** `null` for what is no environment, and for those of the user or unknown. */
  readonly environment: Environment | null;
  readonly span: Span;
  /** The row that labels in it belong to. */
  row: OpenRow;
  /** Its last row that has ended. */
  last: OpenRow | null;
  /** Whether an environment that numbers nothing is around it. */
  readonly inner: boolean;
  /** Whether its present cell holds anything. */
  content: boolean;
  /** Whether its present row has cells already. */
  cells: boolean;
  rows: number;
  /** Whether an equation structure stands in its present row. */
  structure: boolean;
}

/** One formula: the whole, or an argument that is a formula of its own. */
interface Level {
  readonly items: Item[];
  /** How many frames of the input belong to what is around it. */
  readonly floor: number;
  structureSeen: boolean;
}

export class FormulaState {
  readonly profile: Profile;
  readonly input: TexInput;
  readonly tagger: Tagger;
  /** The row of what no environment numbers. */
  readonly whole: OpenRow = { start: 0, labels: [] };
  readonly scope: MacroScope;
  level: Level;
  /** The first environment, and the first that numbers. */
  firstEnvironment: string | null = null;
  numberingEnvironment: string | null = null;
  /** Whether the whole is a display, where an environment says so. */
  display: boolean | null = null;
  error: DisplayError | null = null;
  otherError: DisplayError | null = null;
  #expansions = 0;
  #expandedLength = 0;

  readonly isInline: boolean;

  constructor(tex: string, isInline: boolean, profile: Profile, macros: NumberingMacros) {
    this.isInline = isInline;
    this.input = new TexInput(tex);
    this.profile = profile;
    this.tagger = new Tagger(profile);
    this.scope = new MacroScope(macros);
    this.level = this.newLevel(this.whole, false, 0);
  }

  get top(): Item {
    const { items } = this.level;
    const top = items[items.length - 1];
    if (top === undefined) throw new Error('a formula has lost its start');
    return top;
  }

  /** Whether nothing is open but the formula itself. */
  get isOutermost(): boolean {
    return this.level.floor === 0 && this.level.items.length === 1;
  }

  /** Frames that an argument may not leave. */
  get floor(): number {
    return this.level.floor + 1;
  }

  newLevel(row: OpenRow, inner: boolean, floor: number): Level {
    const span = { start: this.input.start(), end: this.input.start() };
    return { items: [newItem('start', '', null, span, row, inner)], floor, structureSeen: false };
  }

  open(kind: Item['kind'], name: string, environment: Environment | null, span: Span): void {
    const around = this.top;
    const own = environment !== null && (numbersItself(environment) || environment.divides);
    const inner = environment === null ? around.inner : !own;
    const row = own ? { start: span.end, labels: [] } : around.row;
    this.level.items.push(newItem(kind, name, environment, span, row, inner));
  }

  /** What was on top is now part of what is around it. */
  close(): void {
    this.level.items.pop();
    this.top.content = true;
  }

  /** What is around the top; the top itself where nothing is. */
  get around(): Item {
    const { items } = this.level;
    return items[items.length - 2] ?? this.top;
  }

  /** From `start` to what was read last. */
  from(start: number): Span {
    return { start, end: Math.max(start, this.input.end()) };
  }

  fail(code: DisplayErrorCode, subject: string, span: Span, at: number): void {
    const error: DisplayError = { code, subject, span, at, rowsBefore: this.tagger.rowCount };
    this.error ??= error;
    if (code !== 'multiple-labels') this.otherError ??= error;
  }

  /** Reads an argument; reports one that is never closed. */
  argument(command: string, start: number): Argument | null {
    const argument = this.input.readArgument(this.floor);
    if (argument !== 'unclosed') return argument;
    this.fail('unclosed-brace', command, this.from(start), start);
    return null;
  }

  /** Whether any macro was used. */
  get hasExpanded(): boolean {
    return this.#expansions > 0;
  }

  expand(name: string, body: string, start: number): void {
    this.#expansions++;
    this.#expandedLength += body.length;
    const span = this.from(start);
    const endless =
      this.#expansions > maximalExpansions || this.#expandedLength > maximalExpandedLength;
    if (endless) this.fail('endless-macro', name, span, start);
    else this.input.pushExpansion(body, span);
  }
}

function newItem(
  kind: Item['kind'],
  name: string,
  environment: Environment | null,
  span: Span,
  row: OpenRow,
  inner: boolean,
): Item {
  return {
    kind,
    name,
    environment,
    span,
    row,
    last: null,
    inner,
    content: false,
    cells: false,
    rows: 0,
    structure: false,
  };
}

export function numbersItself(environment: Environment): boolean {
  return environment.shape === 'rows' || environment.shape === 'single';
}

// A display as one KaTeX environment in which every row has a place for its number.
import { shiftSpan, type Span } from '../../core/text/span.js';
import { wordTable } from '../../core/text/wordTable.js';
import { TexReader } from '../../core/text/texReader.js';

export interface ShapedDisplay {
  readonly open: string;
  readonly rows: readonly ShapedRow[];
  readonly close: string;
}

interface ShapedRow {
  /** Still to be translated. */
  readonly text: string;
  /** What ends it, which is not. */
  readonly behind: string;
  /** Where it stands in the TeX of the display. */
  readonly span: Span;
}

/** Environments whose rows have numbers of their own, and how KaTeX calls them. */
const rowEnvironments = wordTable<string>({
  align: 'align',
  flalign: 'align',
  gather: 'gather',
  alignat: 'alignat',
  xalignat: 'alignat',
  xxalignat: 'alignat',
  eqnarray: 'align',
  multline: 'gather',
});

const oneNumberEnvironments = new Set(['equation', 'displaymath', 'math']);

export function shapeDisplay(tex: string): ShapedDisplay {
  const outer = outerEnvironment(tex);
  const name = outer?.name.replace(/\*$/, '') ?? '';
  const katexName = rowEnvironments[name];
  const parts = outer && name === 'subequations' ? shapeParts(outer) : null;
  if (parts) return parts;
  if (outer && katexName) return shapeRows(katexName, name, outer);
  return shapeOneRow(outer && oneNumberEnvironments.has(name) ? outer : { start: 0, body: tex });
}

interface Body {
  /** Where it begins in the TeX of the display. */
  readonly start: number;
  readonly body: string;
}

/** The displays of a `subequations` as one; `null` where KaTeX has no environment for all of them. */
function shapeParts(outer: Body): ShapedDisplay | null {
  const displays = innerDisplays(outer)?.map(shapeInner) ?? [];
  const [first] = displays;
  if (displays.length <= 1) return first ?? null;
  const likewise = displays.map(asGather);
  const [open] = likewise.map((display) => display.open);
  if (open === undefined || likewise.some((display) => display.open !== open)) return null;
  const rows = likewise.flatMap((display, at) =>
    at === likewise.length - 1 ? display.rows : withSeparator(display.rows),
  );
  return { open, rows, close: likewise[0]?.close ?? '' };
}

/** Its rows stand where they stand in the TeX around it. */
function shapeInner({ start, body }: Body): ShapedDisplay {
  const shaped = shapeDisplay(body);
  const rows = shaped.rows.map((row) => ({ ...row, span: shiftSpan(row.span, start) }));
  return { ...shaped, rows };
}

function asGather(display: ShapedDisplay): ShapedDisplay {
  return display.open === '\\begin{equation}'
    ? { ...display, open: '\\begin{gather}', close: '\\end{gather}' }
    : display;
}

function withSeparator(rows: ShapedDisplay['rows']): ShapedDisplay['rows'] {
  return rows.map((row, at) =>
    at === rows.length - 1 ? { ...row, behind: `${row.behind}\\\\` } : row,
  );
}

/** The displays that stand one after the other, beside labels and comments; `null` where there is more. */
function innerDisplays({ start: first, body }: Body): readonly Body[] | null {
  const reader = new TexReader(body);
  const displays: Body[] = [];
  for (reader.skipSpaces(); !reader.atEnd; reader.skipSpaces()) {
    const start = reader.position;
    const command = reader.peek() === '\\' ? reader.commandName() : '';
    const argument = reader.argument();
    if (command === 'label') continue;
    if (command !== 'begin' || argument === null) return null;
    if (matchingEnd(reader, argument.trim()) < 0) return null;
    displays.push({ start: first + start, body: body.slice(start, reader.position) });
  }
  return displays;
}

/** The environment that holds all of the TeX, beside spaces, comments and row marks. */
function outerEnvironment(tex: string): (Body & { readonly name: string }) | null {
  const reader = new TexReader(tex);
  reader.skipSpaces();
  if (!tex.startsWith('\\begin', reader.position)) return null;
  reader.commandName();
  const name = reader.argument()?.trim();
  if (name === undefined) return null;
  const start = reader.position;
  const end = matchingEnd(reader, name);
  if (end < 0) return null;
  const behind = tex.slice(reader.position).replace(/%.*$/gm, '').trim();
  return /^[.,;。，；]?$/.test(behind) ? { name, start, body: tex.slice(start, end) } : null;
}

/** Where `\end{name}` begins; the reader stands behind it. */
export function matchingEnd(reader: TexReader, name: string): number {
  let depth = 1;
  while (!reader.atEnd) {
    const at = reader.position;
    const next = reader.peek();
    if (next === '%') reader.skipComment();
    else if (next !== '\\') reader.position++;
    else {
      const command = reader.commandName();
      if (command !== 'begin' && command !== 'end') continue;
      if (reader.argument()?.trim() !== name) continue;
      depth += command === 'begin' ? 1 : -1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function shapeRows(katexName: string, name: string, { start, body }: Body): ShapedDisplay {
  const reader = new TexReader(body);
  const count = katexName === 'alignat' ? `{${reader.argument() ?? ''}}` : '';
  const rows = splitRows(body.slice(reader.position));
  const first = start + reader.position;
  const last = rows.length - 1;
  return {
    open: `\\begin{${katexName}}${count}`,
    rows: rows.map((row, index) => ({
      text: name === 'eqnarray' ? withoutSecondTab(row) : row.text,
      // The one number of `multline` stands at its last row.
      behind: (name === 'multline' && index < last ? '\\notag' : '') + row.separator,
      span: shiftSpan(row.span, first),
    })),
    close: `\\end{${katexName}}`,
  };
}

/** MathJax breaks the lines of a display at `\\` even without an environment of rows. */
function shapeOneRow({ start, body }: Body): ShapedDisplay {
  const rows = splitRows(body);
  const inner = rows.some((row) => row.tabs.length > 0) ? 'aligned' : 'gathered';
  const several = rows.length > 1;
  return {
    open: `\\begin{equation}${several ? `\\begin{${inner}}` : ''}`,
    rows: rows.map(({ text, separator, span }) => ({
      text,
      behind: separator,
      span: shiftSpan(span, start),
    })),
    close: `${several ? `\\end{${inner}}` : ''}\\end{equation}`,
  };
}

export interface TexRow {
  readonly text: string;
  /** Where the text stands in the body. */
  readonly span: Span;
  /** `\\`, with its star and its skip. */
  readonly separator: string;
  /** Where a `&` stands in the text. */
  readonly tabs: readonly number[];
}

/**
 * The rows of an environment's body: cut at `\\` and `\cr` outside braces and inner environments.
 * An empty last row is none.
 */
export function splitRows(body: string): readonly TexRow[] {
  const rows = cutRows(body);
  const beforeLast = rows[rows.length - 2];
  if (!beforeLast || !isEmptyRow(rows[rows.length - 1]?.text ?? '')) return rows;
  return [...rows.slice(0, -2), { ...beforeLast, separator: '' }];
}

function cutRows(body: string): TexRow[] {
  const reader = new TexReader(body);
  const found: TexRow[] = [];
  let start = 0;
  let depth = 0;
  let tabs: number[] = [];
  while (!reader.atEnd) {
    const at = reader.position;
    const step = stepOver(reader);
    depth += step.depth;
    if (depth !== 0) continue;
    if (step.separator !== null) {
      found.push(rowBetween(body, start, at, step.separator, tabs));
      start = reader.position;
      tabs = [];
    } else if (body[at] === '&') tabs.push(at - start);
  }
  found.push(rowBetween(body, start, body.length, '', tabs));
  return found;
}

function rowBetween(
  body: string,
  start: number,
  end: number,
  separator: string,
  tabs: readonly number[],
): TexRow {
  return { text: body.slice(start, end), span: { start, end }, separator, tabs };
}

interface Step {
  /** How much deeper in braces and environments the text goes on. */
  readonly depth: number;
  /** The row separator that was read, if one was. */
  readonly separator: string | null;
}

const plainStep: Step = { depth: 0, separator: null };

function stepOver(reader: TexReader): Step {
  const next = reader.peek();
  if (next === '\\') return commandStep(reader);
  if (next === '%') {
    reader.skipComment();
    return plainStep;
  }
  reader.position++;
  if (next === '{') return { depth: 1, separator: null };
  return next === '}' ? { depth: -1, separator: null } : plainStep;
}

function commandStep(reader: TexReader): Step {
  const command = reader.commandName();
  if (command === 'begin') return { depth: 1, separator: null };
  if (command === 'end') return { depth: -1, separator: null };
  if (command !== '\\' && command !== 'cr' && command !== 'newline') return plainStep;
  reader.star();
  const skip = reader.peek() === '[' ? reader.optional() : null;
  return { depth: 0, separator: skip === null ? '\\\\' : `\\\\[${skip}]` };
}

function isEmptyRow(text: string): boolean {
  return text.replace(/%.*$/gm, '').trim() === '';
}

/** `a &=& b` in the two columns of `align`. */
function withoutSecondTab(row: TexRow): string {
  const second = row.tabs[1];
  return second === undefined
    ? row.text
    : `${row.text.slice(0, second)}{}${row.text.slice(second + 1)}`;
}

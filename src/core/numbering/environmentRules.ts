// How environments, rows and groups open and close, and what goes wrong there.
import type { Environment } from './environments.js';
import { numbersItself, type FormulaState, type Item } from './formulaState.js';
import { readArguments, substitute, type UserEnvironment } from './macros.js';

export function beginEnvironment(state: FormulaState, start: number): void {
  const argument = state.argument('\\begin', start);
  if (argument === null) return;
  const name = argument.text;
  const user = state.scope.environment(name);
  const known = state.profile.environments.get(name);
  state.firstEnvironment ??= name;
  if (user !== undefined) beginUser(state, name, user, start);
  else if (known !== undefined) beginKnown(state, name, known, start);
  else {
    state.fail('unknown-environment', name, state.from(start), start);
    state.open('environment', name, null, state.from(start));
  }
}

function beginUser(state: FormulaState, name: string, user: UserEnvironment, start: number): void {
  const args = readArguments(state.input, state.floor, user.count, user.optional);
  const body = args === null ? null : substitute(user.begin, args);
  state.open('environment', name, null, state.from(start));
  if (body !== null) state.expand(name, body, start);
}

function beginKnown(
  state: FormulaState,
  name: string,
  environment: Environment,
  start: number,
): void {
  if (environment.display !== null && state.isOutermost) state.display = environment.display;
  if (environment.structure) checkStructure(state, name, environment, start);
  for (const kind of environment.args) {
    if (kind === 'o') state.input.readBrackets(state.floor);
    else state.argument(`\\begin{${name}}`, start);
  }
  if (numbersItself(environment)) state.numberingEnvironment ??= name;
  state.open('environment', name, environment, state.from(start));
  if (environment.opensTags) state.tagger.enter(name, environment);
  if (environment.divides) state.tagger.startParts(state.top.row);
}

function checkStructure(
  state: FormulaState,
  name: string,
  environment: Environment,
  start: number,
): void {
  if (!mayHoldStructure(state, environment)) {
    state.fail('wrong-nesting', name, state.from(start), start);
  }
  state.level.structureSeen = true;
  state.top.structure = true;
}

function mayHoldStructure(state: FormulaState, structure: Environment): boolean {
  switch (state.profile.structures) {
    case 'display':
      return !state.isInline;
    case 'once':
      return !state.level.structureSeen;
    case 'start':
      return startsWithStructure(state, structure);
  }
}

function startsWithStructure(state: FormulaState, structure: Environment): boolean {
  const { kind, environment, content } = state.top;
  if (kind === 'start') return !content;
  if (kind !== 'environment') return false;
  if (environment === null) return state.profile.structuresInUserEnvironments && !content;
  if (!environment.holdsStructures) return false;
  // A gather may not stand in a gather.
  const likewise = structure.shape === 'rows' && structure.holdsStructures;
  return environment.shape === 'plain' || (!content && !likewise);
}

/** `run` reads what the environment of a user ends with, up to the given depth of the input. */
export function endEnvironment(
  state: FormulaState,
  start: number,
  run: (depth: number) => void,
): void {
  const argument = state.argument('\\end', start);
  if (argument === null) return;
  const name = argument.text;
  const user = state.scope.environment(name);
  if (user !== undefined) {
    const depth = state.input.depth;
    state.expand(name, user.end, start);
    run(depth);
  } else if (!state.profile.environments.has(name)) {
    state.fail('unknown-environment', name, state.from(start), start);
  }
  closeEnvironment(state, name, start);
}

function closeEnvironment(state: FormulaState, name: string, start: number): void {
  const span = state.from(start);
  while (state.top.kind === 'left' || state.top.kind === 'brace') {
    const { kind, span: opened } = state.top;
    if (kind === 'left') state.fail('wrong-nesting', '\\left', opened, start);
    else state.fail('unclosed-brace', '{', opened, start);
    state.close();
  }
  if (state.top.kind === 'start') {
    state.fail('extra-close', `\\end{${name}}`, span, start);
    return;
  }
  finishEnvironment(state, state.top, start);
  if (state.top.name !== name) state.fail('wrong-nesting', name, span, start);
  state.close();
}

function finishEnvironment(state: FormulaState, item: Item, end: number): void {
  endLastRow(state, item, end);
  if (item.environment?.opensTags === true) state.tagger.leave();
  if (item.environment?.divides === true) state.tagger.endParts(end);
}

/** The last row counts where it holds anything. */
function endLastRow(state: FormulaState, item: Item, end: number): void {
  const { environment } = item;
  if (environment === null || !environment.opensTags) return;
  const filled = item.content || item.cells;
  const counts =
    environment.shape === 'single'
      ? filled || item.rows > 0 || !environment.divided
      : filled || (state.profile.emptyLastRowCounts && environment.taggable);
  if (counts) finishRow(state, item, end);
  else if (environment.shape !== 'inner') keepLabels(state, item);
}

/** Labels behind the last row stay with it, though they do not take its number. */
function keepLabels(state: FormulaState, item: Item): void {
  const row = item.last ?? state.around.row;
  row.labels.push(...item.row.labels);
  item.row.labels = [];
}

function finishRow(state: FormulaState, item: Item, end: number): void {
  const own = item.environment?.shape !== 'inner';
  if (item.structure && !state.profile.numbersRowOfStructure) state.tagger.suppress();
  state.tagger.endRow(item.row, end, own);
  item.content = false;
  item.cells = false;
  item.structure = false;
  item.rows++;
  if (!own) return;
  item.last = item.row;
  item.row = { start: end, labels: [] };
}

export function closeBrace(state: FormulaState, start: number): void {
  const item = state.top;
  if (item.kind === 'brace') {
    state.close();
    return;
  }
  // MathJax closes a table before it sees that the brace is one too many.
  if (item.environment?.divided === true) endLastRow(state, item, start);
  state.fail('extra-close', '}', state.from(start), start);
}

export function nextCell(state: FormulaState): void {
  const item = state.top;
  const divided = item.environment?.divided === true;
  item.content = !divided;
  if (divided) item.cells = true;
}

export function endRow(state: FormulaState, name: string, start: number): void {
  const item = state.top;
  const { environment } = item;
  if (name === '\\') skipRowOptions(state);
  if (environment?.divided !== true) {
    item.content = true;
  } else if (environment.shape === 'single' || !environment.opensTags) {
    item.content = false;
    item.cells = false;
    item.rows++;
  } else {
    if (name === 'cr' && !state.profile.crRowCounts) state.tagger.suppress();
    finishRow(state, item, start);
    if (environment.shape === 'rows') item.row.start = state.input.end();
  }
}

/** `\\*` and `\\[5pt]`: nothing may stand between. */
function skipRowOptions(state: FormulaState): void {
  if (state.input.peek() === 42) state.input.skip(1);
  if (state.input.peek() === 91) state.input.readBrackets(state.floor);
}

/** The formula ends: nothing may be open. */
export function closeAll(state: FormulaState): void {
  const end = state.input.end();
  for (;;) {
    const item = state.top;
    if (item.kind === 'start') return;
    if (item.kind === 'brace') state.fail('unclosed-brace', '{', item.span, end);
    if (item.kind === 'left') state.fail('wrong-nesting', '\\left', item.span, end);
    if (item.kind === 'environment') abandonEnvironment(state, item, end);
    state.close();
  }
}

function abandonEnvironment(state: FormulaState, item: Item, end: number): void {
  const divided = item.environment?.divided === true;
  if (divided) finishEnvironment(state, item, end);
  state.fail('unclosed-environment', item.name, item.span, end);
  if (!divided) finishEnvironment(state, item, end);
}

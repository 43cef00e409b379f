// The cells of a table: each is what its expression gives where the elements of the sets are values of their names.
import { toNumber, type Fraction } from '../compute/fraction.js';
import { formatNumber, formatValue } from '../format.js';
import type { Problem } from '../messages.js';
import { showName } from '../read/names.js';
import { causeOf, attempt, refuse, type Attempt, type Refusal } from '../refusal.js';
import { staticNumber } from '../resolve/construct.js';
import { findMeaning } from '../resolve/context.js';
import { resolveSet, type SetMeaning } from '../resolve/sets.js';
import type { EvaluationResult, TableRow } from '../result.js';
import type { NumberSyntax, Syntax } from '../syntax.js';
import type { Span } from '../../core/text/span.js';
import type { Evaluated, Evaluator } from './evaluator.js';
import type { Definition } from './definitions.js';
import { checkDomain, isBounds } from './domainValues.js';
import { failedResult, resultOf, type Note, type Subject } from './results.js';
import type { Table, TableAxis, TableColumn } from './tables.js';

/** Nobody reads more. */
const MOST_CELLS = 1000;

export function tableResult(
  table: Table,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): EvaluationResult {
  const computed = attempt(
    () => evaluator.forOne((under) => computeTable(table, position, under, subject.span)),
    subject.span,
  );
  if (!computed.ok) return failedResult(subject, 'table', computed.refusal);
  const { rows, problem } = computed.value;
  return problem === null ? tableOf(table, rows, subject) : failedResult(subject, 'table', problem);
}

/** An element of a set as the value of its name. */
interface Element {
  readonly label: string;
  readonly definition: Definition;
}

interface Cell {
  /** The elements that it is computed with, as they are written. */
  readonly at: string;
  readonly heading: string;
  readonly computed: Attempt<Evaluated>;
}

interface Row {
  readonly heading: string;
  readonly cells: readonly Cell[];
}

type Under = (definitions: readonly Definition[]) => Evaluator;

function computeTable(
  { columns, axes }: Table,
  position: number,
  under: Under,
  span: Span,
): { readonly rows: readonly Row[]; readonly problem: Problem | null } {
  const around = under([]);
  refuseBound(axes, position, around);
  const [first = [], second = null] = axes.map((axis) => elementsOf(axis, position, around));
  const found = first.length * columns.length * (second?.length ?? 1);
  if (found === 0) refuse('table.form', span);
  refuseMany(found, span);
  for (const { definition } of [...first, ...(second ?? [])])
    refuseOutside(definition, under([definition]));
  const rows = first.map((element): Row => ({
    heading: element.label,
    cells: cellsOf(element, second, columns, position, under),
  }));
  return { rows, problem: problemOf(rows.flatMap(({ cells }) => cells)) };
}

function refuseMany(found: number, span: Span): void {
  if (found > MOST_CELLS)
    refuse('table.cells', span, { limit: String(MOST_CELLS), found: String(found) });
}

/** What is bound keeps its value. */
export function refuseBound(
  axes: readonly TableAxis[],
  position: number,
  { scope }: Pick<Evaluator, 'scope'>,
): void {
  const seen = new Set<string>();
  for (const { name } of axes) {
    const isBound = findMeaning(scope.context(position), name.name) !== null;
    if (isBound || seen.has(name.name.plain))
      refuse('binder.captured', name.span, { index: showName(name.name) });
    seen.add(name.name.plain);
  }
}

/** An element has to lie in the domain of its name, as any value. */
export function refuseOutside(
  { name, position, span, source }: Definition,
  around: Evaluator,
): void {
  const { digits } = around.scope.conventions;
  const subject = { span, showAt: span.end, source, informative: false, digits };
  const isOutside = around.scope.domainsOf(name).some((domain) => {
    if (isBounds(domain))
      return around
        .claimResults(domain.relation, position, subject)
        .some(({ verdict }) => verdict === 'fails');
    const checked = attempt(() => checkDomain(domain, position, around), span);
    return !checked.ok && checked.refusal.code === 'domain.outside';
  });
  if (!isOutside) return;
  const value = source.slice(source.indexOf('=') + 1).trim();
  refuse('domain.outside', span, { name: showName(name), value });
}

/** Under each expression, a column for each element of the second set. */
function cellsOf(
  row: Element,
  second: readonly Element[] | null,
  columns: readonly TableColumn[],
  position: number,
  under: Under,
): readonly Cell[] {
  const places = (second ?? [null]).map((element) => {
    const definitions = [row, ...(element === null ? [] : [element])].map(
      ({ definition }) => definition,
    );
    const at = definitions.map(({ source }) => source).join(', ');
    return { element, at, evaluator: under(definitions) };
  });
  return columns.flatMap(({ syntax, label }) =>
    places.map(({ element, at, evaluator }): Cell => {
      const of = columns.length > 1 || element === null ? [label] : [];
      const heading = [...of, ...(element === null ? [] : [element.definition.source])].join(', ');
      return { at, heading, computed: evaluator.value(syntax, position) };
    }),
  );
}

/** What keeps cells from being computed; said of a cell, unless it is the same in all. */
function problemOf(cells: readonly Cell[]): Problem | null {
  const failed = cells.flatMap(({ at, computed }) =>
    computed.ok ? [] : [{ at, refusal: computed.refusal }],
  );
  const [first] = failed;
  if (first === undefined) return null;
  const { refusal, at } = first;
  const isSame =
    failed.length === cells.length && failed.every((one) => same(one.refusal, refusal));
  if (isSame) return refusal;
  const { span, data } = refusal;
  return { code: 'table.cell', span, data: { ...data, cause: causeOf(refusal), cell: at } };
}

function same(one: Refusal, other: Refusal): boolean {
  return one.code === other.code && JSON.stringify(one.data) === JSON.stringify(other.data);
}

function tableOf({ axes }: Table, rows: readonly Row[], subject: Subject): EvaluationResult {
  const values = rows.map(({ cells }) =>
    cells.flatMap(({ computed }) => (computed.ok ? [computed.value] : [])),
  );
  const written = rows.map(({ heading }, at): TableRow => ({
    heading,
    cells: (values[at] ?? []).map(({ value, digits }) => formatValue(value, digits)),
  }));
  return resultOf(subject, {
    kind: 'table',
    value: values.map((row) => row.map(({ value }) => value)),
    expected: null,
    relation: null,
    verdict: null,
    notes: distinctNotes(values.flat()),
    problems: [],
    table: {
      corner: axes[0]?.label ?? '',
      columns: rows[0]?.cells.map(({ heading }) => heading) ?? [],
      rows: written,
    },
  });
}

/** How many digits of a cell are certain is said by the cell itself. */
function distinctNotes(values: readonly Evaluated[]): readonly Note[] {
  const notes = values.flatMap((value) => value.notes);
  const kept = notes.filter(({ code }) => code !== 'value.fewer-digits');
  return [...new Map(kept.map((note) => [JSON.stringify(note), note])).values()];
}

function elementsOf(axis: TableAxis, position: number, around: Evaluator): readonly Element[] {
  const { set } = axis;
  if (set.kind === 'set' && set.conditions === null && !set.items.some(isDots))
    return set.items.map((body, at) => {
      const computed = around.value(body, position);
      if (!computed.ok) throw computed.refusal;
      return elementOf(axis, axis.labels[at] ?? '', body, position);
    });
  const meaning = resolveSet(set, around.scope.context(position));
  return numbersOf(meaning, set.span).map(([label, body]) =>
    elementOf(axis, label, body, position),
  );
}

function isDots({ kind }: Syntax): boolean {
  return kind === 'dots';
}

function elementOf(axis: TableAxis, label: string, body: Syntax, position: number): Element {
  return { label, definition: definitionAt(axis, label, body, position) };
}

/** The letter of an axis where it takes one value, which is written as the label says. */
export function definitionAt(
  axis: Pick<TableAxis, 'name' | 'label'>,
  label: string,
  body: Syntax,
  position: number,
): Definition {
  return {
    form: 'value',
    name: axis.name.name,
    parameters: [],
    ranges: [],
    bar: null,
    pattern: [],
    body,
    position,
    span: body.span,
    source: `${axis.label} = ${label}`,
  };
}

/** The numbers of a set that does not list its elements here, each as written. */
function numbersOf(set: SetMeaning, span: Span): readonly (readonly [string, Syntax])[] {
  switch (set.kind) {
    case 'elements':
      return set.elements.exact.map((exact) => [
        formatNumber(toNumber(exact)),
        fractionSyntax(exact, span),
      ]);
    case 'range': {
      const [from, to] = [staticNumber(set.from), staticNumber(set.to)];
      if (from === null || to === null) return refuse('shape.length-unknown', span);
      for (const end of [from, to])
        if (!Number.isInteger(end)) refuse('binder.not-whole', span, { found: String(end) });
      refuseMany(to - from + 1, span);
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => {
        const value = from + at;
        return [String(value), wholeSyntax(BigInt(value), span)];
      });
    }
    case 'interval':
    case 'numbers':
      return refuse('binder.infinite-set', span);
  }
}

function fractionSyntax({ numerator, denominator }: Fraction, span: Span): Syntax {
  const above = wholeSyntax(numerator, span);
  if (denominator === 1n) return above;
  return { kind: 'quotient', numerator: above, denominator: wholeSyntax(denominator, span), span };
}

function wholeSyntax(value: bigint, span: Span): Syntax {
  const size = value < 0n ? -value : value;
  const body: NumberSyntax = {
    kind: 'number',
    value: Number(size),
    text: String(size),
    decimals: null,
    percent: false,
    span,
  };
  return value < 0n ? { kind: 'sum', terms: [{ negative: true, body }], span } : body;
}

// Which statement defines what: the first relation with a fresh left side defines, later ones claim.
import type { Problem } from '../messages.js';
import { showName } from '../read/names.js';
import type { Name, RelationSyntax, Syntax } from '../syntax.js';
import { shortened, type Definition, type Registry, type Task } from './definitions.js';
import type { Domain } from './domains.js';
import type { EquationRole } from './equations.js';
import type { IndexRange } from './indexRanges.js';
import { restOfChain, type LeftSide } from './forms.js';
import { LeftSides, patternOf } from './leftSides.js';
import type { Note } from './results.js';
import { recurrenceOf, type StepSide } from './sequences.js';
import type { Slide } from './slides.js';
import type { Statement } from './statements.js';

export function register(statements: readonly Statement[]): Registry {
  const registrar = new Registrar(statements);
  const tasks = statements.map((statement, position) => registrar.task(statement, position));
  return {
    byKey: registrar.byKey,
    families: registrar.families,
    domains: registrar.domains,
    tasks,
  };
}

class Registrar {
  readonly byKey = new Map<string, Definition[]>();
  readonly families = new Map<string, Definition[]>();
  readonly domains: Domain[] = [];
  readonly #sides: LeftSides;

  constructor(statements: readonly Statement[]) {
    this.#sides = new LeftSides(statements);
  }

  task({ content, span, source, origin }: Statement, position: number): Task {
    switch (content.kind) {
      case 'expression':
        return { kind: 'query', syntax: content.syntax, ranges: content.ranges };
      case 'table':
      case 'plot':
      case 'analysis':
        return content;
      case 'slide':
        return this.#slide(content.slide, { position, span, source, ranges: [] });
      case 'domains':
        // A display gives its definitions; what it says of free symbols is not meant for the worksheet.
        if (origin === 'sheet') this.domains.push(...content.domains);
        return { kind: 'domains', domains: content.domains };
      case 'relation':
        return withinRanges(
          content.ranges,
          this.#relation(content, { position, span, source, ranges: content.ranges }),
        );
      case 'setting':
      case 'problem':
        return { kind: 'nothing' };
    }
  }

  #slide(slide: Slide, place: DefinitionPlace): Task {
    const { name, span } = slide.name;
    const { side } = slide;
    // An entry of a vector has its value from there.
    const base = side.kind === 'indexed' && this.#sides.isEntry(side) ? side.base : name;
    const [earlier] = this.byKey.get(base.key) ?? this.families.get(base.key) ?? [];
    if (earlier !== undefined) {
      const data = { name: showName(name), definition: shortened(earlier.source) };
      return { kind: 'problem', problem: { code: 'slide.bound', span, data } };
    }
    const common = { ...place, bar: null, pattern: [], parameters: [] };
    this.byKey.set(name.key, [{ ...common, form: 'slider', name, body: slide.set, slide }]);
    return { kind: 'slide', slide };
  }

  #relation(
    { relation, left }: Extract<Statement['content'], { kind: 'relation' }>,
    place: DefinitionPlace,
  ): Task {
    const body = relation.operands[1];
    const role = this.#sides.roles.get(place.position);
    if (role !== undefined && body !== undefined) return this.#motion(role, relation, place);
    if (left === null || body === undefined) return { kind: 'claim', relation, note: null };
    const step = this.#sides.stepOf(left, body);
    if (step !== null) return this.#sequence(step, relation, body, place);
    if (left.kind === 'step') return { kind: 'claim', relation, note: null };
    const rebinds = relation.relations[0]?.operator === ':=';
    const rest = restOfChain(relation);
    const definition = this.#defined(left, relation, body, place);
    if (
      !rebinds &&
      (this.#sides.speaksOfBuiltIn(left, relation) || !this.#isFresh(left, definition))
    )
      return { kind: 'claim', relation, note: this.#noteOf(definition) };
    const doubled = doubledIn(left);
    if (doubled !== null) return { kind: 'problem', problem: doubled };
    const table = definition.form === 'family' ? this.families : this.byKey;
    const { key } = definition.name;
    table.set(key, [...(table.get(key) ?? []), definition]);
    return { kind: 'define', definition, rest };
  }

  #defined(
    left: Exclude<LeftSide, { kind: 'step' }>,
    { relations }: RelationSyntax,
    body: Syntax,
    place: DefinitionPlace,
  ): Definition {
    return relations[0]?.operator === '\\sim'
      ? drawn(left.name, body, place)
      : this.#definition(left, body, place);
  }

  #sequence(step: StepSide, relation: RelationSyntax, body: Syntax, place: DefinitionPlace): Task {
    const { base, index } = step;
    const start = this.#sides.firstMembers.get(base.plain);
    if (this.families.has(base.key)) return { kind: 'claim', relation, note: null };
    if (start === undefined) {
      const data = { name: showName(base), index: showName(index.name) };
      const [side] = relation.operands;
      const span = side?.span ?? place.span;
      return { kind: 'problem', problem: { code: 'sequence.no-start', span, data } };
    }
    const definition: Definition = {
      ...place,
      form: 'family',
      name: base,
      parameters: [index.name],
      bar: null,
      pattern: [null],
      body: recurrenceOf(step, start, body),
    };
    this.families.set(base.key, [definition]);
    return { kind: 'define', definition, rest: restOfChain(relation) };
  }

  /** An unknown of an initial-value problem is a function of time, or a family by it. */
  #motion(role: EquationRole, relation: RelationSyntax, place: DefinitionPlace): Task {
    if (role.kind === 'start') return { kind: 'nothing' };
    if (role.kind === 'problem') return role;
    const { unknown, style, body } = role;
    const { name } = unknown;
    const table = style === 'call' ? this.byKey : this.families;
    if (table.has(name.key)) return { kind: 'claim', relation, note: null };
    const definition: Definition = {
      ...place,
      form: style === 'call' ? 'function' : 'family',
      name,
      parameters: [body.time.name],
      bar: null,
      pattern: style === 'call' ? [] : [null],
      body,
    };
    table.set(name.key, [definition]);
    return { kind: 'define', definition, rest: null };
  }

  #definition(
    left: Exclude<LeftSide, { kind: 'step' }>,
    body: Syntax,
    place: DefinitionPlace,
  ): Definition {
    const common = { ...place, body, bar: null, pattern: [], parameters: [] };
    if (left.kind === 'name') return { ...common, form: 'value', name: left.name };
    if (left.kind === 'function') {
      const { name, parameters, bar } = left;
      return { ...common, form: 'function', name, parameters, bar };
    }
    if (!this.#sides.isFamily(left, body)) return { ...common, form: 'value', name: left.name };
    return {
      ...common,
      form: 'family',
      name: left.base,
      parameters: left.pattern.flatMap((part) => (part.kind === 'letter' ? [part.name] : [])),
      pattern: patternOf(left),
    };
  }

  /** What was defined before, or needs no definition. */
  #noteOf({ form, name }: Definition): Note | null {
    const table = form === 'family' ? this.families : this.byKey;
    const earlier = table.get(name.key)?.at(-1);
    if (earlier !== undefined) {
      const data = { name: showName(name), definition: shortened(earlier.source) };
      return { code: 'claim.defined-by', data };
    }
    if (form !== 'function') return null;
    return { code: 'claim.built-in', data: { name: showName(name) } };
  }

  #isFresh(left: LeftSide, definition: Definition): boolean {
    const { key } = definition.name;
    if (definition.form !== 'family') {
      if (this.byKey.has(key)) return false;
      // `x_0 \sim p_0` beside a flow `x_t` is a variable, no member of it.
      if (
        definition.form === 'random' &&
        left.kind === 'indexed' &&
        this.#sides.hasSequence(left.base)
      )
        return true;
      // `x_1 = 3` speaks of the entry of an x that is bound.
      return left.kind !== 'indexed' || !this.#sides.isEntry(left);
    }
    const spelled = JSON.stringify(definition.pattern);
    return !(this.families.get(key) ?? []).some(
      (other) => JSON.stringify(other.pattern) === spelled,
    );
  }
}

/** A claim is made of all indices. */
function withinRanges(ranges: readonly IndexRange[], task: Task): Task {
  const range = ranges.find(({ to }) => to.kind !== 'name');
  if (task.kind !== 'claim' || range === undefined) return task;
  return { kind: 'problem', problem: { code: 'claim.range', span: range.span, data: {} } };
}

/** Where a statement stands. */
type DefinitionPlace = Pick<Definition, 'position' | 'span' | 'source' | 'ranges'>;

function drawn(name: Name, body: Syntax, place: DefinitionPlace): Definition {
  return { ...place, form: 'random', name, body, bar: null, pattern: [], parameters: [] };
}

/** Where a parameter stands twice. */
function doubledIn(left: LeftSide): Problem | null {
  if (left.kind !== 'function' || left.doubled === null) return null;
  return { code: 'definition.parameter', span: left.doubled, data: { name: showName(left.name) } };
}

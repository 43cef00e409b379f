// Which statement defines what: the first relation with a fresh left side defines, later ones claim.
import type { Span } from '../../core/text/span.js';
import { showName } from '../read/names.js';
import type { Name, RelationSyntax, Syntax } from '../syntax.js';
import type { Problem } from '../messages.js';
import type { Domain } from './domains.js';
import { equationRoles, type EquationRole } from './equations.js';
import { occursFree, restOfChain, type LeftSide, type PatternPart } from './forms.js';
import type { Note } from './results.js';
import { recurrenceOf, speaksOfPrevious, type StepSide } from './sequences.js';
import type { Statement } from './statements.js';
import type { Table } from './tables.js';

export interface Definition {
  readonly form: 'value' | 'function' | 'family' | 'random';
  readonly name: Name;
  readonly parameters: readonly Name[];
  readonly bar: Extract<LeftSide, { kind: 'function' }>['bar'];
  /** Of a family: `null` where the index is a parameter. */
  readonly pattern: readonly (number | null)[];
  readonly body: Syntax;
  /** Place in the order of the statements. */
  readonly position: number;
  readonly span: Span;
  /** The statement as it was written. */
  readonly source: string;
}

/** What is to be shown for a statement. */
export type Task =
  | {
      readonly kind: 'define';
      readonly definition: Definition;
      readonly rest: RelationSyntax | null;
    }
  /** The note says why it defines nothing, where it looks like a definition. */
  | { readonly kind: 'claim'; readonly relation: RelationSyntax; readonly note: Note | null }
  | { readonly kind: 'query'; readonly syntax: Syntax }
  | { readonly kind: 'domains'; readonly domains: readonly Domain[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'nothing' };

export interface Registry {
  /** All definitions of a name, in order; a later one rebinds. */
  readonly byKey: ReadonlyMap<string, readonly Definition[]>;
  readonly families: ReadonlyMap<string, readonly Definition[]>;
  readonly domains: readonly Domain[];
  /** One for each statement. */
  readonly tasks: readonly Task[];
}

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
  /** Names that stand alone on a left side somewhere: no letter of theirs runs. */
  readonly #plainNames = new Set<string>();
  /** Names with an index, `R_m`, that stand alone on a left side. */
  readonly #indexedNames = new Set<string>();
  /** Those of the plain names that can be vectors. */
  readonly #valueNames = new Set<string>();
  readonly #functionNames = new Set<string>();
  /** Names that have a domain. */
  readonly #declaredNames = new Set<string>();
  /** The families that the statements define, by the letter before the index. */
  readonly #patterns = new Map<string, (readonly (number | null)[])[]>();

  /** Statements of initial-value problems, by position. */
  readonly #roles: ReadonlyMap<number, EquationRole>;
  /** Letters whose members follow from the first. */
  readonly #sequences = new Set<string>();
  /** The first members of what may be a sequence, by the letter before the index. */
  readonly #firstMembers = new Map<string, FirstMember>();

  constructor(statements: readonly Statement[]) {
    this.#roles = equationRoles(statements);
    const relations = statements.flatMap(({ content }) =>
      content.kind === 'relation' ? [content] : [],
    );
    for (const { content } of statements)
      if (content.kind === 'domains')
        for (const { name } of content.domains) this.#declaredNames.add(name.name.plain);
    for (const { left } of relations) {
      if (left?.kind === 'indexed') this.#indexedNames.add(left.name.plain);
      if (left === null || left.kind === 'indexed' || left.kind === 'step') continue;
      this.#plainNames.add(left.name.plain);
      if (left.kind === 'name') this.#valueNames.add(left.name.plain);
      else this.#functionNames.add(left.name.plain);
    }
    this.#noteSequences(relations);
    this.#notePatterns(relations);
  }

  task({ content, span, source, origin }: Statement, position: number): Task {
    switch (content.kind) {
      case 'expression':
        return { kind: 'query', syntax: content.syntax };
      case 'table':
        return content;
      case 'domains':
        // A display gives its definitions; what it says of free symbols is not meant for the worksheet.
        if (origin === 'sheet') this.domains.push(...content.domains);
        return { kind: 'domains', domains: content.domains };
      case 'relation':
        return this.#relation(content, { position, span, source });
      case 'setting':
      case 'problem':
        return { kind: 'nothing' };
    }
  }

  #relation(
    { relation, left }: Extract<Statement['content'], { kind: 'relation' }>,
    place: DefinitionPlace,
  ): Task {
    const body = relation.operands[1];
    const role = this.#roles.get(place.position);
    if (role !== undefined && body !== undefined) return this.#motion(role, relation, place);
    if (left === null || body === undefined) return { kind: 'claim', relation, note: null };
    const step = this.#stepOf(left, body);
    if (step !== null) return this.#sequence(step, relation, body, place);
    if (left.kind === 'step') return { kind: 'claim', relation, note: null };
    const rebinds = relation.relations[0]?.operator === ':=';
    const rest = restOfChain(relation);
    const isDrawn = relation.relations[0]?.operator === '\\sim';
    const definition: Definition = isDrawn
      ? { ...place, form: 'random', name: left.name, body, bar: null, pattern: [], parameters: [] }
      : this.#definition(left, body, place);
    if (!rebinds && (this.#speaksOfBuiltIn(left, relation) || !this.#isFresh(left, definition)))
      return { kind: 'claim', relation, note: this.#noteOf(definition) };
    const table = definition.form === 'family' ? this.families : this.byKey;
    const { key } = definition.name;
    table.set(key, [...(table.get(key) ?? []), definition]);
    return { kind: 'define', definition, rest };
  }

  #noteSequences(relations: readonly RelationContent[]): void {
    for (const { left, relation } of relations) this.#noteFirstMember(left, relation);
    for (const { left, relation } of relations) {
      const body = relation.operands[1];
      const step = left === null || body === undefined ? null : this.#stepOf(left, body);
      if (step !== null) this.#sequences.add(step.base.plain);
    }
    for (const role of this.#roles.values())
      if (role.kind === 'equation' && role.style === 'member')
        this.#sequences.add(role.unknown.name.plain);
  }

  #notePatterns(relations: readonly RelationContent[]): void {
    for (const { left, relation } of relations) {
      const body = relation.operands[1];
      if (left?.kind !== 'indexed' || body === undefined || !this.#isFamily(left, body)) continue;
      if (this.#stepOf(left, body) !== null) continue;
      const known = this.#patterns.get(left.base.plain) ?? [];
      this.#patterns.set(left.base.plain, [...known, patternOf(left)]);
    }
  }

  /** The first member that is given for a letter starts its sequence. */
  #noteFirstMember(left: LeftSide | null, { operands, relations }: RelationSyntax): void {
    const [syntax] = operands;
    if (left?.kind !== 'indexed' || syntax === undefined) return;
    // `x_0 \sim p_0` is a variable, no member.
    if (relations[0]?.operator === '\\sim') return;
    const [only] = left.pattern;
    if (left.pattern.length !== 1 || only?.kind !== 'number') return;
    const { plain } = left.base;
    if (!this.#firstMembers.has(plain))
      this.#firstMembers.set(plain, { number: only.value, syntax, key: left.name.key });
  }

  /** A step of a sequence: of no vector, and by a letter that stands for nothing else. */
  #stepOf(left: LeftSide, body: Syntax): StepSide | null {
    if (left.kind === 'step') {
      const { base, index } = left.step;
      const isBound = [base, index.name].some(({ plain }) => this.#plainNames.has(plain));
      return isBound ? null : left.step;
    }
    const [only] = left.kind === 'indexed' ? left.pattern : [];
    if (left.kind !== 'indexed' || left.pattern.length !== 1 || only?.kind !== 'letter')
      return null;
    if (this.#plainNames.has(only.name.plain) || this.#plainNames.has(left.base.plain)) return null;
    if (!speaksOfPrevious(left.base, only.name, body)) return null;
    const index = { kind: 'name', name: only.name, span: body.span } as const;
    return { base: left.base, index, ahead: 0 };
  }

  #sequence(step: StepSide, relation: RelationSyntax, body: Syntax, place: DefinitionPlace): Task {
    const { base, index } = step;
    const start = this.#firstMembers.get(base.plain);
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
    if (!this.#isFamily(left, body)) return { ...common, form: 'value', name: left.name };
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

  #isFamily({ pattern }: IndexedSide, body: Syntax): boolean {
    return pattern.some((part) => this.#runs(part, body));
  }

  /** Whether a letter of the left side stands for every index. */
  #runs(part: PatternPart, body: Syntax): boolean {
    if (part.kind === 'number') return false;
    return !this.#plainNames.has(part.name.plain) && occursFree(part.name, body);
  }

  #isFresh(left: LeftSide, definition: Definition): boolean {
    const { key } = definition.name;
    if (definition.form !== 'family') {
      if (this.byKey.has(key)) return false;
      // `x_0 \sim p_0` beside a flow `x_t` is a variable, no member of it.
      if (definition.form === 'random' && left.kind === 'indexed' && this.#hasSequence(left.base))
        return true;
      // `x_1 = 3` speaks of the entry of an x that is bound.
      return left.kind !== 'indexed' || !this.#isEntry(left);
    }
    const spelled = JSON.stringify(definition.pattern);
    return !(this.families.get(key) ?? []).some(
      (other) => JSON.stringify(other.pattern) === spelled,
    );
  }

  /**
   * `\sigma(x) = …` says something of the built-in function where x is bound or declared, and `f'(x) = …`
   * of the derivative of an f that is defined; else they define.
   */
  #speaksOfBuiltIn(left: LeftSide, { relations }: RelationSyntax): boolean {
    if (left.kind !== 'function' || relations[0]?.operator === '\\triangleq') return false;
    const derived = left.name.plain.replace(/\^\{(?:\\prime ?)+\}$/, '');
    const isDerivative = derived !== left.name.plain && this.#functionNames.has(derived);
    const known = [this.#plainNames, this.#indexedNames, this.#patterns, this.#declaredNames];
    return (isDerivative ? left.parameters : left.builtInOf).some(({ plain }) =>
      known.some((names) => names.has(plain)),
    );
  }

  #hasSequence({ plain }: Name): boolean {
    return this.#sequences.has(plain);
  }

  /** Whether the indices, numbers or bound letters, name an entry of a vector or a member of a family. */
  #isEntry({ base, pattern, name }: IndexedSide): boolean {
    const patterns = this.#patterns.get(base.plain) ?? [];
    if (patterns.some((known) => matches(known, pattern))) return true;
    // A later member of a sequence follows from the first.
    const first = this.#firstMembers.get(base.plain);
    if (first !== undefined && first.key !== name.key && this.#hasSequence(base)) return true;
    const named = pattern.every((part) =>
      part.kind === 'number' ? part.value > 0 : this.#plainNames.has(part.name.plain),
    );
    return named && this.#valueNames.has(base.plain);
  }
}

type RelationContent = Extract<Statement['content'], { kind: 'relation' }>;

interface FirstMember {
  readonly number: number;
  /** The left side of its definition. */
  readonly syntax: Syntax;
  readonly key: string;
}

/** Where a statement stands. */
type DefinitionPlace = Pick<Definition, 'position' | 'span' | 'source'>;

/** The last one before a place; before the first, the first. */
export function versionAt(
  versions: readonly Definition[],
  position: number,
): Definition | undefined {
  let found = versions[0];
  for (const version of versions) if (version.position < position) found = version;
  return found;
}

/** What is written `p(y|x)` with these two names. */
export function conditionalsOf(
  { byKey }: Registry,
  of: Name,
  given: Name,
  position: number,
): readonly Definition[] {
  return [...byKey.values()].flatMap((versions) => {
    const definition = versionAt(versions, position);
    if (definition?.bar?.text !== '|' || definition.parameters.length !== 2) return [];
    const [first, second] = definition.parameters;
    return first?.plain === of.plain && second?.plain === given.plain ? [definition] : [];
  });
}

const LONGEST_SOURCE = 40;

export function shortened(source: string): string {
  return source.length <= LONGEST_SOURCE ? source : `${source.slice(0, LONGEST_SOURCE)}…`;
}

type IndexedSide = Extract<LeftSide, { kind: 'indexed' }>;

function patternOf({ pattern }: IndexedSide): readonly (number | null)[] {
  return pattern.map((part) => (part.kind === 'number' ? part.value : null));
}

function matches(known: readonly (number | null)[], pattern: readonly PatternPart[]): boolean {
  return (
    known.length === pattern.length &&
    pattern.every(
      (part, at) => known[at] === null || (part.kind === 'number' && part.value === known[at]),
    )
  );
}

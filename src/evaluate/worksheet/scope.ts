// The definitions of a post as names: each is computed when it is first asked for, whatever the order of lines.
import type { Budget } from '../compute/budget.js';
import { exactOf } from '../compute/bounds.js';
import { shapeOf, type Expression, type Shape } from '../expression.js';
import type { MetNote } from '../notes.js';
import { showName } from '../read/names.js';
import { attempt, refuse, type Attempt } from '../refusal.js';
import { newContext, newInstances } from '../resolve/begin.js';
import {
  DEFAULT_CONVENTIONS,
  foundFor,
  otherLetter,
  type Context,
  type Conventions,
  type Family,
  type FunctionDefinition,
  type Instances,
  type Meaning,
  type RandomVariable,
  type VaryingScope,
} from '../resolve/context.js';
import { constant, exactConstant } from '../resolve/construct.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveFile } from '../resolve/files.js';
import { isLaw, resolveLaw } from '../resolve/lawReading.js';
import { resolveVector } from '../resolve/lists.js';
import { resolveSet } from '../resolve/sets.js';
import type { Name } from '../syntax.js';
import { Chains } from './chains.js';
import { DeclaredSizes } from './declaredSizes.js';
import {
  conditionalsOf,
  shortened,
  versionAt,
  type Definition,
  type Registry,
} from './definitions.js';
import type { Domain } from './domains.js';
import { DrawnNames } from './drawnNames.js';
import { entriesOf } from './family.js';
import { libraryHome } from './libraryHome.js';
import { inputOf } from './inputs.js';
import { drawnMeaning, PASSED_ON } from './randoms.js';
import { usualMeaningIn } from './ownNames.js';
import { addTraceNotes } from './results.js';
import type { Slide } from './slides.js';
import { sliderValues } from './sliderValues.js';
import { Varying } from './varying.js';

type Known =
  { readonly state: 'running' } | { readonly state: 'done'; readonly result: Attempt<Meaning> };

interface ScopeOptions {
  readonly varying?: Varying<PostScope> | null;
  /** Whether names that the post does not bind may be functions of the library. */
  readonly seesLibrary?: boolean;
  /** By the keys of names that a table or plot binds, or that vary: where it stands. */
  readonly axes?: ReadonlyMap<string, number>;
}

export class PostScope implements VaryingScope {
  readonly conventions: Conventions;
  readonly instances: Instances;
  readonly #registry: Registry;
  readonly #budget: Budget;
  readonly #known = new Map<Definition, Known>();
  readonly #chains = new Chains<Definition>();
  readonly #notes = new Map<Definition, ReadonlySet<MetNote>>();
  readonly #sizes: DeclaredSizes;
  readonly #varying: Varying<PostScope> | null;
  readonly #drawn: DrawnNames;
  readonly #axes: ReadonlyMap<string, number>;
  /** Functions of the library that were asked for; `null` where it is not seen. */
  readonly #library: Map<string, FunctionDefinition> | null;

  constructor(
    registry: Registry,
    conventions: Conventions,
    budget: Budget,
    { varying = null, seesLibrary = true, axes = new Map() }: ScopeOptions = {},
  ) {
    this.#registry = registry;
    this.conventions = conventions;
    this.#budget = budget;
    this.#varying = varying;
    this.instances = varying?.around.instances ?? newInstances();
    this.#sizes = new DeclaredSizes(registry, budget, (name) => this.#arrayNamed(name));
    this.#library = !seesLibrary ? null : varying === null ? new Map() : varying.around.#library;
    this.#drawn = new DrawnNames(registry, this);
    this.#axes = axes;
  }

  /** With more definitions, of names that are not bound: what rests on them is computed anew. */
  with(definitions: readonly Definition[], budget: Budget): PostScope {
    const byKey = new Map(this.#registry.byKey);
    const axes = new Map(this.#axes);
    for (const definition of definitions) {
      byKey.set(definition.name.key, [definition]);
      axes.set(definition.name.key, definition.position);
    }
    const options = { ...this.#options(), axes };
    return new PostScope({ ...this.#registry, byKey }, this.conventions, budget, options);
  }

  /** The same definitions under other conventions. */
  under(conventions: Conventions): PostScope {
    return new PostScope(this.#registry, conventions, this.#budget, this.#options());
  }

  varying(names: ReadonlyMap<string, Meaning>, position: number): PostScope {
    const all = new Map([...(this.#varying?.names ?? []), ...names]);
    const varying = new Varying(this, all);
    const axes = new Map(this.#axes);
    for (const key of names.keys()) axes.set(key, position);
    const options = { ...this.#options(), varying, axes };
    return new PostScope(this.#registry, this.conventions, this.#budget, options);
  }

  close(expression: Expression): Expression {
    return this.#varying?.close(expression) ?? expression;
  }

  find(name: Name, position: number, notes: Set<MetNote>): Meaning | null {
    const varied = this.#varying === null ? undefined : foundFor(name, this.#varying.names);
    if (varied !== undefined) return varied;
    const definition = versionAt(foundFor(name, this.#registry.byKey) ?? [], position);
    if (definition !== undefined) return this.#demand(definition, notes);
    const families = this.families(name, notes);
    if (families.length > 0) return { kind: 'families', families };
    const ofLibrary = this.#ofLibrary(name, notes);
    return ofLibrary === null ? null : { kind: 'function', definition: ofLibrary };
  }

  /** A function of the library: its names are its own, its logarithm is that of the post. */
  #ofLibrary(name: Name, notes: Set<MetNote>): FunctionDefinition | null {
    const home = this.#library === null ? null : libraryHome(name);
    if (this.#library === null || home === null) return null;
    const { entry, definition, registry } = home;
    notes.add(`library ${entry.name}`);
    const known = this.#library.get(entry.name);
    if (known !== undefined) return known;
    const conventions = { ...this.conventions, firstIndex: DEFAULT_CONVENTIONS.firstIndex };
    const scope = new PostScope(registry, conventions, this.#budget, { seesLibrary: false });
    const found = { ...functionOf(definition), library: { entry, scope } };
    this.#library.set(entry.name, found);
    return found;
  }

  #options(): ScopeOptions {
    return { seesLibrary: this.#library !== null, axes: this.#axes };
  }

  /** The statement that defines a name for a place of the post, as it was written. */
  sourceOf(name: Name, position: number): string | null {
    const { byKey, families } = this.#registry;
    const versions = foundFor(name, byKey) ?? foundFor(name, families) ?? [];
    const definition = versionAt(versions, position);
    if (definition !== undefined) return shortened(definition.source);
    return (this.#library === null ? null : libraryHome(name)?.definition.source) ?? null;
  }

  /** The slider by which a name has its value. */
  slideOf(name: Name, position: number): Slide | null {
    return versionAt(foundFor(name, this.#registry.byKey) ?? [], position)?.slide ?? null;
  }

  has(key: string): boolean {
    const { byKey, families } = this.#registry;
    return byKey.has(key) || families.has(key);
  }

  families(name: Name, notes: Set<MetNote>): readonly Family[] {
    const found = foundFor(name, this.#registry.families) ?? [];
    return found.flatMap((definition) => {
      const meaning = this.#demand(definition, notes);
      return meaning.kind === 'families' ? meaning.families : [];
    });
  }

  /** What a definition comes to, or why it does not. */
  outcome(definition: Definition): Attempt<Meaning> {
    const known = this.#known.get(definition);
    if (known?.state === 'done') return known.result;
    if (known?.state === 'running') return this.#circle(definition);
    return this.#chains.settle(
      definition,
      (each) => this.#compute(each),
      (each) => {
        this.#known.set(each, { state: 'done', result: this.#circle(each) });
      },
    );
  }

  #compute(definition: Definition): Attempt<Meaning> {
    this.#known.set(definition, { state: 'running' });
    try {
      const result = attempt(() => this.#meaningOf(definition), definition.span);
      this.#known.set(definition, { state: 'done', result });
      return result;
    } finally {
      if (this.#known.get(definition)?.state === 'running') this.#known.delete(definition);
    }
  }

  #circle(definition: Definition): Attempt<Meaning> {
    this.#budget.dependsOnOrder = true;
    const { span } = definition;
    const name = showName(definition.name);
    const usual = usualMeaningIn(definition.body, definition.name);
    return attempt(
      () =>
        usual === null
          ? refuse('definition.circle', span, { name })
          : refuse('definition.own-name', usual.span, { name, meant: usual.meant }),
      span,
    );
  }

  randoms(): readonly RandomVariable[] {
    return [...this.#registry.byKey.values()].flat().flatMap((definition) => {
      if (definition.form !== 'random') return [];
      const outcome = this.outcome(definition);
      if (!outcome.ok || outcome.value.kind !== 'random') return [];
      return [{ name: definition.name, law: outcome.value.law }];
    });
  }

  conditionals(of: Name, given: Name, position: number): readonly FunctionDefinition[] {
    return conditionalsOf(this.#registry, of, given, position).map(functionOf);
  }

  isRandom(name: Name, position: number): boolean {
    // Inside of a mean, what it runs over is a number.
    return (
      this.#drawn.has(name, position) || this.#varying?.around.isRandom(name, position) === true
    );
  }

  dimension(name: Name): number | null {
    return this.#sizes.of(name);
  }

  dimensionsFor(parameter: Name, shape: Shape): ReadonlyMap<string, number> {
    return this.#sizes.from(parameter, shape);
  }

  declaredVectors(): readonly Name[] {
    return this.#sizes.vectors();
  }

  /** Whether a domain speaks of a name. */
  isDeclared(wanted: Name): boolean {
    return this.domainsOf(wanted).length > 0;
  }

  domainsOf({ plain }: Name): readonly Domain[] {
    return this.#registry.domains.filter(({ name }) => name.name.plain === plain);
  }

  /** The domains of names that have no value. */
  openDomains(): readonly Domain[] {
    return this.#registry.domains.filter(({ name }) => !this.isDefined(name.name));
  }

  isAxisElsewhere(name: Name, position: number): boolean {
    const axis = foundFor(name, this.#axes);
    return axis !== undefined && axis !== position;
  }

  isDefined(name: Name): boolean {
    const keys = [name.key, otherLetter(name)];
    return keys.some((key) => this.#varying?.names.has(key) === true || this.has(key));
  }

  #demand(definition: Definition, notes: Set<MetNote>): Meaning {
    const outcome = this.outcome(definition);
    for (const note of this.#notes.get(definition) ?? []) notes.add(note);
    if (outcome.ok) return outcome.value;
    const { refusal } = outcome;
    if (PASSED_ON.has(refusal.code)) throw refusal;
    return refuse('name.in-error', refusal.span, { name: showName(definition.name) });
  }

  #meaningOf(definition: Definition): Meaning {
    switch (definition.form) {
      case 'function':
        return { kind: 'function', definition: functionOf(definition) };
      case 'family':
        return { kind: 'families', families: [this.#family(definition)] };
      case 'value':
        return this.#value(definition);
      case 'random':
        return this.#random(definition);
      case 'slider':
        return this.#slider(definition);
    }
  }

  #value(definition: Definition): Meaning {
    const { body, position } = definition;
    const context = this.context(position);
    this.#notes.set(definition, context.shared.notes);
    // Data stay as they are read.
    if (body.kind === 'file')
      return { kind: 'value', expression: resolveFile(body, definition.name, context) };
    if (isLaw(body, context)) return { kind: 'law', law: resolveLaw(body, null, context) };
    if (body.kind === 'set' && body.conditions === null) {
      const set = resolveSet(body, context);
      if (set.kind !== 'elements') refuse('definition.set', body.span);
      return { kind: 'set', elements: set.elements };
    }
    const expression = resolveWithSizes([body], context, (sized) =>
      resolveVector(body, sized, true),
    );
    const inlined = this.#varying?.inline(expression) ?? null;
    if (inlined !== null) return { kind: 'value', expression: inlined };
    const around = this.#varying?.around.outcome(definition);
    if (around?.ok === true) return around.value;
    return { kind: 'value', expression: this.#computed(expression, definition, context) };
  }

  /** The number at which it stands. */
  #slider({ slide, position, span }: Definition): Meaning {
    if (slide === undefined) return refuse('slide.form', span);
    const context = this.context(position);
    const { values, at } = sliderValues(slide, context, this.#budget);
    const number = values[at];
    const exact = number === undefined ? null : exactOf(number);
    if (number === undefined) return refuse('slide.form', span);
    const expression = exact === null ? constant(number.value, span) : exactConstant(exact, span);
    return { kind: 'value', expression };
  }

  #random(definition: Definition): Meaning {
    const context = this.context(definition.position);
    this.#notes.set(definition, context.shared.notes);
    return drawnMeaning(definition, context);
  }

  #computed(expression: Expression, { name, span }: Definition, { shared }: Context): Expression {
    const result = this.#budget.compute(expression, this.instances);
    addTraceNotes(shared.notes, result.trace);
    return inputOf(result, { name: name.key, from: expression }, span);
  }

  /** With its entries, where what its indices index gives their range. */
  #family(definition: Definition): Family {
    const { pattern } = definition;
    const family = { definition: functionOf(definition), pattern };
    // Members of a sequence are followed one by one.
    const isFollowed = definition.body.kind === 'recurrence' || definition.body.kind === 'solution';
    if (isFollowed || pattern.some((part) => part !== null)) return { ...family, array: null };
    const context = this.context(definition.position);
    this.#notes.set(definition, context.shared.notes);
    this.#refuseSecondArray(definition, context);
    if (isLaw(definition.body, context)) return { ...family, array: null };
    const entries = resolveWithSizes(
      [definition.body],
      context,
      (sized) => entriesOf(definition, sized),
      definition.ranges,
    );
    if (entries === null) return { ...family, array: null };
    const array =
      this.#varying?.inline(entries) ??
      (this.#varying === null ? null : this.#varying.around.#arrayOf(definition)) ??
      this.#computed(entries, definition, context);
    return { ...family, array };
  }

  /** The entries of a family, as they are known here. */
  #arrayOf(definition: Definition): Expression | null {
    const outcome = this.outcome(definition);
    const known = outcome.ok && outcome.value.kind === 'families' ? outcome.value.families : [];
    return known[0]?.array ?? null;
  }

  /** What a name stands for, where that is an array or a number. */
  #arrayNamed(name: Name): Expression | null {
    const meaning = this.find(name, Infinity, new Set());
    if (meaning?.kind === 'value') return meaning.expression;
    return meaning?.kind === 'families' ? (meaning.families[0]?.array ?? null) : null;
  }

  /** `p_i = …` where p is a vector already says something of that vector. */
  #refuseSecondArray({ name, span }: Definition, { shared }: Context): void {
    if (foundFor(name, this.#registry.byKey) === undefined) return;
    const meaning = this.find(name, Infinity, shared.notes);
    if (meaning?.kind === 'value' && shapeOf(meaning.expression).rank > 0)
      refuse('definition.family-of-array', span, { name: showName(name) });
  }

  context(position: number): Context {
    return newContext(this, position, this.instances);
  }
}

function functionOf({ name, parameters, bar, body, position }: Definition): FunctionDefinition {
  return { name, parameters, bar, body, position };
}

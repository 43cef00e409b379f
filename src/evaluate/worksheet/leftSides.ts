// What the left sides of a post say together: which letters are names, which run, and which are sequences.
import type { Name, RelationSyntax, Syntax } from '../syntax.js';
import { equationRoles, type EquationRole } from './equations.js';
import { occursFree, type LeftSide, type PatternPart } from './forms.js';
import { speaksOfPrevious, type StepSide } from './sequences.js';
import type { Statement } from './statements.js';

export class LeftSides {
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
  readonly roles: ReadonlyMap<number, EquationRole>;
  /** Letters whose members follow from the first. */
  readonly #sequences = new Set<string>();
  /** The first members of what may be a sequence, by the letter before the index. */
  readonly firstMembers = new Map<string, FirstMember>();

  constructor(statements: readonly Statement[]) {
    this.roles = equationRoles(statements);
    const relations = statements.flatMap(({ content }) =>
      content.kind === 'relation' ? [content] : [],
    );
    for (const { content } of statements) {
      if (content.kind === 'domains')
        for (const { name } of content.domains) this.#declaredNames.add(name.name.plain);
      if (content.kind === 'slide') this.#noteSlider(content.slide.side);
    }
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

  /** A step of a sequence: of no vector, and by a letter that stands for nothing else. */
  stepOf(left: LeftSide, body: Syntax): StepSide | null {
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

  isFamily({ pattern }: IndexedSide, body: Syntax): boolean {
    return pattern.some((part) => this.#runs(part, body));
  }

  /**
   * `\sigma(x) = …` says something of the built-in function where x is bound or declared, and `f'(x) = …`
   * of the derivative of an f that is defined; else they define. So does a formula of the library, which the
   * post may have taken over, unless all that it is of is known.
   */
  speaksOfBuiltIn(left: LeftSide, { relations }: RelationSyntax): boolean {
    if (left.kind !== 'function' || relations[0]?.operator === '\\triangleq') return false;
    const derived = left.name.plain.replace(/\^\{(?:\\prime ?)+\}$/, '');
    const isDerivative = derived !== left.name.plain && this.#functionNames.has(derived);
    const known = [this.#plainNames, this.#indexedNames, this.#patterns, this.#declaredNames];
    const isKnown = ({ plain }: Name): boolean => known.some((names) => names.has(plain));
    if (left.isOfLibrary) return left.parameters.every(isKnown);
    return (isDerivative ? left.parameters : left.builtInOf).some(isKnown);
  }

  hasSequence({ plain }: Name): boolean {
    return this.#sequences.has(plain);
  }

  /** Whether the indices, numbers or bound letters, name an entry of a vector or a member of a family. */
  isEntry({ base, pattern, name }: IndexedSide): boolean {
    const patterns = this.#patterns.get(base.plain) ?? [];
    if (patterns.some((known) => matches(known, pattern))) return true;
    // A later member of a sequence follows from the first.
    const first = this.firstMembers.get(base.plain);
    if (first !== undefined && first.key !== name.key && this.hasSequence(base)) return true;
    const named = pattern.every((part) =>
      part.kind === 'number' ? part.value > 0 : this.#plainNames.has(part.name.plain),
    );
    return named && this.#valueNames.has(base.plain);
  }

  #noteSlider({ kind, name }: LeftSide): void {
    const names = kind === 'indexed' ? this.#indexedNames : this.#plainNames;
    names.add(name.plain);
  }

  #noteSequences(relations: readonly RelationContent[]): void {
    for (const { left, relation } of relations) this.#noteFirstMember(left, relation);
    for (const { left, relation } of relations) {
      const body = relation.operands[1];
      const step = left === null || body === undefined ? null : this.stepOf(left, body);
      if (step !== null) this.#sequences.add(step.base.plain);
    }
    for (const role of this.roles.values())
      if (role.kind === 'equation' && role.style === 'member')
        this.#sequences.add(role.unknown.name.plain);
  }

  #notePatterns(relations: readonly RelationContent[]): void {
    for (const { left, relation } of relations) {
      const body = relation.operands[1];
      if (left?.kind !== 'indexed' || body === undefined || !this.isFamily(left, body)) continue;
      if (this.stepOf(left, body) !== null) continue;
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
    if (!this.firstMembers.has(plain))
      this.firstMembers.set(plain, { number: only.value, syntax, key: left.name.key });
  }

  /** Whether a letter of the left side stands for every index. */
  #runs(part: PatternPart, body: Syntax): boolean {
    if (part.kind === 'number') return false;
    return !this.#plainNames.has(part.name.plain) && occursFree(part.name, body);
  }
}

type RelationContent = Extract<Statement['content'], { kind: 'relation' }>;

interface FirstMember {
  readonly number: number;
  /** The left side of its definition. */
  readonly syntax: Syntax;
  readonly key: string;
}

type IndexedSide = Extract<LeftSide, { kind: 'indexed' }>;

export function patternOf({ pattern }: IndexedSide): readonly (number | null)[] {
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

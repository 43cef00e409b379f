// `\frac{dx}{dt} = f(x,t), x(0) = x_0`: which statements say how unknowns move, and where they start.
import { spaced } from '../read/names.js';
import { builtInFor } from '../resolve/builtIns.js';
import { visitSyntax } from '../syntaxChildren.js';
import type {
  Factor,
  IndexedSyntax,
  Name,
  NameSyntax,
  RelationSyntax,
  SolutionSyntax,
  Syntax,
} from '../syntax.js';
import type { Problem } from '../messages.js';
import { showName } from '../read/names.js';
import type { LeftSide } from './forms.js';
import { memberName } from './sequences.js';
import type { Statement } from './statements.js';

/** What a statement of an initial-value problem is. */
export type EquationRole =
  | {
      readonly kind: 'equation';
      readonly unknown: NameSyntax;
      /** `x(t)` is a function, `x_t` a family. */
      readonly style: Style;
      readonly body: SolutionSyntax;
    }
  | { readonly kind: 'start' }
  | { readonly kind: 'problem'; readonly problem: Problem };

type Style = 'call' | 'member';

interface Equation {
  readonly position: number;
  readonly unknown: NameSyntax;
  readonly time: NameSyntax;
  readonly style: Style;
  readonly slope: Syntax;
  /** Without a start it is a name like any other. */
  readonly isDotted?: true;
}

interface Start {
  readonly position: number;
  readonly name: Name;
  readonly style: Style;
  readonly place: Syntax;
  readonly value: Syntax;
}

/** By the position of the statement; an equation without a start anywhere is a relation as any other. */
export function equationRoles(statements: readonly Statement[]): ReadonlyMap<number, EquationRole> {
  const roles = new Map<number, EquationRole>();
  const equations: Equation[] = [];
  const starts: Start[] = [];
  statements.forEach(({ content }, position) => {
    if (content.kind !== 'relation' || !isEquality(content.relation)) return;
    const [left, right] = content.relation.operands;
    if (left === undefined || right === undefined) return;
    const equation = equationOf(left, right, position);
    const start = equation === null ? startOf(left, right, position) : null;
    if (equation !== null && !equations.some((other) => sameName(other, equation)))
      equations.push(equation);
    if (start !== null) starts.push(start);
  });
  for (const equation of equations) {
    const system = systemOf(equation, equations);
    const found = system.map((each) => starts.find((start) => startsOf(start, each)));
    const isPlain = equation.isDotted === true || isKnown(equation, statements);
    if (isPlain && found.every((start) => start === undefined)) continue;
    roles.set(equation.position, roleOf(equation, system, found));
    for (const start of found)
      if (start?.style === 'call') roles.set(start.position, { kind: 'start' });
  }
  return roles;
}

/** Then the equation says something of a function that is given. */
function isKnown({ unknown }: Equation, statements: readonly Statement[]): boolean {
  return statements.some(
    ({ content }) =>
      (content.kind === 'domains' &&
        content.domains.some(({ name }) => name.name.plain === unknown.name.plain)) ||
      (content.kind === 'relation' &&
        content.left !== null &&
        leftName(content.left).plain === unknown.name.plain),
  );
}

function leftName(left: LeftSide): Name {
  if (left.kind === 'indexed') return left.base;
  return left.kind === 'step' ? left.step.base : left.name;
}

function isEquality({ operands, relations }: RelationSyntax): boolean {
  return operands.length === 2 && relations[0]?.operator === '=';
}

function sameName(left: Equation, right: Equation): boolean {
  return left.unknown.name.plain === right.unknown.name.plain;
}

function equationOf(left: Syntax, slope: Syntax, position: number): Equation | null {
  if (left.kind !== 'derivative')
    return dottedEquation(left, slope, position) ?? primedEquation(left, slope, position);
  const [time, second] = left.variables ?? [];
  if (time?.kind !== 'name' || second !== undefined) return null;
  const found = unknownOf(left.body, time);
  // `\nabla_A\det A = …` says something of a function that is known.
  if (found === null || builtInFor(found.unknown.name, null) !== null) return null;
  return { position, time, slope, ...found };
}

/** `\dot x = …`, which is by t, and `\dot x(t) = …`. */
function dottedEquation(left: Syntax, slope: Syntax, position: number): Equation | null {
  const call = callIn(left);
  const dotted = left.kind === 'name' ? left : call?.name;
  const time = call === null ? timeAt(left) : call.argument;
  if (dotted === undefined || time.kind !== 'name') return null;
  const [key, plain] = [dotted.name.key, dotted.name.plain].map((text) => DOTTED.exec(text)?.[1]);
  if (key === undefined || plain === undefined) return null;
  const unknown = { ...dotted, name: { key, plain } };
  return { position, unknown, time, style: 'call', slope, isDotted: true };
}

function timeAt({ span }: Syntax): NameSyntax {
  return { kind: 'name', name: { key: 't', plain: 't' }, span };
}

const DOTTED = /^\\dot\{(.*)\}$/;

/** `x'(t) = …`. */
function primedEquation(left: Syntax, slope: Syntax, position: number): Equation | null {
  const call = callIn(left);
  if (call?.argument.kind !== 'name') return null;
  const { name } = call.name;
  const [key, plain] = [name.key, name.plain].map((text) => PRIMED.exec(text)?.[1]);
  if (key === undefined || plain === undefined) return null;
  const unknown = { ...call.name, name: { key, plain } };
  return { position, unknown, time: call.argument, style: 'call', slope };
}

const PRIMED = /^(.*)\^\{\\prime ?\}$/;

/** `x`, `x(t)` or `x_t` by t. */
function unknownOf(body: Syntax, time: NameSyntax): Pick<Equation, 'unknown' | 'style'> | null {
  if (body.kind === 'name') return { unknown: body, style: 'call' };
  const isTime = (syntax: Syntax | null | undefined): boolean =>
    syntax?.kind === 'name' && syntax.name.plain === time.name.plain;
  const call = callIn(body);
  if (call !== null) return isTime(call.argument) ? { unknown: call.name, style: 'call' } : null;
  if (body.kind !== 'indexed' || body.base.kind !== 'name') return null;
  return isTime(onlyIndexOf(body)) ? { unknown: body.base, style: 'member' } : null;
}

function isGroupOf(group: Syntax, name: Name): boolean {
  const [only] = group.kind === 'group' ? group.items : [];
  return (
    group.kind === 'group' &&
    group.items.length === 1 &&
    only?.kind === 'name' &&
    only.name.plain === name.plain
  );
}

/** `x(0) = …`, `x_0 = …`; `x(s) = …` defines a function. */
function startOf(left: Syntax, value: Syntax, position: number): Start | null {
  if (left.kind === 'indexed') {
    const place = onlyIndexOf(left);
    if (left.base.kind !== 'name' || place?.kind !== 'number') return null;
    return { position, name: left.base.name, style: 'member', place, value: left };
  }
  const call = callIn(left);
  if (call === null || call.argument.kind === 'name') return null;
  return { position, name: call.name.name, style: 'call', place: call.argument, value };
}

function onlyIndexOf({ indices }: IndexedSyntax): Syntax | null {
  const [only] = indices ?? [];
  return indices?.length === 1 && only?.kind === 'expression' ? only.body : null;
}

/** A name before one argument in parentheses. */
function callIn(syntax: Syntax): { readonly name: NameSyntax; readonly argument: Syntax } | null {
  if (syntax.kind !== 'product' || syntax.factors.length !== 2) return null;
  const [name, group] = syntax.factors.map(({ body }) => body);
  if (name?.kind !== 'name' || group?.kind !== 'group' || group.items.length !== 1) return null;
  const [argument] = group.items;
  return argument === undefined ? null : { name, argument };
}

function startsOf(start: Start, { unknown, style }: Equation): boolean {
  return start.style === style && start.name.plain === unknown.name.plain;
}

/** The unknown and all that its slope rests on, itself first. */
function systemOf(equation: Equation, all: readonly Equation[]): readonly Equation[] {
  const system = [equation];
  for (const member of system) {
    visitSyntax(member.slope, (node) => {
      if (node.kind !== 'name') return;
      const other = all.find(({ unknown }) => unknown.name.plain === node.name.plain);
      if (other !== undefined && !system.includes(other)) system.push(other);
    });
  }
  return system;
}

function roleOf(
  equation: Equation,
  system: readonly Equation[],
  starts: readonly (Start | undefined)[],
): EquationRole {
  const { unknown, time, style } = equation;
  const missing = system.find((_, at) => starts[at] === undefined);
  const found = starts.filter((start) => start !== undefined);
  const problem = (code: Problem['code'], name: Name): EquationRole => ({
    kind: 'problem',
    problem: {
      code,
      span: unknown.span,
      data: { name: showName(name), time: showName(time.name) },
    },
  });
  if (missing !== undefined) return problem('solution.no-start', missing.unknown.name);
  const other = system.find((each) => each.time.name.plain !== time.name.plain);
  if (other !== undefined) return problem('solution.two-times', other.unknown.name);
  const [first] = found;
  const apart = found.find((start) => spellPlace(start.place) !== spellPlace(first?.place));
  if (first === undefined || apart !== undefined)
    return problem('solution.two-starts', apart?.name ?? unknown.name);
  const names = system.map(nameInSlopes);
  const body: SolutionSyntax = {
    kind: 'solution',
    time,
    unknowns: names,
    slopes: system.map(({ slope }) => withOneName(slope, system)),
    begin: first.place,
    starts: found.map(({ value }) => value),
    wanted: 0,
    span: equation.slope.span,
  };
  return { kind: 'equation', unknown, style, body };
}

function spellPlace(place: Syntax | undefined): string {
  return JSON.stringify(place, (key, value: unknown) => (key === 'span' ? undefined : value));
}

/** `x_t`, or x alone where it is a function of time. */
function nameInSlopes({ unknown, time, style }: Equation): NameSyntax {
  if (style === 'call') return unknown;
  return { ...unknown, name: memberName(unknown.name, spaced(time.name.plain)) };
}

/** x, `x(t)` and `x_t` are the same unknown. */
function withOneName(slope: Syntax, system: readonly Equation[]): Syntax {
  const unknowns = system.map((equation) => {
    const { unknown, time } = equation;
    const member = memberName(unknown.name, spaced(time.name.plain));
    return {
      own: nameInSlopes(equation).name,
      time,
      spellings: [unknown.name.plain, member.plain],
    };
  });
  const change = (node: Syntax): Syntax => {
    const name = node.kind === 'name' ? node.name : node.kind === 'indexed' ? node.full : null;
    const meant = unknowns.find(({ spellings }) => name !== null && spellings.includes(name.plain));
    if (meant !== undefined) return { kind: 'name', name: meant.own, span: node.span };
    if (node.kind !== 'product') return node;
    const factors: Factor[] = [];
    for (const factor of node.factors) {
      const before = factors[factors.length - 1]?.body;
      const unknown = unknowns.find(
        ({ own }) => before?.kind === 'name' && own.plain === before.name.plain,
      );
      const isOwn =
        factor.operator === 'juxtaposed' &&
        unknown !== undefined &&
        isGroupOf(factor.body, unknown.time.name);
      if (!isOwn) factors.push(factor);
    }
    const [only] = factors;
    return factors.length === 1 && only !== undefined ? only.body : { ...node, factors };
  };
  return rewrite(slope, change) as Syntax;
}

/** Changes each node of a formula, the inner ones first. */
function rewrite(node: unknown, change: (node: Syntax) => Syntax): unknown {
  if (Array.isArray(node)) return node.map((each) => rewrite(each, change));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, rewrite(value, change)]);
  const copy = Object.fromEntries(entries) as Syntax;
  return typeof copy.kind === 'string' ? change(copy) : copy;
}

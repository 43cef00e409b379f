// What stands behind `\sim`: a law with a name, a mixture, probabilities with their values, a density.
import type { Span } from '../../core/text/span.js';
import { sameShape, shapeOf, type Expression } from '../expression.js';
import { inParentheses } from '../inParentheses.js';
import { refuse } from '../refusal.js';
import { showName } from '../read/names.js';
import type { Factor, GroupSyntax, IndexedSyntax, Name, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { closedNumber } from './closed.js';
import { constant } from './construct.js';
import {
  findMeaning,
  resolveIn,
  requireScalar,
  withLocal,
  type Context,
  type FunctionDefinition,
  type Meaning,
} from './context.js';
import { vectorFrom } from './entries.js';
import type { Law, WeightedLaw } from './law.js';
import { namedLaw, namesLaw, requireDistribution, requireWhole, scaledBy } from './lawFamilies.js';

/** What the law is of: its name, and where its values are used. */
export interface LawSubject {
  readonly name: Name;
  readonly body: Syntax | null;
}

export function resolveLaw(syntax: Syntax, subject: LawSubject | null, context: Context): Law {
  const parts = partsOf(syntax, subject, context);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && only.weight === null) return only.law;
  const weights = parts.map(({ weight }) => (weight === null ? 1 : closedNumber(weight)));
  if (weights.every((weight) => weight !== null)) {
    const negative = weights.find((weight) => weight < 0);
    if (negative !== undefined) refuse('law.probability', syntax.span, { found: String(negative) });
    requireWhole(weights, syntax.span);
  }
  return { kind: 'mixture', parts };
}

/** Whether an expression says a law, and no number or vector. */
export function isLaw(syntax: Syntax, context: Context): boolean {
  switch (syntax.kind) {
    case 'sum':
      return syntax.terms.every(({ negative, body }) => !negative && isLaw(body, context));
    case 'group':
      return (
        syntax.bar === null &&
        syntax.items.length === 1 &&
        syntax.items.every((item) => isLaw(item, context))
      );
    case 'product':
      return isLawProduct(syntax.factors, context);
    case 'name':
      return findMeaning(context, syntax.name)?.kind === 'law';
    case 'indexed':
      return isIndexedLaw(syntax, context);
    default:
      return false;
  }
}

/** A name with an index, or a member of a family of laws: `p_t = \mathcal N(0,t)`. */
function isIndexedLaw({ full, base }: IndexedSyntax, context: Context): boolean {
  const meaning = full === null ? null : findMeaning(context, full);
  if (meaning !== null || base.kind !== 'name') return meaning?.kind === 'law';
  const [family] = context.scope.families(base.name, context.shared.notes);
  const inside = { ...context, locals: new Map() };
  return family !== undefined && isLaw(family.definition.body, inside);
}

function isLawProduct(factors: readonly Factor[], context: Context): boolean {
  const [before, last] = factors.slice(-2);
  if (before === undefined || last === undefined) return false;
  const name = nameOf(before.body);
  const isNamed = name !== null && namesLaw(name) && findMeaning(context, name) === null;
  if (isNamed && last.body.kind === 'group') return last.body.bar === null;
  if (isNamed && last.body.kind === 'set') return last.body.conditions === null;
  return isLaw(last.body, context);
}

/** `\frac12\mathcal N(-1,1)+\frac12\mathcal N(1,1)`, part by part. */
function partsOf(
  syntax: Syntax,
  subject: LawSubject | null,
  context: Context,
): readonly WeightedLaw[] {
  switch (syntax.kind) {
    case 'sum':
      return syntax.terms.flatMap(({ negative, body }) =>
        negative ? refuse('law.unclear', body.span) : partsOf(body, subject, context),
      );
    case 'group': {
      const [only] = syntax.items;
      if (syntax.bar !== null || syntax.items.length !== 1 || only === undefined)
        return refuse('law.unclear', syntax.span);
      return partsOf(only, subject, context);
    }
    case 'product':
      return productParts(syntax.factors, syntax.span, subject, context);
    case 'name':
      return [{ weight: null, law: lawOfName(syntax.name, syntax, subject, context) }];
    case 'indexed':
      return [{ weight: null, law: lawOfIndexed(syntax, subject, context) }];
    default:
      return refuse('law.unclear', syntax.span);
  }
}

function productParts(
  factors: readonly Factor[],
  span: Span,
  subject: LawSubject | null,
  context: Context,
): readonly WeightedLaw[] {
  const last = factors[factors.length - 1];
  const before = factors[factors.length - 2];
  if (last === undefined || factors.some(({ operator }) => operator === 'slash'))
    return refuse('law.unclear', span);
  const group = argumentsIn(last.body);
  const isCall = before !== undefined && group !== null && isCallee(before, context);
  const core = isCall
    ? [{ weight: null, law: lawOfCall(before.body, group, subject, context) }]
    : partsOf(last.body, subject, context);
  const coefficients = factors.slice(0, isCall ? -2 : -1);
  const [first] = coefficients;
  if (first === undefined) return core;
  const weight = requireScalar(
    resolveIn(
      { ...context, entries: null },
      coefficients.length === 1 ? first.body : { kind: 'product', factors: coefficients, span },
    ),
  );
  return core.map((part) => ({ weight: scaledBy(weight, part.weight), law: part.law }));
}

/** `\mathcal U\{-1,1\}` needs no parentheses. */
function argumentsIn(body: Syntax): GroupSyntax | null {
  if (body.kind === 'group') return body;
  return body.kind === 'set' ? inParentheses(body) : null;
}

function isCallee({ body }: Factor, context: Context): boolean {
  const name = nameOf(body);
  if (name === null) return false;
  const meaning = findMeaning(context, name);
  if (meaning === null) return namesLaw(name) || body.kind === 'name';
  return meaning.kind === 'function' || meaning.kind === 'law';
}

function nameOf(syntax: Syntax): Name | null {
  if (syntax.kind === 'name') return syntax.name;
  return syntax.kind === 'indexed' ? syntax.full : null;
}

function lawOfCall(
  callee: Syntax,
  group: GroupSyntax,
  subject: LawSubject | null,
  context: Context,
): Law {
  const name = nameOf(callee);
  const span = { start: callee.span.start, end: group.span.end };
  if (name === null) return refuse('law.unclear', span);
  const meaning = findMeaning(context, name);
  if (meaning === null) return namedLaw(name, parametersOf(group, subject), span, context);
  if (meaning.kind === 'function') return lawOfDensity(meaning.definition, group, subject, context);
  const [only] = group.items;
  const isOwn = group.items.length === 1 && only !== undefined && isSubject(only, subject);
  if (meaning.kind !== 'law' || !isOwn) return refuse('law.unclear', span);
  return meaning.law;
}

/** `\mathcal N(0,1)`, or as a density of the subject: `\mathcal N(x;0,1)`, `\mathcal N(x\mid 0,1)`. */
function parametersOf(
  { items, bar, span }: GroupSyntax,
  subject: LawSubject | null,
): readonly Syntax[] {
  if (bar === null) return items;
  const [first] = items;
  if (bar.before !== 1 || bar.text === '\\|' || first === undefined || !isSubject(first, subject))
    return refuse('law.unclear', span);
  return items.slice(1);
}

function isSubject(syntax: Syntax, subject: LawSubject | null): boolean {
  return subject !== null && nameOf(syntax)?.plain === subject.name.plain;
}

/** `x \sim p(x|y)` where p was defined by a density that has a name. */
function lawOfDensity(
  { parameters, body, position }: FunctionDefinition,
  group: GroupSyntax,
  subject: LawSubject | null,
  context: Context,
): Law {
  const own = group.items.findIndex((item) => isSubject(item, subject));
  const variable = parameters[own];
  if (variable === undefined || parameters.length !== group.items.length)
    return refuse('law.unclear', group.span);
  let inside: Context = { ...context, position, locals: new Map(), entries: null, implicit: null };
  group.items.forEach((item, at) => {
    const name = parameters[at];
    if (at === own || name === undefined) return;
    const expression = resolveIn({ ...context, entries: null }, item);
    inside = withLocal(inside, name, { kind: 'value', expression });
  });
  return resolveLaw(body, { name: variable, body: null }, inside);
}

function lawOfIndexed(syntax: IndexedSyntax, subject: LawSubject | null, context: Context): Law {
  const { full, base, indices, span } = syntax;
  if (full !== null && findMeaning(context, full) !== null)
    return lawOfName(full, syntax, subject, context);
  const families =
    base.kind === 'name' ? context.scope.families(base.name, context.shared.notes) : [];
  const [family] = families;
  const [index] = indices ?? [];
  if (family === undefined || index?.kind !== 'expression' || family.pattern.length !== 1)
    return refuse('law.unknown', span, { name: full === null ? '' : showName(full) });
  const { definition } = family;
  const [parameter] = definition.parameters;
  if (parameter === undefined) return refuse('law.unclear', span);
  const expression = resolveIn({ ...context, entries: null }, index.body);
  const inside = { ...context, position: definition.position, locals: new Map(), entries: null };
  const meaning: Meaning = { kind: 'value', expression };
  return resolveLaw(definition.body, subject, withLocal(inside, parameter, meaning));
}

function lawOfName(
  name: Name,
  { span }: Syntax,
  subject: LawSubject | null,
  context: Context,
): Law {
  const meaning = findMeaning(context, name);
  switch (meaning?.kind) {
    case 'law':
      return meaning.law;
    case 'value':
      return finiteLaw({ ...meaning.expression, span }, name, subject, context);
    case 'families': {
      const array = meaning.families.map((family) => family.array).find((found) => found !== null);
      return array === undefined || array === null
        ? refuse('law.unclear', span)
        : finiteLaw({ ...array, span }, name, subject, context);
    }
    case 'random':
      return refuse('law.of-variable', span, { name: showName(name) });
    default:
      return refuse('law.unknown', span, { name: showName(name) });
  }
}

/** Probabilities: their values are those of a vector of that name, or the indices where nothing else is meant. */
function finiteLaw(
  given: Expression,
  name: Name,
  subject: LawSubject | null,
  context: Context,
): Law {
  const weights = requireDistribution(given);
  const shape = shapeOf(weights);
  const length = shape.rank === 1 ? shape.length : 0;
  const own = subject === null ? null : findMeaning(context, subject.name);
  if (own?.kind === 'value' && subject !== null) {
    const support = own.expression;
    const size = shapeOf(support);
    const fits = size.rank === 1 ? sameShape(size, shape) : size.rank === 2 && size.rows === length;
    if (fits) return { kind: 'finite', support, weights };
  }
  if (subject?.body == null || !isIndexOnly(subject.name, subject.body))
    return refuse('law.support', given.span, {
      name: showName(name),
      variable: subject === null ? 'x' : showName(subject.name),
      length: String(length),
    });
  const { firstIndex } = context.scope.conventions;
  const offset = constant(firstIndex - 1, given.span);
  const support = vectorFrom(context, length, given.span, (place) =>
    firstIndex === 1
      ? place
      : {
          kind: 'add',
          terms: [
            { negative: false, body: place },
            { negative: false, body: offset },
          ],
          span: given.span,
        },
  );
  return { kind: 'finite', support, weights };
}

/** Whether a name stands in indices alone. */
function isIndexOnly({ plain }: Name, body: Syntax): boolean {
  let [total, inIndices] = [0, 0];
  visitSyntax(body, (node) => {
    if (node.kind === 'name' && node.name.plain === plain) total++;
    if (node.kind !== 'indexed') return;
    for (const index of node.indices ?? [])
      if (
        index.kind === 'expression' &&
        index.body.kind === 'name' &&
        index.body.name.plain === plain
      )
        inIndices++;
  });
  return total > 0 && total === inIndices;
}

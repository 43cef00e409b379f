// `\mathbb E_{x_0|x_t}[…]`: a mean under the law of one variable once another is known, by Bayes' rule.
import type { Span } from '../../core/text/span.js';
import { freeLocals } from '../children.js';
import type { Expression, Local } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { Binder, GroupSyntax, Name, Syntax } from '../syntax.js';
import {
  addTerms,
  divide,
  localExpression,
  mapArrays,
  multiply,
  subtract,
  unary,
} from './construct.js';
import {
  freshLocal,
  requireScalar,
  resolveIn,
  withLocal,
  type Context,
  type FunctionDefinition,
  type Meaning,
} from './context.js';
import { densityOf } from './densities.js';
import type { Law, ScaledLaw } from './law.js';
import { meanUnder, shapeOfLaw } from './lawMeans.js';
import { resolveLaw } from './lawReading.js';
import { inlined, polynomialIn, times } from './polynomials.js';
import { openVarying } from './varying.js';

/** What to resolve where the variable is a number. */
type Inside = (inside: Context) => Expression;

/** `x_0|x_t` below the sign. */
export function conditionOf(binder: Binder): GroupSyntax | null {
  const [only] = binder.kind === 'condition' ? binder.conditions : [];
  return only?.kind === 'group' && only.bar !== null ? only : null;
}

/** The variable has a law, and what is known a density in which the variable stands. */
export function meanGiven(
  condition: GroupSyntax,
  span: Span,
  context: Context,
): (resolve: Inside) => Expression {
  const [variable, known] = condition.items;
  if (variable === undefined || known === undefined || condition.items.length !== 2)
    return refuse('expectation.given', condition.span);
  const prior = priorOf(nameOf(variable), condition.span, context);
  const kernel = kernelOf(nameOf(variable), nameOf(known), condition.span, context);
  const local = freshLocal(context, shapeOfLaw(prior));
  const meaning: Meaning = { kind: 'value', expression: localExpression(local, variable.span) };
  const open = (): ReturnType<typeof openVarying> =>
    openVarying(nameOf(variable), meaning, context);
  const lawIn = (inside: Context): Law => lawOfKernel(kernel, variable, inside);
  const at = requireScalar(resolveIn(context, known));

  const { inside, close } = open();
  const posterior = normalPosterior(prior, lawIn(inside), { local, at, close });
  const under =
    (law: Law, weigh: (value: Expression, each: Context) => Expression) =>
    (resolve: Inside): Expression => {
      const { inside: each, close: closeEach } = open();
      return meanUnder(closeEach(weigh(resolve(each), each)), local, law, span, context);
    };
  if (posterior !== null) return under(posterior, (value) => value);
  const density = (each: Context): Expression => densityOf(lawIn(each), at, span, each);
  const weighted = under(prior, (value, each) =>
    mapArrays(each, [value], span, ([entry]) => multiply([density(each), entry ?? value], span)),
  );
  const whole = under(prior, (value) => value)(density);
  return (resolve) =>
    mapArrays(context, [weighted(resolve)], span, ([entry]) => divide(entry ?? whole, whole, span));
}

function nameOf(syntax: Syntax): Name {
  if (syntax.kind === 'name') return syntax.name;
  if (syntax.kind === 'indexed' && syntax.full !== null) return syntax.full;
  return refuse('expectation.given', syntax.span);
}

function priorOf(variable: Name, span: Span, context: Context): Law {
  const found = context.scope.randoms().find(({ name }) => name.plain === variable.plain);
  return found?.law ?? refuse('expectation.prior', span, { name: showName(variable) });
}

/** The one function of the post that is written `p(x_t|x_0)`. */
function kernelOf(variable: Name, known: Name, span: Span, context: Context): FunctionDefinition {
  const kernels = context.scope.conditionals(known, variable, context.position);
  const [kernel] = kernels;
  if (kernels.length === 1 && kernel !== undefined) return kernel;
  return refuse('expectation.kernel', span, {
    name: showName(variable),
    known: showName(known),
    found: String(kernels.length),
  });
}

/** The law of what is known where the variable is a number. */
function lawOfKernel(
  { parameters, body, position }: FunctionDefinition,
  variable: Syntax,
  inside: Context,
): Law {
  const [subject, given] = parameters;
  if (subject === undefined || given === undefined) return refuse('law.unclear', body.span);
  const expression = resolveIn({ ...inside, entries: null }, variable);
  const within = { ...inside, position, locals: new Map(), entries: null, implicit: null };
  const context = withLocal(within, given, { kind: 'value', expression });
  return resolveLaw(body, { name: subject, body: null }, context);
}

interface Observed {
  readonly local: Local;
  readonly at: Expression;
  readonly close: (expression: Expression) => Expression;
}

/** Of a normal variable, where what is known is one with a mean that is linear in it and a variance that is not in it. */
function normalPosterior(prior: Law, kernel: Law, { local, at, close }: Observed): Law | null {
  if (!isNormal(prior) || !isNormal(kernel)) return null;
  const [location, noise] = [kernel.location, kernel.square].map((part) => inlined(close(part)));
  if (location == null || noise == null || freeLocals(noise).has(local)) return null;
  const line = polynomialIn(location, local);
  const slope = line?.get(1);
  if (line === null || slope === undefined || [...line.keys()].some((degree) => degree > 1))
    return null;
  const { span } = at;
  const sum = (...bodies: readonly Expression[]): Expression =>
    addTerms(
      bodies.map((body) => ({ negative: false, body })),
      span,
    );
  const spread = sum(noise, times(prior.square, unary('square', slope, span)));
  const offset = line.get(0);
  const centre = times(slope, prior.location);
  const expected = offset === undefined ? centre : sum(offset, centre);
  const gain = divide(times(prior.square, slope), spread, span);
  const square = divide(times(prior.square, noise), spread, span);
  return {
    ...prior,
    location: sum(prior.location, times(gain, subtract(at, expected, span))),
    scale: unary('sqrt', square, span),
    square,
  };
}

function isNormal(law: Law): law is ScaledLaw {
  return law.kind === 'scaled' && law.family === 'normal';
}

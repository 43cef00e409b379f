// Moves what does not change in a loop out of it, once for equal parts, so that no sum does its work n times.
import { boundBy, childrenOf, freeLocals, mapChildren } from '../children.js';
import { shapeOf, type Expression, type Instance, type Local } from '../expression.js';
import { spellExpression } from '../resolve/construct.js';

/** The same value; loops hold only what depends on their variables. */
export function hoist(expression: Expression, fresh: () => number): Expression {
  return new Hoister(fresh).hoist(expression);
}

type Loop = Extract<Expression, { kind: 'reduce' | 'build' | 'algorithm' }>;

class Hoister {
  readonly #fresh: () => number;
  readonly #instances = new Map<Instance, Instance>();

  constructor(fresh: () => number) {
    this.#fresh = fresh;
  }

  hoist(expression: Expression): Expression {
    const inner = mapChildren(expression, (child) => this.hoist(child));
    if (inner.kind === 'call') return { ...inner, instance: this.#instance(inner.instance) };
    if (inner.kind === 'let') return this.#simplify({ ...inner, eager: isTotal(inner.value) });
    return isLoop(inner) ? this.#loop(inner) : inner;
  }

  #instance(instance: Instance): Instance {
    const known = this.#instances.get(instance) ?? { ...instance, body: this.hoist(instance.body) };
    this.#instances.set(instance, known);
    return known;
  }

  /** A name for a constant or another name is not needed. */
  #simplify(expression: Extract<Expression, { kind: 'let' }>): Expression {
    const { value, local, body } = expression;
    const trivial = value.kind === 'constant' || value.kind === 'local' || value.kind === 'input';
    if (!trivial) return expression;
    const replaced = replaceLocal(body, local, value);
    // The bodies of functions may hold the name too.
    return freeLocals(replaced).has(local) ? expression : replaced;
  }

  #loop(loop: Loop): Expression {
    const bound = new Set(boundBy(loop));
    const moved = new Map<string, { readonly local: Local; readonly value: Expression }>();
    const replace = (part: Expression): Expression => this.#moveOut(part, bound, moved);
    const inside = mapRepeated(loop, replace);
    return [...moved.values()].reduceRight<Expression>(
      (body, { local, value }) => ({
        kind: 'let',
        eager: isTotal(value),
        local,
        value,
        body,
        span: loop.span,
      }),
      inside,
    );
  }

  #moveOut(
    part: Expression,
    bound: ReadonlySet<Local>,
    moved: Map<string, { readonly local: Local; readonly value: Expression }>,
  ): Expression {
    if (isWorthMoving(part) && !intersects(freeLocals(part), bound)) {
      const key = spellExpression(part);
      const known = moved.get(key) ?? { local: this.#nameFor(part), value: part };
      moved.set(key, known);
      return { kind: 'local', local: known.local, span: part.span };
    }
    // What is bound on the way down cannot leave its binding.
    const inner = new Set([...bound, ...boundBy(part)]);
    return mapChildren(part, (child) => this.#moveOut(child, inner, moved));
  }

  #nameFor(part: Expression): Local {
    return { id: this.#fresh(), shape: shapeOf(part), range: null };
  }
}

function isLoop(expression: Expression): expression is Loop {
  return ['reduce', 'build', 'algorithm'].includes(expression.kind);
}

/** Changes what is computed again and again, and leaves what is computed once. */
function mapRepeated(loop: Loop, change: (part: Expression) => Expression): Expression {
  switch (loop.kind) {
    case 'build':
      return { ...loop, body: change(loop.body) };
    case 'reduce':
      return { ...mapChildren(loop, change), from: loop.from, to: loop.to } as Expression;
    case 'algorithm':
      return {
        ...loop,
        functions: loop.functions.map((each) => ({ ...each, body: change(each.body) })),
      };
  }
}

/** Cheap arithmetic is not worth a variable. */
function isWorthMoving(expression: Expression): boolean {
  if (WORTH_MOVING.has(expression.kind)) return true;
  return !AT_HAND.has(expression.kind) && childrenOf(expression).some(isWorthMoving);
}

type Kinds = ReadonlySet<Expression['kind']>;

const AT_HAND: Kinds = new Set(['constant', 'local', 'input', 'element']);

const WORTH_MOVING: Kinds = new Set([
  ...(['reduce', 'build', 'list', 'sorted', 'algorithm', 'call'] as const),
  ...(['power', 'divide', 'unary', 'convention', 'choose'] as const),
]);

/** Whether computing it can neither fail nor take long for nothing. */
function isTotal(expression: Expression): boolean {
  switch (expression.kind) {
    case 'constant':
    case 'local':
    case 'input':
      return true;
    case 'unary':
      return isTotalUnary(expression);
    case 'add':
    case 'multiply':
    case 'list':
    case 'build':
    case 'element':
      return childrenOf(expression).every(isTotal);
    case 'reduce':
      return isTotalReduce(expression);
    default:
      return false;
  }
}

function isTotalUnary({ operator, body }: Extract<Expression, { kind: 'unary' }>): boolean {
  if (operator === 'sqrt' && isSumOfSquares(body)) return true;
  return TOTAL_FUNCTIONS.has(operator) && isTotal(body);
}

function isTotalReduce(expression: Extract<Expression, { kind: 'reduce' }>): boolean {
  const { from, to, operator, conditions, body } = expression;
  const known = from.kind === 'constant' && to.kind === 'constant';
  const additive = operator === 'sum' || operator === 'product';
  return known && additive && conditions.length === 0 && isTotal(body);
}

const TOTAL_FUNCTIONS: ReadonlySet<string> = new Set(['negate', 'abs', 'square', 'positivePart']);

function isSumOfSquares(expression: Expression): boolean {
  if (expression.kind === 'unary') return expression.operator === 'square' && isTotal(expression);
  return expression.kind === 'reduce' && isTotal(expression) && isSumOfSquares(expression.body);
}

function intersects(left: ReadonlySet<Local>, right: ReadonlySet<Local>): boolean {
  for (const local of left) if (right.has(local)) return true;
  return false;
}

function replaceLocal(expression: Expression, local: Local, value: Expression): Expression {
  if (expression.kind === 'local' && expression.local === local) return value;
  return mapChildren(expression, (child) => replaceLocal(child, local, value));
}

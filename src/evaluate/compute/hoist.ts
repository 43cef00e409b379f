// Moves what does not change in a loop out of it, once for equal parts, so that no sum does its work n times.
import { mapChildren, childrenOf } from '../children.js';
import { shapeOf, type Expression, type Instance, type Local } from '../expression.js';
import { spellExpression } from '../resolve/construct.js';

/** The same value; loops hold only what depends on their variables. */
export function hoist(expression: Expression, fresh: () => number): Expression {
  return new Hoister(fresh).hoist(expression);
}

type Loop = Extract<Expression, { kind: 'reduce' | 'build' }>;

class Hoister {
  readonly #fresh: () => number;
  readonly #instances = new Map<Instance, Instance>();
  readonly #free = new WeakMap<Expression, ReadonlySet<Local>>();

  constructor(fresh: () => number) {
    this.#fresh = fresh;
  }

  hoist(expression: Expression): Expression {
    const inner = mapChildren(expression, (child) => this.hoist(child));
    if (inner.kind === 'call') return { ...inner, instance: this.#instance(inner.instance) };
    if (inner.kind === 'let') return this.#simplify({ ...inner, eager: isTotal(inner.value) });
    return inner.kind === 'reduce' || inner.kind === 'build' ? this.#loop(inner) : inner;
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
    return trivial ? replaceLocal(body, local, value) : expression;
  }

  #loop(loop: Loop): Expression {
    const bound = new Set(loop.kind === 'reduce' ? [loop.index] : loop.indices);
    const moved = new Map<string, { readonly local: Local; readonly value: Expression }>();
    const replace = (part: Expression): Expression => this.#moveOut(part, bound, moved);
    const inside: Expression =
      loop.kind === 'build'
        ? { ...loop, body: replace(loop.body) }
        : ({ ...mapChildren(loop, replace), from: loop.from, to: loop.to } as Expression);
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
    if (isWorthMoving(part) && !intersects(this.#freeLocals(part), bound)) {
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

  #freeLocals(expression: Expression): ReadonlySet<Local> {
    const known = this.#free.get(expression);
    if (known !== undefined) return known;
    const free = new Set<Local>();
    if (expression.kind === 'local') free.add(expression.local);
    for (const child of childrenOf(expression))
      for (const local of this.#freeLocals(child)) free.add(local);
    for (const local of boundBy(expression)) free.delete(local);
    this.#free.set(expression, free);
    return free;
  }
}

function boundBy(expression: Expression): readonly Local[] {
  switch (expression.kind) {
    case 'reduce':
      return [expression.index];
    case 'build':
      return expression.indices;
    case 'let':
      return [expression.local];
    default:
      return [];
  }
}

/** Cheap arithmetic is not worth a variable. */
function isWorthMoving(expression: Expression): boolean {
  switch (expression.kind) {
    case 'constant':
    case 'local':
    case 'input':
    case 'element':
      return false;
    case 'reduce':
    case 'build':
    case 'list':
    case 'sorted':
    case 'call':
    case 'power':
    case 'divide':
    case 'unary':
    case 'convention':
    case 'choose':
      return true;
    default:
      return childrenOf(expression).some(isWorthMoving);
  }
}

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

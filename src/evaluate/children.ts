// One walk over expressions for all passes: the children of a node, and a node with other children.
import type { Condition, Expression, Instance, Local } from './expression.js';

/** The same node with each child replaced by `change`; the node itself where nothing changed. */
export function mapChildren(
  expression: Expression,
  change: (child: Expression) => Expression,
): Expression {
  switch (expression.kind) {
    case 'constant':
    case 'input':
    case 'local':
      return expression;
    case 'add': {
      const terms = expression.terms.map((term) => ({ ...term, body: change(term.body) }));
      return { ...expression, terms };
    }
    case 'multiply':
      return { ...expression, factors: expression.factors.map(change) };
    case 'divide':
      return {
        ...expression,
        numerator: change(expression.numerator),
        denominator: change(expression.denominator),
      };
    case 'power':
      return {
        ...expression,
        base: change(expression.base),
        exponent: change(expression.exponent),
      };
    case 'unary':
    case 'checkedIndex':
    case 'build':
      return { ...expression, body: change(expression.body) };
    case 'remainder':
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case 'extremum':
    case 'list':
      return { ...expression, items: expression.items.map(change) };
    default:
      return mapStructured(expression, change);
  }
}

type Structured = Extract<
  Expression,
  {
    kind: 'convention' | 'choose' | 'reduce' | 'element' | 'let' | 'call' | 'sorted' | 'algorithm';
  }
>;

function mapStructured(
  expression: Structured,
  change: (child: Expression) => Expression,
): Expression {
  switch (expression.kind) {
    case 'convention':
      return {
        ...expression,
        zero: change(expression.zero),
        divisor: expression.divisor === null ? null : change(expression.divisor),
        otherwise: change(expression.otherwise),
      };
    case 'choose':
      return mapChoose(expression, change);
    case 'reduce':
      return {
        ...expression,
        from: change(expression.from),
        to: change(expression.to),
        conditions: expression.conditions.map((condition) => mapCondition(condition, change)),
        body: change(expression.body),
      };
    case 'element':
      return {
        ...expression,
        array: change(expression.array),
        indices: expression.indices.map(change),
      };
    case 'let':
      return { ...expression, value: change(expression.value), body: change(expression.body) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(change) };
    case 'sorted':
      return { ...expression, array: change(expression.array) };
    case 'algorithm':
      return {
        ...expression,
        operands: expression.operands.map(change),
        functions: expression.functions.map((each) => ({ ...each, body: change(each.body) })),
      };
  }
}

function mapChoose(
  expression: Extract<Expression, { kind: 'choose' }>,
  change: (child: Expression) => Expression,
): Expression {
  const branches = expression.branches.map(({ conditions, value }) => ({
    conditions: conditions.map((condition) => mapCondition(condition, change)),
    value: change(value),
  }));
  const { otherwise } = expression;
  return { ...expression, branches, otherwise: otherwise === null ? null : change(otherwise) };
}

function mapCondition(condition: Condition, change: (child: Expression) => Expression): Condition {
  if (condition.kind === 'membership') return { ...condition, body: change(condition.body) };
  return { ...condition, left: change(condition.left), right: change(condition.right) };
}

/** The locals that a node gives values to. */
export function boundBy(expression: Expression): readonly Local[] {
  switch (expression.kind) {
    case 'reduce':
      return [expression.index];
    case 'build':
      return expression.indices;
    case 'let':
      return [expression.local];
    case 'algorithm':
      return expression.functions.flatMap(({ parameters }) => parameters);
    default:
      return [];
  }
}

/** The children in the order of evaluation. */
export function childrenOf(expression: Expression): readonly Expression[] {
  const children: Expression[] = [];
  mapChildren(expression, (child) => {
    children.push(child);
    return child;
  });
  return children;
}

const known = new WeakMap<Expression, ReadonlySet<Local>>();

/** The locals that something around an expression has to give values to. */
export function freeLocals(expression: Expression): ReadonlySet<Local> {
  const found = known.get(expression);
  if (found !== undefined) return found;
  const free = new Set<Local>();
  if (expression.kind === 'local') free.add(expression.local);
  for (const child of childrenOf(expression))
    for (const local of freeLocals(child)) free.add(local);
  for (const local of boundBy(expression)) free.delete(local);
  if (expression.kind === 'call')
    for (const local of freeInInstance(expression.instance)) free.add(local);
  known.set(expression, free);
  return free;
}

/** What the body of a function takes from around it. */
export function freeInInstance({ parameters, body }: Instance): ReadonlySet<Local> {
  const free = new Set(freeLocals(body));
  for (const local of parameters) free.delete(local);
  return free;
}

/** Whether some part of it is so, also in what it calls. */
export function somePart(expression: Expression, isSuch: (part: Expression) => boolean): boolean {
  const seen = new Set<Expression>();
  const visit = (part: Expression): boolean => {
    if (seen.has(part)) return false;
    seen.add(part);
    if (isSuch(part) || (part.kind === 'call' && visit(part.instance.body))) return true;
    return childrenOf(part).some(visit);
  };
  return visit(expression);
}

// Names that stand for locals within a scope, and what of its definitions depends on them.
import { freeLocals } from '../children.js';
import { shapeOf, type Expression, type Local } from '../expression.js';
import type { Instances, Meaning } from '../resolve/context.js';

export class Varying<Scope extends { readonly instances: Instances }> {
  readonly around: Scope;
  readonly names: ReadonlyMap<string, Meaning>;
  readonly #locals: Set<Local>;
  /** In the order in which they rest on one another. */
  readonly #inlined: { readonly local: Local; readonly value: Expression }[] = [];

  constructor(around: Scope, names: ReadonlyMap<string, Meaning>) {
    this.around = around;
    this.names = names;
    this.#locals = new Set([...names.values()].flatMap(localsOf));
  }

  /** A name for what depends on what varies, else `null`. */
  inline(value: Expression): Expression | null {
    if (![...freeLocals(value)].some((local) => this.#locals.has(local))) return null;
    const local = { id: this.around.instances.nextLocal++, shape: shapeOf(value), range: null };
    this.#locals.add(local);
    this.#inlined.push({ local, value });
    return { kind: 'local', local, span: value.span };
  }

  /** With the values of these names. */
  close(expression: Expression): Expression {
    const { span } = expression;
    return this.#inlined.reduceRight<Expression>(
      (body, { local, value }) => ({ kind: 'let', eager: false, local, value, body, span }),
      expression,
    );
  }
}

function localsOf(meaning: Meaning): readonly Local[] {
  return meaning.kind === 'value' ? [...freeLocals(meaning.expression)] : [];
}

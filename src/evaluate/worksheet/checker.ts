// Checks on samples: a relation whose symbols have domains and no values is tried at many values of them.
import { seededRandom } from '../check/random.js';
import { search } from '../check/search.js';
import { Sides } from '../check/sides.js';
import type { Space } from '../check/space.js';
import { restsOnPlaces } from '../check/watched.js';
import type { Budget } from '../compute/budget.js';
import { shapeOf, type Expression, type Local } from '../expression.js';
import { attempt, Refusal, type Attempt } from '../refusal.js';
import type { Meaning } from '../resolve/context.js';
import type { Syntax } from '../syntax.js';
import { outcomeOf, type CheckOutcome } from './checkOutcome.js';
import type { Domain } from './domains.js';
import { insideOf, samplerOf } from './freeSymbols.js';
import { isList, statedOf, type StatedValue } from './literals.js';
import { meaningsOf, openSides, symbolsOf, withOwnSizes, type Resolved } from './openSides.js';
import { openSizes, type OpenSizes } from './openSizes.js';
import type { Definition } from './definitions.js';
import { withRestOfChain, type Pair } from './pair.js';
import type { PostScope } from './scope.js';

/** Steps of all samples of one relation together. */
const STEPS = 4_000_000;

export class Checker {
  readonly #scope: PostScope;
  readonly #budget: Budget;

  constructor(scope: PostScope, budget: Budget) {
    this.#scope = scope;
    this.#budget = budget;
  }

  /** `null` where nothing that it speaks of is without a value; refuses what is not declared. */
  check(pair: Pair): CheckOutcome | null {
    const domains = this.#scope.openDomains();
    const sizes = openSizes(domains, this.#scope);
    return withRestOfChain(pair, (others) => this.#checkWith(pair, others, domains, sizes));
  }

  /** What a definition comes to where it depends on symbols without values. */
  outcome(definition: Definition): Attempt<Meaning> {
    const domains = this.#scope.openDomains();
    const { names, choices } = openSizes(domains, this.#scope);
    return attempt(() => {
      const symbols = symbolsOf({ domains, names }, choices.at(-1) ?? new Map(), this.#scope);
      const outcome = this.#scope
        .varying(meaningsOf(symbols), definition.position)
        .outcome(definition);
      if (!outcome.ok) throw outcome.refusal;
      return outcome.value;
    }, definition.span);
  }

  #checkWith(
    pair: Pair,
    others: readonly Syntax[],
    domains: readonly Domain[],
    sizes: OpenSizes,
  ): CheckOutcome | null {
    const used = { steps: 0 };
    const resolved: Resolved[] = [];
    let refused: Refusal | null = null;
    for (const choice of sizes.choices) {
      const found = attempt(
        () => openSides(pair, { others, domains, names: sizes.names }, choice, this.#scope),
        pair.relation.span,
      );
      // `x_2` has no value where n is 1.
      if (found.ok) resolved.push(found.value);
      else refused ??= found.refusal;
    }
    const [first] = resolved;
    if (first === undefined) throw refused ?? new Refusal('domain.unclear', pair.relation.span, {});
    if (first.symbols.length === 0) return null;
    const own = withOwnSizes(resolved, pair, sizes);
    const spaces = own.resolved.map((each) => this.#space(each, pair, used));
    const random = seededRandom(this.#scope.conventions.seed);
    const found = search(spaces, random, {
      hasSteps: (part = 1) => used.steps < part * STEPS,
    });
    return outcomeOf(found, own.resolved, own.sizes);
  }

  #space(resolved: Resolved, { relation, left, right }: Pair, used: { steps: number }): Space {
    const { context, symbols, all } = resolved;
    const locals = symbols.map(({ local }) => local);
    const trial = (side: Expression): ReturnType<Budget['trial']> =>
      this.#budget.trial(side, context.shared.instances, locals, used);
    const samplers = symbols.map((symbol) => samplerOf(symbol, context, this.#budget));
    const inside = insideOf(all, new Set<Local>(locals), context);
    const sides = new Sides({
      left: trial(resolved.left),
      right: trial(resolved.right),
      inside: inside === null ? null : trial(inside),
      locals,
      relation: relation.operator === '\\propto' ? { ...relation, operator: '=' } : relation,
      stated: [statedFor(left, resolved.left), statedFor(right, resolved.right)],
    });
    const isOrder = ['<', '>', '\\le', '\\ge'].includes(relation.operator);
    const mayMiss = restsOnPlaces(resolved.left) || restsOnPlaces(resolved.right);
    return { samplers, sides, isOrder, mayMiss };
  }
}

function statedFor(syntax: Syntax, side: Expression): StatedValue | null {
  const stated = statedOf(syntax);
  if (stated === null || !isList(stated)) return stated;
  const shape = shapeOf(side);
  return shape.rank === 1 && shape.length === stated.length ? stated : null;
}

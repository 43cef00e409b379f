// Which names of a post are random: variables with a law, and functions whose bodies speak of them.
import type { Attempt } from '../refusal.js';
import { foundFor, type Meaning } from '../resolve/context.js';
import type { Name } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { versionAt, type Definition, type Registry } from './definitions.js';

/** What is asked of the scope of the names. */
interface Scope {
  outcome(definition: Definition): Attempt<Meaning>;
  isRandom(name: Name, position: number): boolean;
}

export class DrawnNames {
  readonly #registry: Registry;
  readonly #scope: Scope;
  readonly #known = new Map<Definition, boolean>();

  constructor(registry: Registry, scope: Scope) {
    this.#registry = registry;
    this.#scope = scope;
  }

  /** Of what the post itself defines under this name. */
  has(name: Name, position: number): boolean {
    const definition = versionAt(foundFor(name, this.#registry.byKey) ?? [], position);
    const families = foundFor(name, this.#registry.families) ?? [];
    return [definition, ...families].some((each) => each !== undefined && this.#isDrawn(each));
  }

  /** A function is random where its body speaks of a random variable. */
  #isDrawn(definition: Definition): boolean {
    const { form, body, parameters, position } = definition;
    if (form !== 'function') {
      const outcome = this.#scope.outcome(definition);
      return outcome.ok ? outcome.value.kind === 'random' : outcome.refusal.code === 'law.alone';
    }
    const known = this.#known.get(definition);
    if (known !== undefined) return known;
    this.#known.set(definition, false);
    let found = false;
    visitSyntax(body, (node) => {
      if (found || node.kind !== 'name') return;
      const isParameter = parameters.some(({ plain }) => plain === node.name.plain);
      found = !isParameter && this.#scope.isRandom(node.name, position);
    });
    this.#known.set(definition, found);
    return found;
  }
}

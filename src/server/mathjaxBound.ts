// A bound on how much MathJax reads of one formula, macros expanded, as a package of its TeX input.
import { Configuration } from '@mathjax/src/js/input/tex/Configuration.js';
import { ConfigurationType, HandlerType } from '@mathjax/src/js/input/tex/HandlerTypes.js';
import { AbstractTokenMap } from '@mathjax/src/js/input/tex/TokenMap.js';
import type { ParseInput } from '@mathjax/src/js/input/tex/Types.js';

/** The name of the package. */
export const boundPackage = 'postulate-bound';

/** Characters and commands of one formula; what has more makes no picture that a hover could show. */
const maxRead = 10_000;

/** Sees every character before the other maps do, and takes none. */
class CountingMap extends AbstractTokenMap<null> {
  readonly #read = new WeakMap<object, number>();

  constructor() {
    super(boundPackage, () => undefined);
  }

  contains(): boolean {
    return false;
  }

  lookup(): null {
    return null;
  }

  override parse([{ configuration }]: ParseInput): undefined {
    const formula = configuration.mathItem;
    const read = (this.#read.get(formula) ?? 0) + 1;
    if (read > maxRead) throw new Error('This is too long for a picture.');
    this.#read.set(formula, read);
  }
}

new CountingMap();
Configuration.create(boundPackage, {
  [ConfigurationType.HANDLER]: { [HandlerType.CHARACTER]: [boundPackage] },
  // Before all others, which have 5 or more, and end the search.
  [ConfigurationType.PRIORITY]: 1,
});

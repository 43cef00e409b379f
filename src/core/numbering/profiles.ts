// What each math engine does with numbers, tags and labels: every difference between them is data here.
import type { MathEngine, TagMode } from '../site/site.js';
import {
  amsmathEnvironments,
  katexEnvironments,
  mathjax3Environments,
  mathjax4Environments,
  type EnvironmentTable,
} from './environments.js';

export interface Profile {
  readonly environments: EnvironmentTable;
  /** Rows of numbered environments take a number without a `\tag`. */
  readonly automaticNumbers: boolean;
  /** A display that no environment numbers takes a number as a whole. */
  readonly numbersEveryDisplay: boolean;
  /** `\label`, `\ref` and `\eqref` exist. */
  readonly knowsLabels: boolean;
  /** A label that stands before an environment is the label of its first number. */
  readonly labelsEnterEnvironments: boolean;
  /** A label that found no number in an inner environment goes to the number around it. */
  readonly labelsLeaveEnvironments: boolean;
  /** A label of a row without a number goes to the next row. */
  readonly unnumberedRowKeepsLabel: boolean;
  /** Two labels for one number: an error, or the last one wins. */
  readonly severalLabels: 'error' | 'last';
  /** A label that the page has already: an error of the later display, or the last one wins. */
  readonly duplicateLabels: 'error' | 'last';
  /**
   * Equation structures stand `once` in a formula, or only at its `start` (or that of a cell of
   * `gather`), or anywhere in a `display`.
   */
  readonly structures: 'once' | 'start' | 'display';
  /** Equation structures may stand in an environment that `\newenvironment` made. */
  readonly structuresInUserEnvironments: boolean;
  /** A row of `gather` that holds an `align` takes a number of its own. */
  readonly numbersRowOfStructure: boolean;
  /** A `\\` at the end of an environment begins one more row. */
  readonly emptyLastRowCounts: boolean;
  /** A row that ends in `\cr` takes a number. */
  readonly crRowCounts: boolean;
  /** A `\notag` takes back a `\tag` before it. */
  readonly notagDropsTag: boolean;
  /** `\tag` may stand in a display without an environment. */
  readonly tagsWithoutEnvironment: boolean;
  /** `\tag` may stand in an inline formula, where it shows nothing. */
  readonly tagsInline: boolean;
  /** A formula with a reference that is not yet known is read twice. */
  readonly readsTwice: boolean;
  /** When a formula is read again, its labels are passed over. */
  readonly secondReadingSkipsLabels: boolean;
  /** A reference before the number of its label in the same display is unresolved. */
  readonly resolvesOnce: boolean;
}

type EngineProfile = Omit<Profile, 'automaticNumbers' | 'numbersEveryDisplay'>;

const mathjax4: EngineProfile = {
  environments: mathjax4Environments,
  knowsLabels: true,
  labelsEnterEnvironments: true,
  labelsLeaveEnvironments: true,
  unnumberedRowKeepsLabel: true,
  severalLabels: 'error',
  duplicateLabels: 'error',
  structures: 'start',
  structuresInUserEnvironments: false,
  numbersRowOfStructure: true,
  emptyLastRowCounts: false,
  crRowCounts: true,
  notagDropsTag: true,
  tagsWithoutEnvironment: true,
  tagsInline: true,
  readsTwice: true,
  secondReadingSkipsLabels: false,
  resolvesOnce: true,
};

const mathjax3: EngineProfile = {
  ...mathjax4,
  environments: mathjax3Environments,
  labelsEnterEnvironments: false,
  labelsLeaveEnvironments: false,
  unnumberedRowKeepsLabel: false,
  structures: 'once',
  secondReadingSkipsLabels: true,
};

const amsmath: EngineProfile = {
  ...mathjax4,
  environments: amsmathEnvironments,
  severalLabels: 'last',
  duplicateLabels: 'last',
  structuresInUserEnvironments: true,
  numbersRowOfStructure: false,
  emptyLastRowCounts: true,
  crRowCounts: false,
  notagDropsTag: false,
  tagsInline: false,
  readsTwice: false,
  resolvesOnce: false,
};

const katex: EngineProfile = {
  ...mathjax3,
  environments: katexEnvironments,
  knowsLabels: false,
  emptyLastRowCounts: true,
  notagDropsTag: false,
  tagsInline: false,
  structures: 'display',
  readsTwice: false,
};

const engines: { readonly [engine in MathEngine]: EngineProfile } = {
  mathjax4,
  mathjax3,
  mathjax2: mathjax3,
  katex,
  amsmath,
};

/** LaTeX and KaTeX number by environment alone; only MathJax has a choice. */
const fixedNumbers: ReadonlySet<MathEngine> = new Set<MathEngine>(['amsmath', 'katex']);

const profiles = new Map<string, Profile>();

export function profileOf(math: MathEngine, tags: TagMode): Profile {
  const key = `${math} ${tags}`;
  let profile = profiles.get(key);
  if (profile === undefined) {
    const chosen = fixedNumbers.has(math) ? 'ams' : tags;
    profile = {
      ...engines[math],
      automaticNumbers: chosen !== 'none',
      numbersEveryDisplay: chosen === 'all',
    };
    profiles.set(key, profile);
  }
  return profile;
}

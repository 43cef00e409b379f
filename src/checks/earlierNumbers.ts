// Numbers written by hand whose equation had that number earlier and has another one now.
import { resolveLink } from '../core/blog/links.js';
import type { NumberFacts, PostFacts } from '../core/post/facts.js';
import { numberedRows, tagsOf, type NamedEquation, type NumberedEquation } from './numberedRows.js';
import type { BlogContext, EarlierState } from './rule.js';

export interface MovedNumber extends NamedEquation {
  readonly written: NumberFacts;
}

export function movedNumbers(context: BlogContext): readonly MovedNumber[] {
  const { path, facts, around } = context;
  if (facts.numbers.length === 0) return [];
  const once = onlyOnes(facts.numbers, placeOf);
  const states = around.earlier.map((earlier) => new Comparison(earlier, context)).reverse();
  return facts.numbers.flatMap((written) => {
    const post = postOf(written, path);
    if (post === null || !once.has(written.place)) return [];
    const equation = sinceWritten(states, written, post)?.moved(post).get(written.number);
    return equation ? [{ written, equation, post }] : [];
  });
}

/**
 * The oldest state since which the post says the number in the same words: what it named then is what was
 * meant. The newest comes first; `null` where nobody knows.
 */
function sinceWritten(
  states: readonly Comparison[],
  written: NumberFacts,
  post: string,
): Comparison | null {
  let oldest: Comparison | null = null;
  for (const state of states) {
    if (!state.knows(post)) continue;
    if (!state.holds(written)) break;
    oldest = state;
  }
  return oldest;
}

/** A post as it stands with an earlier state. */
class Comparison {
  readonly #earlier: EarlierState;
  readonly #context: BlogContext;
  readonly #moved = new Map<string, Moved>();
  #numbers: ReadonlyMap<number, NumberFacts> | null = null;

  constructor(earlier: EarlierState, context: BlogContext) {
    this.#earlier = earlier;
    this.#context = context;
  }

  /** Both what the post said and what equations the other one had. */
  knows(post: string): boolean {
    return this.#earlier(this.#context.path) !== null && this.#earlier(post) !== null;
  }

  holds({ place, number }: NumberFacts): boolean {
    this.#numbers ??= onlyOnes(this.#earlier(this.#context.path)?.numbers ?? [], placeOf);
    return this.#numbers.get(place)?.number === number;
  }

  moved(post: string): Moved {
    let moved = this.#moved.get(post);
    if (!moved) this.#moved.set(post, (moved = movedIn(post, this.#earlier, this.#context)));
    return moved;
  }
}

/** The posts whose equations a post names by numbers. */
export function postsNamed(path: string, facts: PostFacts | undefined): ReadonlySet<string> {
  return new Set((facts?.numbers ?? []).flatMap((written) => postOf(written, path) ?? []));
}

/** Whether equations of the post have other numbers than before. */
export function hasMoved(context: BlogContext): boolean {
  return context.around.earlier.some((earlier) => movedIn(context.path, earlier, context).size > 0);
}

function placeOf({ place }: NumberFacts): number {
  return place;
}

function postOf({ of }: NumberFacts, path: string): string | null {
  if (of === 'own') return path;
  return of === 'unknown' ? null : (resolveLink(path, of.link)?.path ?? null);
}

/** By their numbers before, the equations of a post that have others now. */
type Moved = ReadonlyMap<string, NumberedEquation>;

function movedIn(post: string, earlier: EarlierState, { path, facts, blog }: BlogContext): Moved {
  const moved = new Map<string, NumberedEquation>();
  const before = earlier(post);
  const after = post === path ? facts : blog.facts(post);
  if (!before || !after || before === after) return moved;
  // An equation that is half typed may take the numbers of others for a moment.
  if (errorsIn(after) > errorsIn(before)) return moved;
  const rows = numberedRows(after);
  const tags = tagsOf(rows);
  const rowsBefore = numberedRows(before);
  const find = finder(rowsBefore, rows);
  for (const [number, row] of onlyOnes(rowsBefore, ({ number }) => number)) {
    const equation = find(row);
    // A number that is written by hand may be what is meant.
    if (!equation || equation.number === number || tags.has(number)) continue;
    moved.set(number, equation);
  }
  return moved;
}

function errorsIn({ displays }: PostFacts): number {
  return displays.filter(({ error }) => error !== null).length;
}

/** An equation is the same one if it has the same label, or else the same TeX. */
function finder(
  before: readonly NumberedEquation[],
  after: readonly NumberedEquation[],
): (row: NumberedEquation) => NumberedEquation | undefined {
  const labelled = new Map(after.flatMap((row) => row.labels.map((label) => [label, row])));
  const known = onlyOnes(before, ({ fingerprint }) => fingerprint);
  const equal = onlyOnes(after, ({ fingerprint }) => fingerprint);
  return (row) => {
    const byLabel = row.labels.flatMap((label) => labelled.get(label) ?? [])[0];
    return byLabel ?? (known.has(row.fingerprint) ? equal.get(row.fingerprint) : undefined);
  };
}

/** By a key, those that no other has. */
function onlyOnes<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, Item> {
  const ones = new Map<Key, Item>();
  const several = new Set<Key>();
  for (const item of items) {
    const key = keyOf(item);
    if (ones.has(key)) several.add(key);
    ones.set(key, item);
  }
  for (const key of several) ones.delete(key);
  return ones;
}

// Symbols of a whole blog: labels of equations with their numbers, and titles. Headings are VS Code's own and not
// listed again.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { findLabel } from './symbol.js';

export interface BlogSymbol {
  readonly kind: 'label' | 'title';
  readonly path: string;
  /** `(3) eq:ode`, or the title. */
  readonly name: string;
  /** The label; empty for a title. */
  readonly key: string;
  /** The title or path of the post that holds it. */
  readonly container: string;
  /** Where the display begins. */
  readonly line: number;
}

/** More than anybody looks through; typing on narrows them down. */
const mostSymbols = 200;

/** Those with the letters of the query in its order, as editors filter; first those that hold it as it is. */
export function workspaceSymbols(blog: BlogView, query: string): readonly BlogSymbol[] {
  const letters = query.toLowerCase().replace(/\s+/g, '');
  const whole: BlogSymbol[] = [];
  const scattered: BlogSymbol[] = [];
  for (const path of blog.paths()) {
    const facts = blog.facts(path);
    for (const symbol of facts ? symbolsOf(path, facts) : []) {
      const name = symbol.name.toLowerCase().replace(/\s+/g, '');
      if (name.includes(letters)) whole.push(symbol);
      else if (scattered.length < mostSymbols && holdsInOrder(name, letters))
        scattered.push(symbol);
    }
    if (whole.length >= mostSymbols) break;
  }
  return [...whole, ...scattered].slice(0, mostSymbols);
}

/** Where it stands in its post; `null` where that has it no longer. */
export function symbolSpan(
  { facts }: Snapshot,
  { kind, key }: Pick<BlogSymbol, 'kind' | 'key'>,
): Span | null {
  return kind === 'title' ? facts.titleSpan : (findLabel(facts.labels, key)?.keySpan ?? null);
}

function* symbolsOf(path: string, facts: PostFacts): Iterable<BlogSymbol> {
  const container = facts.title ?? path;
  if (facts.title !== null && !facts.headings.some(({ span }) => span === facts.titleSpan)) {
    yield { kind: 'title', path, name: facts.title, key: '', container: path, line: 0 };
  }
  for (const { key, number, display } of facts.labels) {
    const name = number === null ? key : `(${number}) ${key}`;
    const line = facts.displays[display]?.line ?? 0;
    yield { kind: 'label', path, name, key, container, line };
  }
}

function holdsInOrder(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

// Symbols of a whole blog: labels of equations with their numbers, and titles. Headings are VS Code's own and not
// listed again.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { findLabel } from './countingLabel.js';
import { hasLetters } from './lettersInOrder.js';
import { titleIsHeading } from './symbols/title.js';

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
  const letters = withoutBlanks(query.toLowerCase());
  const whole: BlogSymbol[] = [];
  const scattered: BlogSymbol[] = [];
  for (const path of blog.paths()) {
    const facts = blog.facts(path);
    for (const symbol of facts ? symbolsOf(path, facts, letters) : []) {
      const isWhole = withoutBlanks(symbol.name.toLowerCase()).includes(letters);
      (isWhole ? whole : scattered).push(symbol);
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

/** Nothing is made of names that do not fit: a large blog has hundreds of thousands. */
function symbolsOf(path: string, facts: PostFacts, letters: string): readonly BlogSymbol[] {
  const { title, labels, displays } = facts;
  const symbols: BlogSymbol[] = [];
  if (title !== null && hasLetters(letters, title) && !titleIsHeading(facts)) {
    symbols.push({ kind: 'title', path, name: title, key: '', container: path, line: 0 });
  }
  for (const { key, number, display } of labels) {
    if (!(number === null ? hasLetters(letters, key) : hasLetters(letters, '(', number, ')', key)))
      continue;
    const name = number === null ? key : `(${number}) ${key}`;
    const line = displays[display]?.line ?? 0;
    symbols.push({ kind: 'label', path, name, key, container: title ?? path, line });
  }
  return symbols;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

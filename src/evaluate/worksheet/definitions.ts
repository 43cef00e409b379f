// What the statements of a post define and ask for, and which definition holds where.
import type { Span } from '../../core/text/span.js';
import type { Problem } from '../messages.js';
import type { Name, RelationSyntax, Syntax } from '../syntax.js';
import type { Analysis } from './analyses.js';
import type { Domain } from './domains.js';
import type { LeftSide } from './forms.js';
import type { IndexRange } from './indexRanges.js';
import type { Plot } from './plots.js';
import type { Note } from './results.js';
import type { Slide } from './slides.js';
import type { Table } from './tables.js';

export interface Definition {
  readonly form: 'value' | 'function' | 'family' | 'random' | 'slider';
  readonly name: Name;
  readonly parameters: readonly Name[];
  readonly bar: Extract<LeftSide, { kind: 'function' }>['bar'];
  /** Of a family: `null` where the index is a parameter. */
  readonly pattern: readonly (number | null)[];
  /** Where the indices run, as it is said behind the statement. */
  readonly ranges: readonly IndexRange[];
  /** Of a slider, the set that it runs over. */
  readonly body: Syntax;
  /** Of a slider alone. */
  readonly slide?: Slide;
  /** Place in the order of the statements. */
  readonly position: number;
  readonly span: Span;
  /** The statement as it was written. */
  readonly source: string;
}

/** What is to be shown for a statement. */
export type Task =
  | {
      readonly kind: 'define';
      readonly definition: Definition;
      readonly rest: RelationSyntax | null;
    }
  /** The note says why it defines nothing, where it looks like a definition. */
  | { readonly kind: 'claim'; readonly relation: RelationSyntax; readonly note: Note | null }
  | { readonly kind: 'query'; readonly syntax: Syntax; readonly ranges: readonly IndexRange[] }
  | { readonly kind: 'domains'; readonly domains: readonly Domain[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'plot'; readonly plot: Plot }
  | { readonly kind: 'analysis'; readonly analysis: Analysis }
  | { readonly kind: 'slide'; readonly slide: Slide }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'nothing' };

export interface Registry {
  /** All definitions of a name, in order; a later one rebinds. */
  readonly byKey: ReadonlyMap<string, readonly Definition[]>;
  readonly families: ReadonlyMap<string, readonly Definition[]>;
  readonly domains: readonly Domain[];
  /** One for each statement. */
  readonly tasks: readonly Task[];
}

/** The last one before a place; before the first, the first. */
export function versionAt(
  versions: readonly Definition[],
  position: number,
): Definition | undefined {
  let found = versions[0];
  for (const version of versions) if (version.position < position) found = version;
  return found;
}

/** What is written `p(y|x)` with these two names. */
export function conditionalsOf(
  { byKey }: Registry,
  of: Name,
  given: Name,
  position: number,
): readonly Definition[] {
  return [...byKey.values()].flatMap((versions) => {
    const definition = versionAt(versions, position);
    if (definition?.bar?.text !== '|' || definition.parameters.length !== 2) return [];
    const [first, second] = definition.parameters;
    return first?.plain === of.plain && second?.plain === given.plain ? [definition] : [];
  });
}

const LONGEST_SOURCE = 40;

export function shortened(source: string): string {
  return source.length <= LONGEST_SOURCE ? source : `${source.slice(0, LONGEST_SOURCE)}…`;
}

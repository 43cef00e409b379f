// One formula of the library: its definition is LaTeX, which the evaluator reads as it would in a post.

export interface LibraryEntry {
  /** Lower kebab. */
  readonly name: string;
  /** In English, as `about`: other languages translate both. */
  readonly title: string;
  readonly about: string;
  readonly kind: LibraryKind;
  /** The first line defines the function that calls name; others define what it rests on. */
  readonly definitions: readonly string[];
  /** Usual values of what stands behind the semicolon, in that order. */
  readonly usual: readonly string[];
  /** For which values of its parameters the source has it: chains such as `p ≤ 1 < q`, behind commas. */
  readonly condition?: string;
  /** Which values are sparser, better or nearer. */
  readonly direction: 'larger' | 'smaller' | null;
  /** A set, which may speak of parameters, and of n (or K) as the length of the first argument. */
  readonly range: string;
  /** Author, year, and the equation or the name it has there. */
  readonly source: string;
}

export type LibraryKind = 'sparsity' | 'loss' | 'position';

const LEFT_SIDE = /^(\\operatorname\{(\w+)\}\((.*?)\)) = /;

/** The name of the function, as `\operatorname` has it. */
export function wordOf({ definitions }: LibraryEntry): string {
  return matchOf(definitions)[2] ?? '';
}

/** The left side of its definition: `\operatorname{Focal}(p;\gamma)`. */
export function signatureOf({ definitions }: LibraryEntry): string {
  return matchOf(definitions)[1] ?? '';
}

/** What stands behind the semicolon, as written. */
export function parametersOf({ definitions }: LibraryEntry): readonly string[] {
  const [, behind] = (matchOf(definitions)[3] ?? '').split(';');
  return behind === undefined ? [] : behind.split(',');
}

/** A call with the usual values of its parameters: `\operatorname{Focal}(p;2)`. */
export function callOf(entry: LibraryEntry): string {
  const signature = signatureOf(entry);
  return entry.usual.length === 0
    ? signature
    : signature.replace(/;.*\)$/, `;${entry.usual.join(',')})`);
}

function matchOf([first = '']: readonly string[]): readonly (string | undefined)[] {
  return LEFT_SIDE.exec(first) ?? [];
}

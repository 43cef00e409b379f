// Prints what may be long, in pieces, so that it is never one string.

/** In characters: what costs one write. */
const pieceLength = 1 << 16;

export function printPieces(print: (text: string) => void, pieces: Iterable<string>): void {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < pieceLength) continue;
    print(waiting);
    waiting = '';
  }
  if (waiting !== '') print(waiting);
}

/** As `JSON.stringify` writes data, and an end of line. What lies deeper than `levels` is never taken apart. */
export function* jsonPieces(data: unknown, levels: number): Generator<string> {
  yield* piecesOf(data, levels, '\n');
  yield '\n';
}

/** `margin` begins the lines of what holds the value. */
function* piecesOf(value: unknown, levels: number, margin: string): Generator<string> {
  const parts = levels > 0 ? partsOf(value) : [];
  if (parts.length === 0) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', margin);
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  for (const [at, [name, part]] of parts.entries()) {
    yield `${at === 0 ? open : ','}${margin}  ${name}`;
    yield* piecesOf(part, levels - 1, `${margin}  `);
  }
  yield `${margin}${close}`;
}

/** What a list or an object holds, each with what stands before it. */
function partsOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((part) => ['', part]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => [`${JSON.stringify(name)}: `, part]);
}

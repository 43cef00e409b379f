// Parts of a Python program: a text, and how tightly it holds together.

/** As Python binds: what has a lower level needs parentheses where a higher one is expected. */
export const LEVEL = {
  choice: 0,
  comparison: 1,
  sum: 2,
  product: 3,
  sign: 4,
  power: 5,
  whole: 6,
} as const;

export type Level = (typeof LEVEL)[keyof typeof LEVEL];

export interface Piece {
  readonly text: string;
  readonly level: Level;
}

export function piece(text: string, level: Level = LEVEL.whole): Piece {
  return { text, level };
}

/** A call holds together, and its arguments need no parentheses. */
export function call(name: string, ...items: readonly (Piece | string)[]): Piece {
  const texts = items.map((item) => (typeof item === 'string' ? item : item.text));
  return piece(`${name}(${texts.join(', ')})`);
}

export function within({ text, level }: Piece, least: Level): string {
  return level < least ? `(${text})` : text;
}

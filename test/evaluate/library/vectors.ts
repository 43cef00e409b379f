// What the formulas of the library have to be, by scripts/libraryAnswers.py.
import { readFileSync } from 'node:fs';
import type { LibraryEntry } from '../../../src/evaluate/library/entry.js';
import type { Vector } from './writtenCalls.js';

export const VECTORS = JSON.parse(
  readFileSync(new URL('data/answers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly Vector[]>>;

export function vectorsOf({ name }: LibraryEntry): readonly Vector[] {
  return VECTORS[name] ?? [];
}

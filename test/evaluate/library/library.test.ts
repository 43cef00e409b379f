// Every formula of the library computes, from its own LaTeX, what its paper says (scripts/libraryAnswers.py).
import { describe, expect, it } from 'vitest';
import { signatureOf, parametersOf, wordOf } from '../../../src/evaluate/library/entry.js';
import { LIBRARY } from '../../../src/evaluate/library/library.js';
import type { LibraryEntry } from '../../../src/evaluate/library/entry.js';
import type { EvaluationResult, Value } from '../../../src/evaluate/result.js';
import { evaluateSheet } from '../../support/worksheets.js';
import { VECTORS, vectorsOf } from './vectors.js';
import { callWith, writeArgument, type Vector } from './writtenCalls.js';

/** Relative; and absolute below what doubles of this size can tell. */
function isNear(value: Value, expected: Vector['value']): boolean {
  if (Array.isArray(value))
    return (
      Array.isArray(expected) &&
      value.length === expected.length &&
      value.every((entry: Value, at) => isNear(entry, Number(expected[at])))
    );
  const wanted = Number(expected);
  return value === wanted || Math.abs(Number(value) - wanted) <= 1e-9 * Math.abs(wanted) + 1e-14;
}

function checkVectors(entry: LibraryEntry, definitions: readonly string[]): void {
  const vectors = vectorsOf(entry);
  const calls = vectors.map((vector) => callWith(entry, vector));
  const results = evaluateSheet([...definitions, ...calls].join('\n'));
  expect(results).toHaveLength(vectors.length);
  const wrong = results.flatMap((result, at) => {
    const expected = vectors[at]?.value ?? NaN;
    const found = shown(result);
    return found !== null && isNear(found, expected) ? [] : [[result.source, found, expected]];
  });
  expect(wrong).toEqual([]);
}

/** Each call lies in it, whatever the parameters. */
function checkRange(entry: LibraryEntry): void {
  const outside = vectorsOf(entry).filter((vector) => {
    const [first] = vector.arguments;
    const size = Array.isArray(first) ? [`n = ${first.length}`] : [];
    const parameters = parametersOf(entry).map(
      (name, at) => `${name} := ${writeArgument(vector.parameters[at] ?? 0)}`,
    );
    const claim = `${callWith(entry, vector)} \\in ${entry.range}`;
    const results = evaluateSheet([...size, ...parameters, claim].join('\n'));
    return !results.every(({ verdict }) => verdict === 'holds' || verdict === 'unknown');
  });
  expect(outside).toEqual([]);
}

function shown({ value, problems }: EvaluationResult): Value | null {
  return problems.length > 0 ? null : value;
}

describe.each(LIBRARY)('$name', (entry) => {
  it('has vectors, a source and one parameter for each usual value', () => {
    expect(vectorsOf(entry).length).toBeGreaterThanOrEqual(4);
    expect(entry.source).toMatch(/^\p{L}.* \d{4}/u);
    expect(entry.usual).toHaveLength(parametersOf(entry).length);
    expect(entry.kind === 'position').toBe(
      entry.direction === null && entry.name !== 'mixture-score',
    );
  });

  it('gives them where the post binds no such name', () => {
    checkVectors(entry, []);
  });

  it('has values in its range alone', () => {
    checkRange(entry);
  });

  it('gives them from its definition in a post', () => {
    checkVectors(entry, entry.definitions);
  });
});

it('has a name and a word of its own for each formula, and vectors for no other', () => {
  const names = LIBRARY.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(LIBRARY.map(wordOf)).size).toBe(names.length);
  expect(LIBRARY.map(signatureOf)).not.toContain('');
  expect(Object.keys(VECTORS).sort()).toEqual([...names].sort());
});

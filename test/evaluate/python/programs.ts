// The programs of all cases, and what tells whether Python was asked about the same.
import { createHash } from 'node:crypto';
import type { Value } from '../../../src/evaluate/result.js';
import { withPython } from '../../support/python.js';

export interface Program {
  readonly lines: string;
  readonly value: Value | null;
  /** The program, or why there is none. */
  readonly text: string | null;
  readonly refused: string;
}

/** `folder` holds the data. */
export function programFor(lines: string, folder: string): Program {
  const result = withPython(lines, folder);
  const python = result?.python;
  const value = result?.value ?? null;
  if (python?.ok === true) return { lines, value, text: python.text, refused: '' };
  const code = python?.problem ?? result?.problems[0]?.code ?? 'nothing';
  return { lines, value, text: null, refused: code };
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

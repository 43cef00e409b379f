// Asks the probe in the extension host to run a function there.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type * as vscode from 'vscode';
import { inject } from 'vitest';
import { waitFor } from './wait.js';

export type VSCode = typeof vscode;
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Runs `run` in the extension host; it is sent as text, so it may use only its arguments. */
export async function askHost<T, A extends readonly Json[]>(
  folder: string,
  run: (api: VSCode, ...args: A) => T | Thenable<T>,
  args: A,
): Promise<T> {
  const port = await waitFor('the probe in the extension host', () => portOf(folder));
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { authorization: inject('probeToken') },
    body: JSON.stringify({ source: run.toString(), args }),
  });
  const answer = (await response.json()) as { readonly value: T } | { readonly error: string };
  if ('error' in answer) throw new Error(`In the extension host: ${answer.error}`);
  return answer.value;
}

/** The extension host is about to end: the next question waits for the next one. */
export async function forgetHost(folder: string): Promise<void> {
  await rm(portFile(folder), { force: true });
}

async function portOf(folder: string): Promise<string | undefined> {
  return readFile(portFile(folder), 'utf8').catch(() => undefined);
}

function portFile(folder: string): string {
  return path.join(inject('probeFolder'), `${encodeURIComponent(path.basename(folder))}.port`);
}

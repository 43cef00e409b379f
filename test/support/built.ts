// Before all tests: what the build makes, once, since several of them run it or read it.
import path from 'node:path';
import { runQuietly } from '../../scripts/host/processes.mjs';

/** In a program of its own: the runner of tests resolves no modules for the bundler. */
export default async function setup(): Promise<void> {
  await runQuietly(process.execPath, [
    path.resolve(import.meta.dirname, '../../scripts/build.mjs'),
  ]);
}

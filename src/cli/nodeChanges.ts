// Watches files and folders until Ctrl-C.
import path from 'node:path';
import process from 'node:process';
import { watch } from 'chokidar';
import type { Changes } from './changes.js';

/** In milliseconds: a save, or a change of branches, is many events. */
const rest = 100;

export function nodeChanges(paths: readonly string[]): Changes {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (file) => isIgnored(file, paths),
  });
  let wake = (): void => undefined;
  let state: 'still' | 'changed' | 'ended' = 'still';
  const become = (next: 'changed' | 'ended'): void => {
    if (state !== 'ended') state = next;
    wake();
  };
  let timer: NodeJS.Timeout | undefined;
  const onEvent = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      become('changed');
    }, rest);
  };
  watcher.once('ready', onEvent).on('all', onEvent);
  // A folder that cannot be watched is one whose changes are not seen.
  watcher.on('error', () => undefined);
  const end = (): void => {
    become('ended');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return {
    add: (more) => void watcher.add([...more]),
    async next() {
      if (state === 'still') await new Promise<void>((resolve) => (wake = resolve));
      if (state === 'ended') {
        clearTimeout(timer);
        await watcher.close();
        return false;
      }
      state = 'still';
      return true;
    },
  };
}

const ignoredFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '_site', 'public']);

/** Below what was named, however that is called itself. */
function isIgnored(file: string, roots: readonly string[]): boolean {
  const root = roots.find((one) => file.startsWith(one + path.sep));
  if (root === undefined) return false;
  return path
    .relative(root, file)
    .split(path.sep)
    .some((name) => ignoredFolders.has(name));
}

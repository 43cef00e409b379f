// `--watch`: a command again each time that its files change.
import path from 'node:path';
import type { CliHost } from './host.js';
import { complain } from './messages.js';

/** `run` says what else it read. Its report is printed where it is another than the last. */
export async function watchAndRun(
  host: CliHost,
  paths: readonly string[],
  run: (host: CliHost) => Promise<{ readonly read: readonly string[] }>,
): Promise<void> {
  const changes = host.changes(paths.map((name) => path.resolve(host.cwd, name)));
  let last: string | null = null;
  while (await changes.next()) {
    const printed: { readonly text: string; readonly isError: boolean }[] = [];
    const { read } = await run({
      ...host,
      print: (text) => printed.push({ text, isError: false }),
      printError: (text) => printed.push({ text, isError: true }),
    });
    changes.add(read);
    const report = JSON.stringify(printed);
    if (report === last) continue;
    if (last !== null) host.print('\n');
    for (const { text, isError } of printed) (isError ? host.printError : host.print)(text);
    if (last === null) complain(host, { code: 'watch.begun' });
    last = report;
  }
}

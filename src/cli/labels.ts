// `postulate labels`: the displays of posts with their numbers and labels, and the references.
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import { listPosts, type ListedPost, type ListedReference } from './listPosts.js';
import {
  addPathsCommand,
  addPostOptions,
  listFormats,
  type ListFormat,
  type PostOptions,
} from './postOptions.js';
import { readPosts } from './posts.js';

interface LabelsOptions extends PostOptions {
  readonly format: ListFormat;
}

export const labels: CliCommand = {
  register(program, host, exit) {
    const command = addPathsCommand(program, host, {
      name: 'labels',
      description: 'labels.description',
      paths: 'argument.paths',
      formats: listFormats,
    });
    addPostOptions(command, host).action(
      async (paths: readonly string[], options: LabelsOptions) => {
        exit(await runLabels(host, paths, options));
      },
    );
  },
};

async function runLabels(
  host: CliHost,
  paths: readonly string[],
  { format, ...options }: LabelsOptions,
): Promise<ExitCode> {
  const { posts, skipped, faults, leftOut } = await readPosts(host, paths, options);
  complain(host, ...faults, ...leftOut, ...skipped);
  if (faults.length > 0) return 2;
  const listed = listPosts(posts);
  host.print(format === 'json' ? toJson(listed) : listed.map(toText).join('\n'));
  return 0;
}

function toJson(posts: readonly ListedPost[]): string {
  return `${JSON.stringify({ version: 1, posts }, null, 2)}\n`;
}

function toText({ file, title, displays, references }: ListedPost): string {
  const lines = [title === null ? file : `${file}  ${title}`];
  for (const { environment, line, column, error, rows } of displays) {
    const shown = error ?? rows.map(({ number, labels: keys }) => rowText(number, keys)).join(', ');
    lines.push(`  ${line}:${column}  ${environment}  ${shown}`);
  }
  for (const reference of references) {
    lines.push(`  ${reference.line}:${reference.column}  ${referenceText(reference)}`);
  }
  return `${lines.join('\n')}\n`;
}

function rowText(number: string | null, keys: readonly string[]): string {
  // Under tags all, MathJax gives a display with `\\notag` a number of no characters.
  return [number ? `(${number})` : '-', ...keys].join(' ');
}

function referenceText({ command, target, number, file }: ListedReference): string {
  const shown = number ?? '???';
  switch (command) {
    case 'ref':
      return `\\ref{${target}}  ${shown}`;
    case 'eqref':
      return `\\eqref{${target}}  (${shown})`;
    case 'link':
      return `${file}#${target}  (${shown})`;
  }
}

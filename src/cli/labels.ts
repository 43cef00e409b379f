// `postulate labels`: the displays of posts with their numbers and labels, and the references.
import { Argument, Option } from 'commander';
import type { DisplayFacts, ReferenceFacts } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { lineStarts, positionAt } from '../core/text/lines.js';
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { cliText, type CliMessage } from './messages.js';
import { readPosts, type PostFile } from './posts.js';

interface LabelsOptions {
  readonly format: 'pretty' | 'json';
  readonly config?: string;
}

export const labels: CliCommand = {
  register(program, host, exit) {
    const text = (message: CliMessage): string => cliText(message, host.language);
    program
      .command('labels')
      .description(text({ code: 'labels.description' }))
      .addArgument(new Argument('<paths...>', text({ code: 'argument.paths' })))
      .addOption(
        new Option('--format <format>', text({ code: 'option.format' }))
          .choices(['pretty', 'json'])
          .default('pretty'),
      )
      .option('--config <file>', text({ code: 'option.config' }))
      .action(async (paths: readonly string[], options: LabelsOptions) => {
        exit(await runLabels(host, paths, options));
      });
  },
};

async function runLabels(
  host: CliHost,
  paths: readonly string[],
  { format, config }: LabelsOptions,
): Promise<ExitCode> {
  const { posts, skipped, faults } = await readPosts(host, paths, config);
  for (const message of [...faults, ...skipped]) {
    host.printError(`${cliText(message, host.language)}\n`);
  }
  if (faults.length > 0) return 2;
  const listed = posts.map(listPost);
  host.print(format === 'json' ? toJson(listed) : listed.map(toText).join('\n'));
  return 0;
}

/** The stable form of the JSON. Lines and columns count from 1, columns in UTF-16 units. */
interface ListedPost {
  readonly file: string;
  readonly title: string | null;
  readonly displays: readonly ListedDisplay[];
  readonly references: readonly ListedReference[];
}

interface ListedDisplay extends Place {
  readonly environment: string;
  readonly error: string | null;
  readonly rows: readonly { readonly number: string | null; readonly labels: readonly string[] }[];
}

interface ListedReference extends Place {
  readonly command: 'ref' | 'eqref';
  readonly target: string;
  readonly number: string | null;
  /** The post that the reference leads to: labels hold within their page. */
  readonly file: string | null;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function listPost({ file, text, site, macros }: PostFile): ListedPost {
  const { facts, lines } = openSnapshot({ path: file, version: 0, text, site: site.site, macros });
  const starts = lineStarts(lines);
  const placeOf = (offset: number): Place => {
    const { line, column } = positionAt(starts, offset);
    return { line: line + 1, column: column + 1 };
  };
  return {
    file,
    title: facts.title,
    displays: facts.displays.map((display) => listDisplay(display, placeOf)),
    references: facts.references.map((reference) => listReference(reference, file, placeOf)),
  };
}

function listDisplay(
  { environment, span, error, rows }: DisplayFacts,
  placeOf: (offset: number) => Place,
): ListedDisplay {
  return {
    environment,
    ...placeOf(span.start),
    error: error?.code ?? null,
    rows: rows.map(({ number, labels: keys }) => ({ number, labels: keys })),
  };
}

function listReference(
  { command, key, span, number }: ReferenceFacts,
  file: string,
  placeOf: (offset: number) => Place,
): ListedReference {
  const place = placeOf(span.start);
  return { command, target: key, ...place, number, file: number === null ? null : file };
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
  for (const { command, target, line, column, number } of references) {
    lines.push(`  ${line}:${column}  \\${command}{${target}}  ${referenceText(command, number)}`);
  }
  return `${lines.join('\n')}\n`;
}

function rowText(number: string | null, keys: readonly string[]): string {
  return [number === null ? '-' : `(${number})`, ...keys].join(' ');
}

function referenceText(command: 'ref' | 'eqref', number: string | null): string {
  const shown = number ?? '???';
  return command === 'eqref' ? `(${shown})` : shown;
}

// `postulate site`: what turns posts into pages, each part with where it was read.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import { delimiterName, siteParts, type SiteReading, type SiteSource } from '../core/site/site.js';
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { cliText, complain } from './messages.js';
import type { CliMessage } from './texts/message.js';
import { PostSettings } from './postSettings.js';
import { addConfigOption, addPathsCommand, listFormats, type ListFormat } from './postOptions.js';

interface SiteOptions {
  readonly format: ListFormat;
  readonly config?: string;
}

export const site: CliCommand = {
  register(program, host, exit) {
    const command = addPathsCommand(program, host, {
      name: 'site',
      description: 'site.description',
      paths: 'argument.sitePaths',
      formats: listFormats,
    });
    addConfigOption(command, host).action(
      async (paths: readonly string[], options: SiteOptions) => {
        exit(await runSite(host, paths, options));
      },
    );
  },
};

interface ListedSite {
  readonly path: string;
  readonly detected: DetectedSite | null;
  readonly reading: SiteReading;
}

async function runSite(
  host: CliHost,
  paths: readonly string[],
  { format, config }: SiteOptions,
): Promise<ExitCode> {
  const settings = new PostSettings(host.cwd, config);
  const { configs } = settings;
  const listed: ListedSite[] = [];
  const missing: CliMessage[] = [];
  for (const name of paths) {
    const post = await postAt(path.resolve(host.cwd, name));
    if (post === null) {
      missing.push({ code: 'path.missing', path: name });
      continue;
    }
    const { detected, site: reading } = await settings.of(post);
    listed.push({ path: name, detected, reading });
  }
  const faults = [...missing, ...configs.problems];
  complain(host, ...faults, ...configs.leftOut);
  if (faults.length > 0) return 2;
  host.print(
    format === 'json' ? toJson(listed) : listed.map((one) => toText(one, host)).join('\n'),
  );
  return 0;
}

/** The path itself, or any post in the folder that it names. */
async function postAt(absolute: string): Promise<string | null> {
  try {
    return (await stat(absolute)).isDirectory() ? path.join(absolute, 'post.md') : absolute;
  } catch {
    return null;
  }
}

function toJson(sites: readonly ListedSite[]): string {
  const written = sites.map(({ path: name, detected, reading: { site: parts, from } }) => ({
    path: name,
    generator: detected?.generator ?? null,
    ...parts,
    passthrough: parts.passthrough?.map(([open]) => open) ?? null,
    typographer: parts.typographer ?? null,
    from: {
      generator: placeOf(detected?.source),
      ...Object.fromEntries(siteParts.map((part) => [part, placeOf(from[part])])),
      passthrough: placeOf(from.passthrough),
      typographer: placeOf(from.typographer),
    },
  }));
  return `${JSON.stringify({ version: 1, sites: written }, null, 2)}\n`;
}

function toText({ path: name, detected, reading }: ListedSite, { language }: CliHost): string {
  const assumed = cliText({ code: 'site.assumed' }, language);
  const unknown = cliText({ code: 'site.unknown' }, language);
  const rows: (readonly [string, string, string])[] = [
    ['site', detected?.generator ?? unknown, placeOf(detected?.source) ?? ''],
    ...siteParts.map(
      (part) => [part, reading.site[part], placeOf(reading.from[part]) ?? assumed] as const,
    ),
  ];
  const { passthrough } = reading.site;
  if (passthrough) {
    const names = passthrough.map(delimiterName).join(' ');
    rows.push(['passthrough', names, placeOf(reading.from.passthrough) ?? '']);
  }
  if (reading.site.typographer === false) {
    rows.push(['typographer', 'off', placeOf(reading.from.typographer) ?? '']);
  }
  const lines = rows.map(([part, value, place]) =>
    `  ${part.padEnd(12)} ${value.padEnd(12)} ${place}`.trimEnd(),
  );
  return `${[name, ...lines].join('\n')}\n`;
}

function placeOf(source: SiteSource | null | undefined): string | null {
  return source ? `${source.file}:${source.line + 1}` : null;
}

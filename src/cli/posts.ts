// Reads the posts that the words of a command name, each with its site.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { isPostPath } from '../core/blog/postFiles.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { SiteReading } from '../core/site/site.js';
import { Configs, relativePath, siteFor } from './configs.js';
import type { CliHost } from './host.js';
import type { CliMessage } from './messages.js';

export interface PostFile {
  /** From the working directory, with `/`; `-` for standard input. */
  readonly file: string;
  readonly absolute: string;
  readonly text: string;
  readonly site: SiteReading;
  /** The macros of its blog. */
  readonly macros: NumberingMacros;
}

export interface PostsReading {
  /** In the order of the words; those of a folder by their paths. */
  readonly posts: readonly PostFile[];
  /** Posts left out. */
  readonly skipped: readonly CliMessage[];
  /** What makes the command wrong: it should do nothing. */
  readonly faults: readonly CliMessage[];
}

const standardInput = '-';
/** How many files are open at a time. */
const filesAtOnce = 64;

export async function readPosts(
  host: CliHost,
  paths: readonly string[],
  configFile: string | undefined,
): Promise<PostsReading> {
  const configs = new Configs(host.cwd, configFile);
  const { files, faults } = await listFiles(host.cwd, paths);
  const posts: PostFile[] = [];
  const skipped: CliMessage[] = [];
  for (let at = 0; at < files.length; at += filesAtOnce) {
    const group = files.slice(at, at + filesAtOnce);
    for (const read of await Promise.all(group.map((file) => readPost(host, file, configs)))) {
      if ('code' in read) skipped.push(read);
      else posts.push(read);
    }
  }
  return { posts, skipped, faults: [...faults, ...configs.problems] };
}

/** Absolute paths, each once; `-` stays as it is. */
async function listFiles(
  cwd: string,
  paths: readonly string[],
): Promise<{ files: readonly string[]; faults: readonly CliMessage[] }> {
  const files = new Set<string>();
  const faults: CliMessage[] = [];
  for (const name of paths) {
    const found = name === standardInput ? [name] : await listPath(path.resolve(cwd, name));
    if (found === null) faults.push({ code: 'path.missing', path: name });
    else for (const file of found) files.add(file);
  }
  return { files: [...files], faults };
}

async function listPath(absolute: string): Promise<readonly string[] | null> {
  try {
    if (!(await stat(absolute)).isDirectory()) return [absolute];
  } catch {
    return null;
  }
  const found = await glob(['**/*.{md,markdown}'], {
    cwd: absolute,
    caseSensitiveMatch: false,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
  });
  return found
    .filter((file) => isPostPath(file))
    .sort()
    .map((file) => path.join(absolute, file));
}

async function readPost(
  host: CliHost,
  name: string,
  configs: Configs,
): Promise<PostFile | CliMessage> {
  const fromInput = name === standardInput;
  const absolute = fromInput ? path.join(host.cwd, standardInput) : name;
  const file = fromInput ? standardInput : relativePath(host.cwd, name);
  let bytes: Uint8Array;
  try {
    bytes = fromInput ? await host.readInput() : await readFile(absolute);
  } catch (error) {
    return { code: 'path.unreadable', path: file, reason: reasonOf(error) };
  }
  const text = decode(bytes);
  if (text === null) return { code: 'post.not-utf8', path: file };
  const config = await configs.of(absolute);
  return { file, absolute, text, site: siteFor(config, absolute), macros: config.macros };
}

/** A byte order mark is dropped. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

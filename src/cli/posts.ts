// Reads the posts that the words of a command name, each with its site.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { isPostPath } from '../core/blog/postFiles.js';
import type { Config } from '../core/site/config.js';
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
  readonly rules: Config['rules'];
  /** The folder of its configuration, else the folder that was named or that of the named file. */
  readonly blog: string;
  /** From that folder. */
  readonly blogPath: string;
  /** Whether every post of its blog is being read. */
  readonly wholeBlog: boolean;
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

interface ListedFile {
  /** Absolute; `-` stays as it is. */
  readonly name: string;
  /** The folder that was named, all of whose posts are read; `null` for a file named by itself. */
  readonly folder: string | null;
}

/** Each file once. */
async function listFiles(
  cwd: string,
  paths: readonly string[],
): Promise<{ files: readonly ListedFile[]; faults: readonly CliMessage[] }> {
  const files = new Map<string, ListedFile>();
  const faults: CliMessage[] = [];
  for (const name of paths) {
    const found =
      name === standardInput ? [{ name, folder: null }] : await listPath(path.resolve(cwd, name));
    if (found === null) faults.push({ code: 'path.missing', path: name });
    for (const file of found ?? []) {
      if (files.get(file.name)?.folder == null) files.set(file.name, file);
    }
  }
  return { files: [...files.values()], faults };
}

async function listPath(absolute: string): Promise<readonly ListedFile[] | null> {
  try {
    if (!(await stat(absolute)).isDirectory()) return [{ name: absolute, folder: null }];
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
    .map((file) => ({ name: path.join(absolute, file), folder: absolute }));
}

async function readPost(
  host: CliHost,
  { name, folder }: ListedFile,
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
  const blog = config.file === null ? (folder ?? path.dirname(absolute)) : config.folder;
  return {
    file,
    absolute,
    text,
    site: siteFor(config, absolute),
    macros: config.macros,
    rules: config.config.rules,
    blog,
    blogPath: relativePath(blog, absolute),
    wholeBlog: folder !== null && !relativePath(folder, blog).startsWith('..'),
  };
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

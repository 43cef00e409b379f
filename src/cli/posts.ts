// Reads the posts that the words of a command name, each with its site.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { listFolder } from '../core/blog/listFolder.js';
import { bytesOf, sizeTexts } from '../core/post/size.js';
import type { Config } from '../core/site/config.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { SiteReading } from '../core/site/site.js';
import { Configs, relativePath, siteFor } from './configs.js';
import { folderReader } from './folderReader.js';
import type { CliHost } from './host.js';
import type { CliMessage } from './texts/message.js';
import type { PostOptions } from './postOptions.js';
import { readFileBytes, readStreamBytes } from './readBytes.js';
import { Sites } from './sites.js';

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
  /** Definitions left out of files of macros. */
  readonly leftOut: readonly CliMessage[];
  /** What else was read, by absolute paths: configurations and files of macros. */
  readonly configFiles: readonly string[];
}

const standardInput = '-';
export function isStandardInput({ file }: Pick<PostFile, 'file'>): boolean {
  return file === standardInput;
}

/** How many files are open at a time. */
const filesAtOnce = 64;

export async function readPosts(
  host: CliHost,
  paths: readonly string[],
  { config, maxSize }: PostOptions,
): Promise<PostsReading> {
  const configs = new Configs(host.cwd, config);
  const sites = new Sites(host.cwd);
  const { files, faults } = await listFiles(host.cwd, paths);
  const posts: PostFile[] = [];
  const skipped: CliMessage[] = [];
  const incomplete = new Set<string>();
  for (let at = 0; at < files.length; at += filesAtOnce) {
    const group = files.slice(at, at + filesAtOnce);
    const reading = group.map((file) => readPost(host, file, { configs, sites, maxSize }));
    for (const { post, blog, problem } of await Promise.all(reading)) {
      if (post) posts.push(post);
      if (!problem) continue;
      skipped.push(problem);
      incomplete.add(blog);
    }
  }
  return {
    posts: posts.map((post) => (incomplete.has(post.blog) ? { ...post, wholeBlog: false } : post)),
    skipped,
    faults: [...faults, ...configs.problems],
    leftOut: configs.leftOut,
    configFiles: configs.files,
  };
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
  const { posts } = await listFolder(folderReader(absolute));
  return [...posts].sort().map((file) => ({ name: path.join(absolute, file), folder: absolute }));
}

interface PostSources {
  readonly configs: Configs;
  readonly sites: Sites;
  readonly maxSize: number;
}

interface PostReading {
  readonly blog: string;
  readonly post?: PostFile;
  readonly problem?: CliMessage;
}

async function readPost(
  host: CliHost,
  { name, folder }: ListedFile,
  { configs, sites, maxSize }: PostSources,
): Promise<PostReading> {
  const fromInput = name === standardInput;
  const absolute = fromInput ? path.join(host.cwd, standardInput) : name;
  const file = fromInput ? standardInput : relativePath(host.cwd, name);
  const config = await configs.of(absolute);
  const blog = config.file === null ? (folder ?? path.dirname(absolute)) : config.folder;
  const text = await readText(fromInput ? host.readInput() : absolute, file, maxSize);
  if (typeof text !== 'string') return { blog, problem: text };
  const post = {
    file,
    absolute,
    text,
    site: siteFor(config, absolute, await sites.above(absolute)),
    macros: config.macros,
    rules: config.config.rules,
    blog,
    blogPath: relativePath(blog, absolute),
    wholeBlog: folder !== null && !relativePath(folder, blog).startsWith('..'),
  };
  return { blog, post };
}

/** Without its byte order mark; the reason where there is no text to be had. */
async function readText(
  source: string | AsyncIterable<Uint8Array>,
  file: string,
  maxSize: number,
): Promise<string | CliMessage> {
  const limit = bytesOf(maxSize);
  try {
    const read = await (typeof source === 'string'
      ? readFileBytes(source, limit)
      : readStreamBytes(source, limit));
    if ('bytes' in read) return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
    const { tooLarge: size } = read;
    return size === null
      ? { code: 'input.too-large', path: file, limit: String(maxSize) }
      : { code: 'post.too-large', path: file, ...sizeTexts(size, limit) };
  } catch (error) {
    return isNotUtf8(error)
      ? { code: 'post.not-utf8', path: file }
      : { code: 'path.unreadable', path: file, reason: reasonOf(error) };
  }
}

/** Another error of a decoder is that of a text longer than strings may be. */
function isNotUtf8(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

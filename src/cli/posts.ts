// Reads the posts that the words of a command name, each with its site.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStamp } from '../core/blog/keptPosts.js';
import { listFolder } from '../core/blog/listFolder.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import { isWorksheetFile } from '../core/post/worksheetFile.js';
import { layoutOf, siteFolder, type SiteLayout } from '../core/site/layout.js';
import { relativePath } from './configs.js';
import { folderReader } from './folderReader.js';
import type { CliHost } from './host.js';
import type { CliMessage } from './texts/message.js';
import type { PostOptions } from './postOptions.js';
import { standardInput, type PostFile } from './postFile.js';
import { PostSettings } from './postSettings.js';
import { readText, readTextAgain } from './readText.js';
import { findWorksheet, postBeside } from './worksheetFile.js';

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

/** How many files are open at a time. */
const filesAtOnce = 64;

/** Reads no post of a file yet: its text is read where it is first asked for. */
export async function findPosts(
  host: CliHost,
  paths: readonly string[],
  { config, maxSize }: PostOptions,
): Promise<PostsReading> {
  const settings = new PostSettings(host.cwd, config);
  const { configs } = settings;
  const { files, faults } = await listFiles(host.cwd, paths);
  const found = await inGroups(files, (file) => findPost(host, file, settings, maxSize));
  const incomplete = new Set(found.flatMap(({ blog, problem }) => (problem ? [blog] : [])));
  return {
    posts: found.flatMap(({ blog, post, text }) => {
      if (!post) return [];
      const wholeBlog = post.wholeBlog && !incomplete.has(blog);
      return [withText({ ...post, wholeBlog }, text)];
    }),
    skipped: found.flatMap(({ problem }) => problem ?? []),
    faults: [...faults, ...configs.problems],
    leftOut: configs.leftOut,
    configFiles: configs.files,
  };
}

/** The same with the texts. */
export async function readPosts(
  host: CliHost,
  paths: readonly string[],
  options: PostOptions,
): Promise<PostsReading> {
  const found = await findPosts(host, paths, options);
  const read = await inGroups(found.posts, (post) =>
    post.stamp ? readText(post.absolute, post.file, options.maxSize) : post.text,
  );
  const incomplete = new Set(
    found.posts.flatMap(({ blog }, at) => (typeof read[at] === 'string' ? [] : [blog])),
  );
  return {
    ...found,
    posts: found.posts.flatMap((post, at) => {
      const text = read[at];
      if (typeof text !== 'string') return [];
      const wholeBlog = post.wholeBlog && !incomplete.has(post.blog);
      return [withText({ ...post, stamp: null, wholeBlog }, text)];
    }),
    skipped: [...found.skipped, ...read.filter((one) => typeof one !== 'string')],
  };
}

/** So many at a time as files may be open. */
async function inGroups<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += filesAtOnce) {
    results.push(...(await Promise.all(items.slice(at, at + filesAtOnce).map(work))));
  }
  return results;
}

type FoundPost = Omit<PostFile, 'text'>;

/** `text` is `undefined` for a file that was not read. */
function withText(post: FoundPost, text: string | undefined): PostFile {
  let known = text;
  return {
    ...post,
    get text() {
      return (known ??= post.stamp ? readTextAgain(post.absolute, post.stamp) : '');
    },
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
      name === standardInput
        ? [{ name, folder: null }]
        : await listPath(path.resolve(cwd, name), name);
    if ('code' in found) faults.push(found);
    for (const file of 'code' in found ? [] : found) {
      if (files.get(file.name)?.folder == null) files.set(file.name, file);
    }
  }
  return { files: [...files.values()], faults };
}

/** A worksheet stands for the post beside it. */
async function listPath(
  absolute: string,
  name: string,
): Promise<readonly ListedFile[] | CliMessage> {
  try {
    if (!(await stat(absolute)).isDirectory()) {
      const post = isWorksheetFile(absolute) ? await postBeside(absolute, name) : absolute;
      return typeof post === 'string' ? [{ name: post, folder: null }] : post;
    }
  } catch {
    return { code: 'path.missing', path: name };
  }
  const { posts } = await listFolder(folderReader(absolute));
  return [...posts].sort().map((file) => ({ name: path.join(absolute, file), folder: absolute }));
}

interface PostReading {
  readonly blog: string;
  readonly post?: FoundPost;
  /** Where it is at hand already. */
  readonly text?: string;
  readonly problem?: CliMessage;
}

async function findPost(
  host: CliHost,
  { name, folder }: ListedFile,
  settings: PostSettings,
  maxSize: number,
): Promise<PostReading> {
  const fromInput = name === standardInput;
  const absolute = fromInput ? path.join(host.cwd, standardInput) : name;
  const file = fromInput ? standardInput : relativePath(host.cwd, name);
  const { config, detected, site } = await settings.of(absolute);
  const blog = config.file === null ? (folder ?? path.dirname(absolute)) : config.folder;
  const stamp = fromInput ? null : await stampOf(absolute);
  const text = stamp
    ? undefined
    : await readText(fromInput ? host.readInput() : absolute, file, maxSize);
  if (typeof text === 'object') return { blog, problem: text };
  const post = {
    file,
    absolute,
    stamp,
    worksheet: fromInput ? null : await findWorksheet(absolute, file),
    site,
    detected,
    layout: layoutFor(detected, host.cwd, blog),
    macros: config.macros,
    rules: config.config.rules,
    blog,
    blogPath: relativePath(blog, absolute),
    wholeBlog: folder !== null && !relativePath(folder, blog).startsWith('..'),
  };
  return text === undefined ? { blog, post } : { blog, post, text };
}

/** The files of a detected site are named from the working directory. */
function layoutFor(detected: DetectedSite | null, cwd: string, blog: string): SiteLayout | null {
  if (!detected) return null;
  const folder = relativePath(blog, path.resolve(cwd, siteFolder(detected.source.file)));
  return layoutOf(detected.generator, folder.startsWith('..') ? null : folder);
}

/** `null` for what can be read but once, such as a pipe, and for what is not there. */
async function stampOf(file: string): Promise<FileStamp | null> {
  try {
    const found = await stat(file);
    return found.isFile() ? { size: found.size, modified: found.mtimeMs } : null;
  } catch {
    return null;
  }
}

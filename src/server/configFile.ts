// A `postulate.json` with the files of macros that it names, and what is wrong with those.
import {
  messageOfDefinition,
  messageOfMacroFile,
  type MacroFileFault,
} from '../checks/macroFiles.js';
import type { Message } from '../checks/messages.js';
import { joinPath } from '../core/blog/links.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import { bytesOf } from '../core/post/size.js';
import {
  blogMacros,
  isMacroFile,
  maxMacroFileSize,
  type MacroFile,
} from '../core/site/blogMacros.js';
import { parseConfig } from '../core/site/parseConfig.js';
import { blogConfig, type BlogConfig } from './blogConfig.js';
import type { Files } from './files.js';
import { joinUri, relativePath } from './uri.js';

export interface ConfigFile {
  readonly config: BlogConfig;
  /** There or not: what becomes of them changes the blog. */
  readonly macroFiles: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** What is wrong in a file that is no post. */
export interface FileProblem {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly message: Message;
}

interface ConfigPlace {
  readonly uri: string;
  /** The workspace folder that holds it: files elsewhere are not read. */
  readonly folder: string;
  readonly siteAt: Parameters<typeof blogConfig>[2];
}

/** `settings` are the macros of the user's settings. */
export async function readConfigFile(
  text: string,
  { uri, folder, siteAt }: ConfigPlace,
  files: Files,
  settings: NumberingMacros,
): Promise<ConfigFile> {
  const reading = parseConfig(text);
  const read: MacroFile[] = [];
  const macroFiles: string[] = [];
  const problems: FileProblem[] = [];
  for (const { path: named, line } of reading.config.macroFiles) {
    const path = joinPath(relativePath(folder, uri) ?? '', named);
    const found = await readMacros(files, folder, named, path);
    if (path !== null) macroFiles.push(joinUri(folder, path));
    if ('text' in found) read.push({ path: path ?? named, text: found.text });
    else problems.push({ uri, line, message: messageOfMacroFile(named, found) });
  }
  const { macros, problems: inFiles } = blogMacros(settings, read, reading.config);
  for (const problem of inFiles) {
    const { path, line } = problem;
    problems.push({ uri: joinUri(folder, path), line, message: messageOfDefinition(problem) });
  }
  return { config: blogConfig({ reading, uri }, macros, siteAt), macroFiles, problems };
}

async function readMacros(
  files: Files,
  folder: string,
  named: string,
  path: string | null,
): Promise<{ readonly text: string } | MacroFileFault> {
  if (!isMacroFile(named)) return { kind: 'ending' };
  if (path === null || isAbsolute(named)) return { kind: 'outside' };
  const read = await files.readBelow(folder, path, bytesOf(maxMacroFileSize));
  if ('text' in read) return read;
  return read.problem === 'too-large'
    ? { kind: 'too-large', size: read.size }
    : { kind: read.problem };
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(path);
}

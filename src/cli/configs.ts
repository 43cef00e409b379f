// Finds and reads the `postulate.json` above a post.
import path from 'node:path';
import { messageOfDefinition, messageOfMacroFile } from '../checks/macroFiles.js';
import { rules } from '../checks/rules.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { blogMacros, type MacroFile } from '../core/site/blogMacros.js';
import { bytesOf } from '../core/post/size.js';
import { emptyConfig, type Config } from '../core/site/config.js';
import { parseConfig } from '../core/site/parseConfig.js';
import { readMacroFileText } from './macroFiles.js';
import { readFileBytes, readPlainFile, type BytesRead } from './readBytes.js';
import type { CliMessage } from './texts/message.js';

const ruleCodes: ReadonlySet<string> = new Set(rules.map(({ code }) => code));
/** In megabytes. */
const maxConfigSize = 1;

const configNames = ['postulate.json', '.postulate.json'] as const;

export interface FoundConfig {
  /** The file, from the working directory; `null` where there is none. */
  readonly file: string | null;
  readonly folder: string;
  readonly config: Config;
  readonly macros: NumberingMacros;
}

/** Reads each file once. */
export class Configs {
  readonly #cwd: string;
  readonly #byFolder = new Map<string, Promise<FoundConfig>>();
  readonly #problems: CliMessage[] = [];
  readonly #leftOut: CliMessage[] = [];
  readonly #files: string[] = [];
  readonly #chosen: Promise<FoundConfig> | null;

  /** `chosen` is what `--config` names. */
  constructor(cwd: string, chosen: string | undefined) {
    this.#cwd = cwd;
    this.#chosen = chosen === undefined ? null : this.#readChosen(chosen);
  }

  /** What is wrong with the files read so far. */
  get problems(): readonly CliMessage[] {
    return this.#problems;
  }

  /** Definitions in files of macros that do not hold: all else does. */
  get leftOut(): readonly CliMessage[] {
    return this.#leftOut;
  }

  /** Configurations and files of macros, by their absolute paths. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** The config of a post, by its absolute path. */
  of(post: string): Promise<FoundConfig> {
    return this.#chosen ?? this.#nearest(path.dirname(post));
  }

  #nearest(folder: string): Promise<FoundConfig> {
    let found = this.#byFolder.get(folder);
    if (found === undefined) {
      found = this.#lookIn(folder);
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  async #lookIn(folder: string): Promise<FoundConfig> {
    for (const name of configNames) {
      const file = path.join(folder, name);
      const read = await readOrNull(readPlainFile(file, bytesOf(maxConfigSize)));
      if (read !== null) return this.#parse(file, read);
    }
    const above = path.dirname(folder);
    return above === folder ? noConfig(folder) : this.#nearest(above);
  }

  async #readChosen(name: string): Promise<FoundConfig> {
    const file = path.resolve(this.#cwd, name);
    const read = await readOrNull(readFileBytes(file, bytesOf(maxConfigSize)));
    if (read !== null) return this.#parse(file, read);
    this.#problems.push({ code: 'config.missing', path: name });
    return noConfig(path.dirname(file));
  }

  async #parse(file: string, read: BytesRead): Promise<FoundConfig> {
    this.#files.push(file);
    const shown = relativePath(this.#cwd, file);
    const { config, problems } = parseConfig(this.#textOf(read, shown) ?? '{}', ruleCodes);
    for (const problem of problems) {
      this.#problems.push({ code: 'config.problem', path: shown, problem });
    }
    const folder = path.dirname(file);
    return { file: shown, folder, config, macros: await this.#macros(shown, folder, config) };
  }

  #textOf(read: BytesRead, shown: string): string | null {
    if (!('bytes' in read)) {
      const limit = String(maxConfigSize);
      this.#problems.push({ code: 'config.too-large', path: shown, limit });
      return null;
    }
    const text = decode(read.bytes);
    if (text === null) this.#problems.push({ code: 'config.not-utf8', path: shown });
    return text;
  }

  async #macros(file: string, folder: string, config: Config): Promise<NumberingMacros> {
    const files: MacroFile[] = [];
    for (const { path: named, line } of config.macroFiles) {
      this.#files.push(path.resolve(folder, named));
      const read = await readMacroFileText(folder, named, this.#cwd);
      const shown = relativePath(this.#cwd, path.resolve(folder, named));
      if ('text' in read) files.push({ path: shown, text: read.text });
      else {
        const message = messageOfMacroFile(named, read);
        this.#problems.push({ code: 'macros', path: file, line, message });
      }
    }
    const { macros, problems } = blogMacros(noMacros, files, config);
    for (const problem of problems) {
      const { path, line } = problem;
      this.#leftOut.push({ code: 'macros', path, line, message: messageOfDefinition(problem) });
    }
    return macros;
  }
}

/** With `/` on every system. */
export function relativePath(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/');
}

function noConfig(folder: string): FoundConfig {
  return { file: null, folder, config: emptyConfig, macros: noMacros };
}

/** `null` where there is none that can be read. */
async function readOrNull(reading: Promise<BytesRead | null>): Promise<BytesRead | null> {
  try {
    return await reading;
  } catch {
    return null;
  }
}

/** Without its byte order mark. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// Asks the client for the settings, and for those of VS Code that hold for its folders.
import type { Connection } from 'vscode-languageserver';
import { macrosFromTable, noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { bytesOf } from '../core/post/size.js';
import { defaultSettings, readSettings, type Settings } from './settings.js';
import { relativePath } from './uri.js';

/** What VS Code's settings say of the files of one folder. */
interface FolderSettings {
  readonly encoding: string;
  readonly macros: NumberingMacros;
}

const noFolderSettings: FolderSettings = { encoding: 'utf8', macros: noMacros };

const folderSections = ['files.encoding', 'markdown.math.macros'];

export class SettingsReader {
  readonly #connection: Connection;
  /** Whether the client answers such questions. */
  isAnswered = false;
  #settings: Settings = defaultSettings;
  /** By the URI of their folder. */
  readonly #folders = new Map<string, FolderSettings>();
  /** Of files outside every folder. */
  #elsewhere = noFolderSettings;
  /** What all files are read with: the largest size, encodings, macros. */
  #reading = '';

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get current(): Settings {
    return this.#settings;
  }

  get maxPostBytes(): number {
    return bytesOf(this.#settings.maxPostSize);
  }

  encodingOf(uri: string): string {
    return this.#of(uri).encoding;
  }

  /** Of VS Code's setting `markdown.math.macros`. */
  macrosOf(uri: string): NumberingMacros {
    return this.#of(uri).macros;
  }

  /** Answers whether files are to be read otherwise than before. */
  async read(folders: readonly string[]): Promise<boolean> {
    if (!this.isAnswered) return false;
    const scopes = [{}, ...folders.map((scopeUri) => ({ scopeUri }))];
    const [own, validate, ...answers] = (await this.#connection.workspace.getConfiguration([
      { section: 'postulate' },
      { section: 'markdown.validate' },
      ...scopes.flatMap((scope) => folderSections.map((section) => ({ ...scope, section }))),
    ])) as readonly unknown[];
    this.#settings = readSettings(own, validate);
    const before = this.#reading;
    this.#reading = JSON.stringify([this.#settings.maxPostSize, folders, answers]);
    if (this.#reading === before) return false;
    const read = scopes.map((_, at) => folderSettings(answers[2 * at], answers[2 * at + 1]));
    this.#elsewhere = read[0] ?? noFolderSettings;
    this.#folders.clear();
    for (const [at, folder] of folders.entries()) {
      this.#folders.set(folder, read[at + 1] ?? noFolderSettings);
    }
    return true;
  }

  #of(uri: string): FolderSettings {
    for (const [folder, settings] of this.#folders) {
      if (folder === uri || relativePath(folder, uri) !== null) return settings;
    }
    return this.#elsewhere;
  }
}

function folderSettings(encoding: unknown, macros: unknown): FolderSettings {
  return {
    encoding: typeof encoding === 'string' ? encoding : noFolderSettings.encoding,
    macros: macrosFromTable(onlyTexts(macros)),
  };
}

function onlyTexts(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts.map(([name, body]) => [name.replace(/^\\/, ''), body]));
}

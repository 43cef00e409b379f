// Asks the client for the settings, and for the encodings of its folders.
import type { Connection } from 'vscode-languageserver';
import { defaultSettings, readSettings, type Settings } from './settings.js';
import { relativePath } from './uri.js';

export class SettingsReader {
  readonly #connection: Connection;
  /** Whether the client answers such questions. */
  isAnswered = false;
  #settings: Settings = defaultSettings;
  /** By the URI of their folder. */
  readonly #encodings = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get current(): Settings {
    return this.#settings;
  }

  encodingOf(uri: string): string {
    for (const [folder, encoding] of this.#encodings) {
      if (relativePath(folder, uri) !== null) return encoding;
    }
    return 'utf8';
  }

  /** Answers whether files are to be read otherwise than before. */
  async read(folders: readonly string[]): Promise<boolean> {
    if (!this.isAnswered) return false;
    const before = this.#reading();
    const [own, ...encodings] = (await this.#connection.workspace.getConfiguration([
      { section: 'postulate' },
      ...folders.map((scopeUri) => ({ scopeUri, section: 'files.encoding' })),
    ])) as readonly unknown[];
    this.#settings = readSettings(own);
    this.#encodings.clear();
    folders.forEach((folder, at) => {
      const encoding = encodings[at];
      if (typeof encoding === 'string') this.#encodings.set(folder, encoding);
    });
    return before !== this.#reading();
  }

  #reading(): string {
    return JSON.stringify([this.#settings.maxPostSize, ...this.#encodings]);
  }
}

// The worksheets in files of their own beside posts: as the editor has them, else as their files are.
import { message, type Message } from '../checks/messages.js';
import { sizeOver, sizeTexts } from '../core/post/size.js';
import { worksheetBeside } from '../core/post/worksheetFile.js';
import { editLines, splitLines, type Lines } from '../core/text/lines.js';
import type { Files, ReadText } from './files.js';
import type { PostEdit } from './store.js';
import { relativePath, uriKey } from './uri.js';

export interface Worksheet {
  readonly uri: string;
  readonly lines: Lines;
  /** `null` where it is not open. */
  readonly version: number | null;
  /** Why it cannot be read: then its post is not evaluated, since it would lack what it rests on. */
  readonly fault: Message | null;
}

interface WorksheetChoices {
  readonly files: Pick<Files, 'maxSize' | 'readBelow' | 'stat'>;
  /** The workspace folder that holds a file: nothing outside of all is read. */
  readonly folderOf: (uri: string) => string | null;
}

export class WorksheetFiles {
  readonly #choices: WorksheetChoices;
  readonly #open = new Map<string, Worksheet>();
  /** What files hold, by the keys of their URIs. */
  readonly #read = new Map<string, Promise<Worksheet | null>>();
  readonly #known = new Map<string, Worksheet | null>();
  readonly #listeners = new Set<(uri: string) => void>();

  constructor(choices: WorksheetChoices) {
    this.#choices = choices;
  }

  /** Hears of each worksheet that is another now, or gone. */
  onDidChange(listener: (uri: string) => void): void {
    this.#listeners.add(listener);
  }

  openAt(uri: string): Worksheet | undefined {
    return this.#open.get(uriKey(uri));
  }

  allOpen(): readonly Worksheet[] {
    return [...this.#open.values()];
  }

  /** Beside a post: `null` where there is none, `undefined` where its file was not looked for yet. */
  known(post: string): Worksheet | null | undefined {
    const uri = worksheetBeside(post);
    if (uri === null) return null;
    const known = this.openAt(uri) ?? this.#known.get(uriKey(uri));
    // Before the folders are named nothing is read, nor kept as missing.
    return known === undefined && this.#choices.folderOf(uri) === null ? null : known;
  }

  async beside(post: string): Promise<Worksheet | null> {
    const known = this.known(post);
    const uri = worksheetBeside(post);
    if (known !== undefined || uri === null) return known ?? null;
    const key = uriKey(uri);
    const reading = this.#read.get(key) ?? this.#readFile(uri);
    this.#read.set(key, reading);
    const worksheet = await reading;
    // It may have been opened or changed meanwhile.
    if (this.#read.get(key) !== reading) return this.beside(post);
    this.#known.set(key, worksheet);
    return this.openAt(uri) ?? worksheet;
  }

  open(uri: string, version: number, text: string): void {
    this.#set(uri, version, splitLines(text));
  }

  edit(uri: string, version: number, edits: readonly PostEdit[]): void {
    const open = this.openAt(uri);
    if (!open) return;
    const edited = edits.reduce<Lines>(
      (lines, edit) => ('start' in edit ? editLines(lines, edit).lines : splitLines(edit.text)),
      open.lines,
    );
    this.#set(uri, version, edited);
  }

  close(uri: string): void {
    if (this.#open.delete(uriKey(uri))) this.fileChanged(uri);
  }

  fileChanged(uri: string): void {
    this.#read.delete(uriKey(uri));
    this.#known.delete(uriKey(uri));
    this.#tell(uri);
  }

  #set(uri: string, version: number, lines: Lines): void {
    const size = sizeOver(lines, this.#choices.files.maxSize);
    const fault = size === null ? null : tooLarge(size, this.#choices.files.maxSize);
    this.#open.set(uriKey(uri), { uri, version, lines, fault });
    this.#tell(uri);
  }

  #tell(uri: string): void {
    for (const listener of this.#listeners) listener(uri);
  }

  async #readFile(uri: string): Promise<Worksheet | null> {
    const { files, folderOf } = this.#choices;
    const folder = folderOf(uri);
    const path = folder === null ? null : relativePath(folder, uri);
    if (folder === null || path === null || (await files.stat(uri)) === null) return null;
    const read = await files.readBelow(folder, path, files.maxSize);
    return 'text' in read
      ? { uri, version: null, lines: splitLines(read.text), fault: null }
      : { uri, version: null, lines: [], fault: faultOf(read) };
  }
}

function faultOf(read: Exclude<ReadText, { text: string }>): Message {
  switch (read.problem) {
    case 'too-large':
      return tooLarge(read.size, read.limit);
    case 'not-text':
      return message('eval.worksheet.not-text');
    // It is there, but no file, or a link is on the way to it.
    case 'missing':
      return message('eval.worksheet.no-file');
  }
}

function tooLarge(size: number, limit: number): Message {
  return message('eval.worksheet.too-large', sizeTexts(size, limit));
}

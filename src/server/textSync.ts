// Keeps the open posts as the editor has them.
import type {
  Connection,
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocumentContentChangeEvent as ContentChange } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import { sizeOver, sizeTexts } from '../core/post/size.js';
import { isWorksheetFile } from '../core/post/worksheetFile.js';
import { editLines, splitLines, type Lines } from '../core/text/lines.js';
import type { Blogs } from './blogs.js';
import { guarded, logError, type Log } from './log.js';
import type { PostEdit, PostStore } from './store.js';
import { text as textOf } from './texts.js';
import { schemeOf } from './uri.js';
import type { WorksheetFiles } from './worksheetFiles.js';

export interface TextSyncChoices {
  readonly store: PostStore;
  readonly worksheets: WorksheetFiles;
  readonly blogs: Blogs;
  readonly log: Log;
  readonly translations: () => Translations;
  /** In bytes. */
  readonly maxSize: () => number;
  /** Other documents are no posts: versions of a repository, a chat, an output. */
  readonly isPostScheme: (scheme: string) => boolean;
}

export function registerTextSync(connection: Connection, choices: TextSyncChoices): void {
  const { store, worksheets, log } = choices;
  const register = { open: open(choices), change: change(choices) };
  connection.onDidOpenTextDocument(guarded(log, 'Opening a post', undefined, register.open));
  connection.onDidChangeTextDocument(guarded(log, 'Editing a post', undefined, register.change));
  connection.onDidCloseTextDocument(
    guarded(log, 'Closing a post', undefined, ({ textDocument: { uri } }) => {
      worksheets.close(uri);
      store.close(uri);
    }),
  );
}

function open(choices: TextSyncChoices) {
  const { store, worksheets, blogs, maxSize, isPostScheme } = choices;
  return ({ textDocument }: DidOpenTextDocumentParams): void => {
    const { uri, languageId, version, text } = textDocument;
    if (!isPostScheme(schemeOf(uri))) return;
    if (isWorksheetFile(uri)) return worksheets.open(uri, version, text);
    if (languageId !== 'markdown') return;
    const size = sizeOver([text], maxSize());
    if (size === null) store.open(uri, version, text, blogs.blogOf(uri).settingOf(uri));
    else passOver(choices, uri, size);
  };
}

function change(choices: TextSyncChoices) {
  const { store, worksheets, log, maxSize } = choices;
  return ({ textDocument, contentChanges }: DidChangeTextDocumentParams): void => {
    const { uri, version } = textDocument;
    const edits = contentChanges.map(toEdit);
    if (worksheets.openAt(uri)) return worksheets.edit(uri, version, edits);
    try {
      const lines = store.get(uri)?.snapshot.lines;
      const size = lines ? editedSizeOver(lines, edits, maxSize()) : null;
      if (size === null) return store.edit(uri, version, edits);
      passOver(choices, uri, size);
      store.close(uri);
    } catch (error) {
      logError(log, `Editing ${uri}`, error);
      // A text that is not the editor's would only mislead.
      store.close(uri);
    }
  };
}

function passOver(
  { log, translations, maxSize }: TextSyncChoices,
  uri: string,
  size: number,
): void {
  const sizes = sizeTexts(size, maxSize());
  log.warn(textOf('openPostTooLarge', { post: uri, ...sizes }, translations()));
}

/** Typing makes no post large: shorter edits are not worth the counting. */
const largeEdit = 100_000;

/** The size of a post with its edits, where it is over the limit; nothing of it is scanned. */
function editedSizeOver(lines: Lines, edits: readonly PostEdit[], limit: number): number | null {
  const inserted = edits.reduce((sum, { text }) => sum + text.length, 0);
  if (inserted < largeEdit) return null;
  const edited = edits.reduce<Lines>(
    (before, edit) => ('start' in edit ? editLines(before, edit).lines : splitLines(edit.text)),
    lines,
  );
  return sizeOver(edited, limit);
}

function toEdit(change: ContentChange): PostEdit {
  if (!ContentChange.isIncremental(change)) return { text: change.text };
  const { start, end } = change.range;
  return {
    start: { line: start.line, column: start.character },
    end: { line: end.line, column: end.character },
    text: change.text,
  };
}

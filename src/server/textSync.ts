// Keeps the open posts as the editor has them.
import type {
  Connection,
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocumentContentChangeEvent as ContentChange } from 'vscode-languageserver';
import type { Blogs } from './blogs.js';
import { guarded, logError, type Log } from './log.js';
import type { PostEdit, PostStore } from './store.js';
import { schemeOf } from './uri.js';

export interface TextSyncChoices {
  readonly store: PostStore;
  readonly blogs: Blogs;
  readonly log: Log;
  /** In characters. */
  readonly maxSize: () => number;
  /** Other documents are no posts: versions of a repository, a chat, an output. */
  readonly isPostScheme: (scheme: string) => boolean;
}

export function registerTextSync(connection: Connection, choices: TextSyncChoices): void {
  const { store, log } = choices;
  const register = { open: open(choices), change: change(choices) };
  connection.onDidOpenTextDocument(guarded(log, 'Opening a post', undefined, register.open));
  connection.onDidChangeTextDocument(guarded(log, 'Editing a post', undefined, register.change));
  connection.onDidCloseTextDocument(
    guarded(log, 'Closing a post', undefined, ({ textDocument }) => store.close(textDocument.uri)),
  );
}

function open({ store, blogs, log, maxSize, isPostScheme }: TextSyncChoices) {
  return ({ textDocument }: DidOpenTextDocumentParams): void => {
    const { uri, languageId, version, text } = textDocument;
    if (languageId !== 'markdown' || !isPostScheme(schemeOf(uri))) return;
    if (text.length > maxSize()) {
      log.warn(
        `${uri} is passed over: it is larger than the setting postulate.limits.postSize allows`,
      );
      return;
    }
    store.open(uri, version, text, blogs.blogOf(uri).settingOf(uri));
  };
}

function change({ store, log }: TextSyncChoices) {
  return ({ textDocument, contentChanges }: DidChangeTextDocumentParams): void => {
    const { uri, version } = textDocument;
    try {
      store.edit(uri, version, contentChanges.map(toEdit));
    } catch (error) {
      logError(log, `Editing ${uri}`, error);
      // A text that is not the editor's would only mislead.
      store.close(uri);
    }
  };
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

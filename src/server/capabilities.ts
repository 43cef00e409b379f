// What the server tells a client that it can do.
import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import { completionTriggers } from '../language/completion/completion.js';
import { fixAllKind } from '../protocol/server.js';

export const serverCapabilities: InitializeResult = {
  serverInfo: { name: 'Postulate' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: { resolveProvider: true },
    documentLinkProvider: {},
    codeLensProvider: {},
    documentSymbolProvider: { label: 'Postulate' },
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    inlayHintProvider: true,
    linkedEditingRangeProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Whatever posts may link to; folders too.
      fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
    },
  },
};

// What the server tells a client that it can do.
import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import { completionTriggers } from '../language/completion.js';
import { fixAllKind } from '../protocol/server.js';

export const serverCapabilities: InitializeResult = {
  serverInfo: { name: 'Postulate' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: { label: 'Postulate' },
    completionProvider: { triggerCharacters: [...completionTriggers] },
    inlayHintProvider: true,
    linkedEditingRangeProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

// Answers the editor's requests; one that fails answers with nothing, and the log says why.
import type { Features } from './features.js';
import { guarded } from './log.js';
import type { Server } from './serverParts.js';

export function registerFeatures({ connection, log, resting }: Server, features: Features): void {
  connection.onHover(guarded(log, 'Hover', null, (params, token) => features.hover(params, token)));
  connection.onDefinition(
    guarded(log, 'Definition', null, (params) => features.definition(params)),
  );
  connection.onReferences(
    guarded(log, 'References', null, (params) => features.references(params)),
  );
  connection.onCompletion(
    guarded(log, 'Completion', null, (params) => features.completion(params)),
  );
  connection.onDocumentSymbol(
    guarded(log, 'Symbols', null, ({ textDocument: { uri } }, token) =>
      resting.answer({ kind: 'symbols', uri, token }, () => features.documentSymbols(uri)),
    ),
  );
  connection.languages.inlayHint.on(
    guarded(log, 'Hints', null, (params, token) =>
      resting.answer({ kind: 'hints', uri: params.textDocument.uri, token }, () =>
        features.inlayHints(params),
      ),
    ),
  );
  connection.languages.onLinkedEditingRange(
    guarded(log, 'Linked editing', null, (params) => features.linkedRanges(params)),
  );
  connection.onCodeAction(
    guarded(log, 'Quick fixes', null, (params) => features.codeActions(params)),
  );
}

// Answers the editor's requests; one that fails answers with nothing, and the log says why.
import type { Features } from './features.js';
import { answered } from './answered.js';
import type { Server } from './serverParts.js';
import type { WorksheetFeatures } from './worksheetFeatures.js';

export function registerFeatures(
  { connection, log, resting }: Server,
  features: Features,
  worksheets: WorksheetFeatures,
): void {
  connection.onHover(
    answered(log, 'Hover', null, (params, token) =>
      worksheets.isOpen(params.textDocument.uri)
        ? worksheets.hover(params)
        : features.hover(params, token),
    ),
  );
  connection.onDocumentSymbol(
    answered(log, 'Symbols', null, ({ textDocument: { uri } }, token) =>
      resting.answer({ kind: 'symbols', uri, token }, () => features.documentSymbols(uri)),
    ),
  );
  connection.languages.inlayHint.on(
    answered(log, 'Hints', null, (params, token) =>
      resting.answer({ kind: 'hints', uri: params.textDocument.uri, token }, () =>
        worksheets.isOpen(params.textDocument.uri)
          ? worksheets.inlayHints(params)
          : features.inlayHints(params),
      ),
    ),
  );
  connection.languages.onLinkedEditingRange(
    answered(log, 'Linked editing', null, (params) => features.linkedRanges(params)),
  );
}

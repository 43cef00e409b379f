// Quick fixes for inserted tables and pictures that are stale: a table is an edit, a picture is written by the client.
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import { touches } from '../core/text/span.js';
import type { StaleInserted } from '../language/inserted/staleInserted.js';
import { updateInsertedCommand } from '../protocol/server.js';
import { toRange, toSpan, toTextEdits } from './convert.js';
import { text } from './texts.js';

interface Asked {
  readonly uri: string;
  readonly post: Snapshot;
  readonly range: Diagnostic['range'];
  readonly diagnostics: readonly Diagnostic[];
}

export function insertedActions(
  { uri, post, range, diagnostics }: Asked,
  stale: readonly StaleInserted[],
  { translations, writesFiles }: { translations: Translations; writesFiles: boolean },
): readonly CodeAction[] {
  const place = toSpan(post.lines, range);
  return stale.flatMap(({ inserted, kind, changes, files }): readonly CodeAction[] => {
    const isFixed = changes.length > 0 || files.length > 0;
    if (!isFixed || !touches(inserted.span, place)) return [];
    const own = toRange(post.lines, inserted.span);
    const mended = diagnostics.filter(
      ({ code, range: at }) => code === 'eval.claim' && at.start.line === own.start.line,
    );
    const action = {
      title: text(kind === 'plot' ? 'updatePlot' : 'updateTable', {}, translations),
      kind: CodeActionKind.QuickFix,
      ...(mended.length > 0 ? { diagnostics: mended, isPreferred: true } : {}),
    };
    if (files.length === 0) {
      return [{ ...action, edit: { changes: { [uri]: toTextEdits(post.lines, changes) } } }];
    }
    if (!writesFiles) return [];
    const command = { title: action.title, command: updateInsertedCommand };
    return [{ ...action, command: { ...command, arguments: [uri, own.start] } }];
  });
}

// Answers what can be done at a place of a post: quick fixes, rewritings, and all fixes of the post at once.
import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { resultsSeenIn } from '../evaluate/result.js';
import { fixAllKind } from '../protocol/server.js';
import { answered } from './answered.js';
import { evaluationActions } from './evaluationActions.js';
import { fixActions, fixAllAction, rewriteActions } from './fixActions.js';
import { insertedActions } from './insertedActions.js';
import { numberActions } from './outdatedNumbers.js';
import { promptResults } from './promptResults.js';
import type { Server } from './serverParts.js';
import type { WorksheetFeatures } from './worksheetFeatures.js';

export function registerCodeActions(server: Server, worksheets: WorksheetFeatures): void {
  const { connection, log, store } = server;
  connection.onCodeAction(
    answered(log, 'Quick fixes', null, async (params, token) => {
      const { uri } = params.textDocument;
      if (worksheets.isOpen(uri)) return worksheets.codeActions(params);
      const post = store.get(uri)?.snapshot;
      return post ? codeActions(server, post, params, token) : [];
    }),
  );
}

async function codeActions(
  server: Server,
  post: Snapshot,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { only } = params.context;
  const actions: (readonly CodeAction[])[] = [];
  if (isWanted(CodeActionKind.QuickFix, only)) {
    actions.push(
      await fixActions(server, post, params, token),
      await numberActions(server, params),
    );
  }
  if (isWanted(CodeActionKind.RefactorRewrite, only)) {
    actions.push(rewriteActions(server, post, params));
  }
  // A menu of quick fixes is no place for it: it is asked for by name, or on saving.
  if (only && isWanted(fixAllKind, only)) actions.push(await fixAllAction(server, post, params));
  const ofValues = await valueActions(server, post, params);
  // What was found out about an older state would be written in wrong places.
  const now = server.store.get(params.textDocument.uri)?.snapshot;
  if (token.isCancellationRequested) return [];
  if (now !== post) return now ? codeActions(server, now, params, token) : [];
  return [...actions.flat(), ...ofValues.filter(({ kind }) => isWanted(kind ?? '', only))];
}

/** A kind holds those whose names begin with its own. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true;
}

async function valueActions(
  server: Server,
  post: Snapshot,
  { textDocument: { uri }, range, context: { diagnostics, only } }: CodeActionParams,
): Promise<readonly CodeAction[]> {
  const kinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];
  if (!kinds.some((kind) => isWanted(kind, only))) return [];
  const { evaluation, options, worksheets } = server;
  const results = await promptResults(server, uri, post);
  if (results.length === 0) return [];
  const { translations, putsCaret, writesFiles } = options();
  const worksheet = worksheets.known(uri);
  const beside = worksheet?.fault === null ? worksheet : null;
  const asked = { uri, post, range, diagnostics, beside };
  const stale = evaluation.staleInserted(uri, post);
  return [
    ...evaluationActions(asked, resultsSeenIn('post', results), { translations, putsCaret }),
    ...insertedActions(asked, stale, { translations, writesFiles }),
  ];
}

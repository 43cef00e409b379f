// Quick fixes for formulas that compute, as the Language Server Protocol has them.
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { Change } from '../language/change.js';
import { evaluationFixes, type EvaluationFix } from '../language/evaluationFixes.js';
import { putCaretCommand, type PlaceInPost } from '../protocol/server.js';
import { isSameRange, toPosition, toRange, toSpan, toTextEdits } from './convert.js';
import { text, type texts } from './texts.js';
import { nameOf } from './uri.js';
import type { Worksheet } from './worksheetFiles.js';

interface Asked {
  readonly uri: string;
  readonly post: Snapshot;
  readonly range: CodeActionRange;
  readonly diagnostics: readonly Diagnostic[];
  /** The worksheet in a file of its own, where lines may be written into it. */
  readonly beside?: Pick<Worksheet, 'uri' | 'lines'> | null;
}

type CodeActionRange = Diagnostic['range'];

export function evaluationActions(
  { uri, post, range, diagnostics, beside = null }: Asked,
  results: readonly EvaluationResult[],
  { translations, putsCaret }: { translations: Translations; putsCaret: boolean },
): readonly CodeAction[] {
  const span = toSpan(post.lines, range);
  return evaluationFixes(post, results, span, beside?.lines).map((fix, at) => {
    const written = fix.file === 'worksheet' && beside ? beside : { uri, lines: post.lines };
    const [change] = fix.changes;
    const words = { text: fix.subject, count: fix.subject, file: nameOf(written.uri) };
    const title = text(titleOf(fix), words, translations);
    const caret = fix.caret !== null && change ? caretBehind(written, change, fix.caret) : null;
    const mended = diagnostics.filter((diagnostic) => isMended(post, diagnostic, fix));
    return {
      title,
      kind: fix.mends === null ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
      ...(mended.length > 0 ? { diagnostics: mended, isPreferred: at === 0 } : {}),
      edit: { changes: { [written.uri]: toTextEdits(written.lines, fix.changes) } },
      ...(caret !== null && putsCaret
        ? { command: { title, command: putCaretCommand, arguments: [written.uri, caret] } }
        : {}),
    };
  });
}

function titleOf({ kind, file }: EvaluationFix): keyof typeof texts {
  return file === 'worksheet' ? 'writeLineInFile' : titles[kind];
}

const titles: { readonly [kind in EvaluationFix['kind']]: keyof typeof texts } = {
  write: 'writeLine',
  change: 'change',
  update: 'updateValue',
  updateAll: 'updateAllValues',
  state: 'stateValue',
  rebind: 'bindAnew',
};

function isMended(post: Snapshot, { code, range }: Diagnostic, { mends }: EvaluationFix): boolean {
  if (mends === null || !String(code).startsWith('eval.')) return false;
  return isSameRange(range, toRange(post.lines, mends));
}

/** A place in what a change writes, as it stands in the post that has the change. */
export function caretBehind(
  { lines: before }: Pick<Snapshot, 'lines'>,
  { span, text: now }: Change,
  caret: number,
): PlaceInPost {
  const { line, character } = toPosition(before, span.start);
  const lines = now.slice(0, caret - span.start).split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  return {
    line: line + lines.length - 1,
    character: last.length + (lines.length === 1 ? character : 0),
  };
}

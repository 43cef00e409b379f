// Quick fixes for formulas that compute, as the Language Server Protocol has them.
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { Change } from '../language/change.js';
import { evaluationFixes, type EvaluationFix } from '../language/evaluationFixes.js';
import { putCaretCommand, type PlaceInPost } from '../protocol/server.js';
import { toOffset, toPosition, toRange } from './convert.js';
import { text, type texts } from './texts.js';

interface Asked {
  readonly uri: string;
  readonly post: Snapshot;
  readonly range: CodeActionRange;
  readonly diagnostics: readonly Diagnostic[];
}

type CodeActionRange = Diagnostic['range'];

export function evaluationActions(
  { uri, post, range, diagnostics }: Asked,
  results: readonly EvaluationResult[],
  { translations, putsCaret }: { translations: Translations; putsCaret: boolean },
): readonly CodeAction[] {
  const span = { start: toOffset(post.lines, range.start), end: toOffset(post.lines, range.end) };
  return evaluationFixes(post, results, span).map((fix, at) => {
    const [change] = fix.changes;
    const title = text(titles[fix.kind], { text: fix.subject, count: fix.subject }, translations);
    const edits = fix.changes.map((one) => ({
      range: toRange(post.lines, one.span),
      newText: one.text,
    }));
    const caret = fix.caret !== null && change ? caretBehind(post, change, fix.caret) : null;
    const mended = diagnostics.filter((diagnostic) => isMended(post, diagnostic, fix));
    return {
      title,
      kind: fix.mends === null ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
      ...(mended.length > 0 ? { diagnostics: mended, isPreferred: at === 0 } : {}),
      edit: { changes: { [uri]: edits } },
      ...(caret !== null && putsCaret
        ? { command: { title, command: putCaretCommand, arguments: [uri, caret] } }
        : {}),
    };
  });
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
  const { start, end } = toRange(post.lines, mends);
  return [
    start.line === range.start.line,
    start.character === range.start.character,
    end.line === range.end.line,
    end.character === range.end.character,
  ].every(Boolean);
}

/** A place in what a change writes, as it stands in the post that has the change. */
export function caretBehind(
  post: Snapshot,
  { span, text: now }: Change,
  caret: number,
): PlaceInPost {
  const { line, character } = toPosition(post.lines, span.start);
  const lines = now.slice(0, caret - span.start).split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  return {
    line: line + lines.length - 1,
    character: last.length + (lines.length === 1 ? character : 0),
  };
}

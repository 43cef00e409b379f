// What the editor shows and offers in a worksheet in a file of its own: values, hovers, quick fixes.
import {
  type CodeAction,
  type CodeActionParams,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { reaches } from '../core/text/span.js';
import { resultsIn, resultsSeenIn, type EvaluationResult } from '../evaluate/result.js';
import { valueHints } from '../language/inlayHints.js';
import { asPost } from '../language/worksheetText.js';
import { toHover, toInlayHint, toOffset, toSpan } from './convert.js';
import { evaluationActions } from './evaluationActions.js';
import type { Server } from './serverParts.js';
import { valueHover } from './valueHover.js';
import type { Worksheet } from './worksheetFiles.js';

interface Evaluated {
  readonly worksheet: Worksheet;
  /** Of its post and its own. */
  readonly results: readonly EvaluationResult[];
}

export class WorksheetFeatures {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  isOpen(uri: string): boolean {
    return this.#server.worksheets.openAt(uri) !== undefined;
  }

  async hover({ textDocument, position }: TextDocumentPositionParams): Promise<Hover | null> {
    const found = await this.#evaluated(textDocument.uri);
    if (!found) return null;
    const { lines } = found.worksheet;
    const { translations } = this.#server.options();
    const own = resultsIn('worksheet', found.results);
    const hover = valueHover(own, toOffset(lines, position), translations);
    return hover && toHover(lines, hover);
  }

  async inlayHints({ textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
    if (!this.#server.settings.current.hintValues) return [];
    const found = await this.#evaluated(textDocument.uri);
    if (!found) return [];
    const { lines } = found.worksheet;
    const asked = toSpan(lines, range);
    return valueHints(resultsIn('worksheet', found.results), this.#server.options().translations)
      .filter(({ offset }) => reaches(asked, offset))
      .map((hint) => toInlayHint(lines, hint));
  }

  async codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const { uri } = textDocument;
    const found = await this.#evaluated(uri);
    if (!found) return [];
    const { translations, putsCaret } = this.#server.options();
    const post = asPost(found.worksheet.lines);
    const asked = { uri, post, range, diagnostics: context.diagnostics };
    const seen = resultsSeenIn('worksheet', found.results);
    return [...evaluationActions(asked, seen, { translations, putsCaret })];
  }

  async #evaluated(uri: string): Promise<Evaluated | null> {
    const { worksheets, worksheetPosts, evaluation } = this.#server;
    const worksheet = worksheets.openAt(uri);
    const post = worksheet && (await worksheetPosts.of(uri));
    const results = post && (await evaluation.evaluate(post.uri, post.snapshot));
    // A newer text has places of its own.
    return worksheet && results && worksheets.openAt(uri) === worksheet
      ? { worksheet, results }
      : null;
  }
}

// The editor features as the Language Server Protocol asks for them.
import { asksForValues } from '../core/post/worksheets.js';
import {
  SymbolKind,
  type CancellationToken,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  type LinkedEditingRanges,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { environmentNames } from '../language/environmentNames.js';
import { documentSymbols } from '../language/documentSymbols.js';
import { hover } from '../language/hover.js';
import { inlayHints } from '../language/inlayHints.js';
import { askedPost, type AskedPlace } from './asked.js';
import { toHover, toInlayHint, toOffset, toRange, toSpan } from './convert.js';
import { resultsIn } from '../evaluate/result.js';
import { curveHover } from './curveHover.js';
import { hoverMarkdown } from './hoverText.js';
import { lookHover, macroHoverAt, passageHover } from './passageHover.js';
import { promptResults } from './promptResults.js';
import type { Server } from './serverParts.js';
import { shownEquation } from './shownEquation.js';
import { valueHover, type ValueHover } from './valueHover.js';

export class Features {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  async hover(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Hover | null> {
    const asked = askedPost(this.#server, textDocument.uri);
    if (!asked) return null;
    const offset = toOffset(asked.post.lines, position);
    const answer = hover(asked.context, offset);
    if (!answer) return this.#unnamedHover({ uri: textDocument.uri, ...asked, offset }, token);
    const { path, key } = answer;
    const equation = await shownEquation(this.#server, { ...asked, path, key }, token);
    if (token.isCancellationRequested) return null;
    const markdown = hoverMarkdown(answer, equation, this.#server.options().translations);
    return toHover(asked.post.lines, { span: answer.span, markdown });
  }

  async #unnamedHover(
    place: AskedPlace & { readonly uri: string },
    token: CancellationToken,
  ): Promise<Hover | null> {
    const found =
      (await passageHover(this.#server, place, token)) ?? (await this.#formulaHover(place, token));
    return !found || token.isCancellationRequested ? null : toHover(place.post.lines, found);
  }

  /** The value of a formula, else its curve, else how it looks; on a macro, what that is. */
  async #formulaHover(
    place: AskedPlace & { readonly uri: string },
    token: CancellationToken,
  ): Promise<ValueHover | null> {
    const { uri, blog, post, offset } = place;
    const { evaluation } = this.#server;
    const results = (await evaluation.evaluate(uri, post)) ?? [];
    const own = resultsIn('post', results);
    const translations = this.#server.options().translations;
    const value = valueHover(own, offset, translations);
    // Nobody looks for curves in the papers of a code repository.
    const isAsked = blog.isShown || asksForValues(post.blocks.blocks);
    if (value !== null || !isAsked || token.isCancellationRequested) return value;
    return (
      (await macroHoverAt(this.#server, place, token)) ??
      (await curveHover(this.#server, { uri, post, offset }, token)) ??
      (await lookHover(this.#server, place, token))
    );
  }

  documentSymbols(uri: string): DocumentSymbol[] {
    const post = this.#server.store.get(uri)?.snapshot;
    if (!post) return [];
    return documentSymbols(post).map(({ name, detail, span, nameSpan }) => ({
      name,
      detail,
      kind: SymbolKind.Constant,
      range: toRange(post.lines, span),
      selectionRange: toRange(post.lines, nameSpan),
    }));
  }

  async inlayHints({ textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
    const { store, blogs } = this.#server;
    const post = store.get(textDocument.uri)?.snapshot;
    if (!post) return [];
    const blog = blogs.blogOf(textDocument.uri);
    if (!blog.isShown && !asksForValues(post.blocks.blocks)) return [];
    const { hintNumbers: numbers, hintValues: values } = this.#server.settings.current;
    const span = toSpan(post.lines, range);
    const results = values ? await promptResults(this.#server, textDocument.uri, post) : [];
    const own = resultsIn('post', results);
    const choices = { numbers, values };
    const { translations } = this.#server.options();
    const hints = inlayHints(post, own, span, choices, translations);
    return hints.map((hint) => toInlayHint(post.lines, hint));
  }

  linkedRanges({ textDocument, position }: TextDocumentPositionParams): LinkedEditingRanges | null {
    const post = this.#server.store.get(textDocument.uri)?.snapshot;
    const names = post && environmentNames(post, toOffset(post.lines, position));
    return names
      ? { ranges: names.map((span) => toRange(post.lines, span)), wordPattern: '[a-zA-Z]*\\*?' }
      : null;
  }
}

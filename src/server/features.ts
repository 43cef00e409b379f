// The editor features as the Language Server Protocol asks for them.
import { asksForValues } from '../core/post/worksheets.js';
import {
  CompletionItemKind,
  InlayHintKind,
  InsertTextFormat,
  MarkupKind,
  SymbolKind,
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import { completion, type CompletionItem as Completion } from '../language/completion.js';
import type { LanguageContext, Place } from '../language/context.js';
import { definition } from '../language/definition.js';
import { environmentNames } from '../language/environmentNames.js';
import { documentSymbols } from '../language/documentSymbols.js';
import { equationOf } from '../language/equation.js';
import { hover, type HoverAnswer } from '../language/hover.js';
import { inlayHints } from '../language/inlayHints.js';
import { references } from '../language/references.js';
import { findLabel } from '../language/symbol.js';
import type { Blog } from './blog.js';
import type { Blogs } from './blogs.js';
import { toOffset, toRange } from './convert.js';
import { resultsIn } from '../evaluate/result.js';
import type { Evaluation } from './evaluation.js';
import { curveHover } from './curveHover.js';
import { hoverMarkdown, type ShownEquation } from './hoverText.js';
import type { Pictures } from './pictures.js';
import type { ServerOptions } from '../protocol/server.js';
import { preambleOf } from './preamble.js';
import { promptResults } from './promptResults.js';
import type { Settings } from './settings.js';
import type { PostStore } from './store.js';
import { text } from './texts.js';
import { valueHover } from './valueHover.js';
import type { WorksheetFiles } from './worksheetFiles.js';

interface FeatureChoices {
  readonly store: PostStore;
  readonly blogs: Blogs;
  readonly evaluation: Evaluation;
  readonly worksheets: WorksheetFiles;
  readonly pictures: Pictures;
  readonly settings: () => Settings;
  readonly translations: () => Translations;
  readonly options: () => ServerOptions;
  /** The colour of text in the editor's theme. */
  readonly foreground: () => string;
}

interface Asked {
  readonly blog: Blog;
  readonly post: Snapshot;
  readonly context: LanguageContext;
}

export class Features {
  readonly #choices: FeatureChoices;

  constructor(choices: FeatureChoices) {
    this.#choices = choices;
  }

  async hover(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Hover | null> {
    const asked = this.#asked(textDocument.uri);
    if (!asked) return null;
    const offset = toOffset(asked.post.lines, position);
    const answer = hover(asked.context, offset);
    if (!answer) return this.#formulaHover({ uri: textDocument.uri, ...asked, offset }, token);
    const equation = await this.#equation(asked, answer, token);
    if (token.isCancellationRequested) return null;
    const value = hoverMarkdown(answer, equation, this.#choices.translations());
    return {
      contents: { kind: MarkupKind.Markdown, value },
      range: toRange(asked.post.lines, answer.span),
    };
  }

  /** The value of a formula, or where it has none its curve. */
  async #formulaHover(
    { uri, blog, post, offset }: Pick<Asked, 'blog' | 'post'> & { uri: string; offset: number },
    token: CancellationToken,
  ): Promise<Hover | null> {
    const { evaluation } = this.#choices;
    const results = (await evaluation.evaluate(uri, post)) ?? [];
    const own = resultsIn('post', results);
    const translations = this.#choices.translations();
    const value = valueHover(own, offset, translations);
    // Nobody looks for curves in the papers of a code repository.
    const isAsked = blog.isShown || asksForValues(post.blocks.blocks);
    const parts = { evaluation, translations, foreground: this.#choices.foreground() };
    const found =
      value === null && isAsked && !token.isCancellationRequested
        ? await curveHover(parts, { uri, post, offset }, token)
        : value;
    if (!found) return null;
    const contents = { kind: MarkupKind.Markdown, value: found.markdown };
    return { contents, range: toRange(post.lines, found.span) };
  }

  async definition(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<LocationLink[] | null> {
    const asked = this.#asked(textDocument.uri);
    const answer = asked && definition(asked.context, toOffset(asked.post.lines, position));
    if (!asked || !answer) return null;
    const origin = toRange(asked.post.lines, answer.origin);
    const locations = await this.#locations(asked, answer.places, token);
    return locations.map(({ uri, range }) => ({
      originSelectionRange: origin,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
  }

  async references(
    { textDocument, position, context }: ReferenceParams,
    token: CancellationToken,
  ): Promise<Location[]> {
    const asked = this.#asked(textDocument.uri);
    if (!asked) return [];
    const offset = toOffset(asked.post.lines, position);
    const places = references(asked.context, offset, context.includeDeclaration);
    return this.#locations(asked, places, token);
  }

  completion({ textDocument, position }: CompletionParams): CompletionItem[] {
    const asked = this.#asked(textDocument.uri);
    const { line, character } = position;
    const answer = asked && completion(asked.context, { line, column: character });
    if (!answer) return [];
    const range = {
      start: { line, character: answer.start },
      end: { line, character: answer.end },
    };
    return answer.items.map((item, at) => ({
      ...this.#describe(item),
      label: item.text,
      filterText: item.filter,
      // The order of the post, not of the alphabet.
      sortText: String(at).padStart(6, '0'),
      textEdit: {
        range,
        newText: item.snippet ?? (item.kind === 'command' ? `${item.text}{` : item.text),
      },
      ...(item.snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      ...(item.kind === 'command'
        ? { command: { title: '', command: 'editor.action.triggerSuggest' } }
        : {}),
    }));
  }

  documentSymbols(uri: string): DocumentSymbol[] {
    const post = this.#choices.store.get(uri)?.snapshot;
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
    const { store, blogs } = this.#choices;
    const post = store.get(textDocument.uri)?.snapshot;
    if (!post) return [];
    const blog = blogs.blogOf(textDocument.uri);
    if (!blog.isShown && !asksForValues(post.blocks.blocks)) return [];
    const { hintNumbers: numbers, hintValues: values } = this.#choices.settings();
    const span = { start: toOffset(post.lines, range.start), end: toOffset(post.lines, range.end) };
    const results = values ? await promptResults(this.#choices, textDocument.uri, post) : [];
    const own = resultsIn('post', results);
    const choices = { numbers, values };
    return inlayHints(post, own, span, choices, this.#choices.translations()).map(
      ({ kind, offset, text }) => ({
        position: toRange(post.lines, { start: offset, end: offset }).start,
        label: text,
        paddingLeft: true,
        ...(kind === 'value' ? { kind: InlayHintKind.Type } : {}),
      }),
    );
  }

  linkedRanges({ textDocument, position }: TextDocumentPositionParams): LinkedEditingRanges | null {
    const post = this.#choices.store.get(textDocument.uri)?.snapshot;
    const names = post && environmentNames(post, toOffset(post.lines, position));
    return names
      ? { ranges: names.map((span) => toRange(post.lines, span)), wordPattern: '[a-zA-Z]*\\*?' }
      : null;
  }

  #asked(uri: string): Asked | null {
    const { store, blogs } = this.#choices;
    const post = store.get(uri)?.snapshot;
    if (!post) return null;
    const blog = blogs.blogOf(uri);
    return { blog, post, context: { post, blog: blog.index } };
  }

  async #equation(
    { blog, post }: Asked,
    answer: HoverAnswer,
    token: CancellationToken,
  ): Promise<ShownEquation | null> {
    const holder = answer.path === post.path ? post : await this.#snapshot(blog, answer.path);
    const label = holder && findLabel(holder.facts.labels, answer.key);
    const equation = label && equationOf(holder, label);
    if (!equation) return null;
    const title = holder.facts.title;
    const picture = this.#choices.settings().hoverPictures
      ? await this.#choices.pictures.picture(
          {
            tex: equation.tex,
            display: true,
            preamble: preambleOf(
              holder,
              holder.facts.displays[label.display]?.block ?? 0,
              equation.tex,
            ),
            colour: this.#choices.foreground(),
          },
          (cancel) => token.onCancellationRequested(cancel),
        )
      : null;
    const name = title === null ? holder.path : `《${title}》`;
    return { ...equation, picture, post: holder === post ? null : name };
  }

  async #locations(
    { blog }: Asked,
    places: readonly Place[],
    token: CancellationToken,
  ): Promise<Location[]> {
    const locations: Location[] = [];
    const paths = new Set(places.map(({ path }) => path));
    for (const path of paths) {
      if (token.isCancellationRequested) return [];
      const snapshot = await this.#snapshot(blog, path);
      if (!snapshot) continue;
      const uri = blog.uriOf(path);
      for (const { path: at, span } of places) {
        if (at === path) locations.push({ uri, range: toRange(snapshot.lines, span) });
      }
    }
    return locations;
  }

  #snapshot(blog: Blog, path: string): Promise<Snapshot | null> {
    return this.#choices.blogs.snapshotOf(blog, path);
  }

  #describe(
    item: Completion,
  ): Pick<CompletionItem, 'kind' | 'detail' | 'labelDetails' | 'documentation'> {
    const translations = this.#choices.translations();
    switch (item.kind) {
      case 'label': {
        const detail = item.number === null ? '(???)' : `(${item.number})`;
        return {
          kind: CompletionItemKind.Reference,
          detail,
          // The detail is shown for one item alone, the description for all.
          labelDetails: { description: detail },
          ...(item.tex === null ? {} : { documentation: item.tex }),
        };
      }
      case 'missing-label':
        return {
          kind: CompletionItemKind.Reference,
          detail: text('missingLabel', {}, translations),
        };
      case 'environment':
        return { kind: CompletionItemKind.Module };
      case 'command':
        return { kind: CompletionItemKind.Function, detail: text('command', {}, translations) };
    }
  }
}

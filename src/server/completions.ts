// Completion as the Language Server Protocol asks for it: items at once, what documents them when it is looked at.
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { onOneLine } from '../core/text/onOneLine.js';
import { completion } from '../language/completion/completion.js';
import type {
  CompletionItem as Completion,
  CompletionSubject,
  Insertion,
} from '../language/completion/item.js';
import { answered } from './answered.js';
import { askedPost, type AskedPost } from './asked.js';
import { pictureToHover } from './formulaPicture.js';
import { fenced, pictureOf } from './hoverText.js';
import type { Server } from './serverParts.js';
import { shownEquation } from './shownEquation.js';
import { text } from './texts.js';

export function registerCompletions(server: Server): void {
  const { connection, log } = server;
  connection.onCompletion(
    answered(log, 'Completion', none, (params: CompletionParams) => complete(server, params)),
  );
  connection.onCompletionResolve((item, token) => {
    const resolved = (_: CompletionItem, cancelling: CancellationToken): Promise<CompletionItem> =>
      resolve(server, item, cancelling);
    return answered(log, 'What documents an item', item, resolved)(item, token);
  });
}

const none: CompletionList = { isIncomplete: false, items: [] };

function complete(server: Server, { textDocument, position }: CompletionParams): CompletionList {
  const { uri } = textDocument;
  const { line, character } = position;
  const asked = askedPost(server, uri);
  const answer = asked && completion(asked.context, { line, column: character });
  if (!answer) return none;
  const items = answer.items.map((item, at): CompletionItem => ({
    ...describe(server, item),
    label: item.text,
    filterText: item.filter,
    // Most likely first, not by the alphabet.
    sortText: String(at).padStart(4, '0'),
    ...written(item.written ?? { text: item.text }, line, answer),
    ...(item.subject ? { data: { uri, subject: item.subject } satisfies ItemData } : {}),
  }));
  return { isIncomplete: answer.isIncomplete ?? false, items };
}

function written(
  { text: newText, isSnippet, ahead, goesOn }: Insertion,
  line: number,
  { start, end }: { readonly start: number; readonly end: number },
): Partial<CompletionItem> {
  const at = (from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  return {
    textEdit: { range: at(start, end), newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(ahead
      ? { additionalTextEdits: [{ range: at(ahead.column, ahead.column), newText: ahead.text }] }
      : {}),
    ...(goesOn ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  label: CompletionItemKind.Reference,
  'missing-label': CompletionItemKind.Reference,
  reference: CompletionItemKind.Function,
  command: CompletionItemKind.Function,
  macro: CompletionItemKind.Variable,
  environment: CompletionItemKind.Module,
  title: CompletionItemKind.File,
};

/** The detail is shown for one item alone, what stands beside the label for all. */
function describe({ options }: Server, { kind, tex, note }: Completion): Partial<CompletionItem> {
  const { translations } = options();
  const detail =
    kind === 'missing-label'
      ? text('missingLabel', {}, translations)
      : kind === 'reference'
        ? text('command', {}, translations)
        : note;
  return {
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    labelDetails: {
      ...(tex === undefined ? {} : { detail: ` ${onOneLine(tex, longestTex)}` }),
      ...(note === undefined ? {} : { description: note }),
    },
  };
}

/** A list is narrow. */
const longestTex = 40;

/** Comes back with an item that is looked at. */
interface ItemData {
  readonly uri: string;
  readonly subject: CompletionSubject;
}

async function resolve(
  server: Server,
  item: CompletionItem,
  token: CancellationToken,
): Promise<CompletionItem> {
  const data: unknown = item.data;
  if (!isItemData(data)) return item;
  const asked = askedPost(server, data.uri);
  if (!asked) return item;
  const value = await documentation(server, asked, data.subject, token);
  return value === null || value === ''
    ? item
    : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

async function documentation(
  server: Server,
  asked: AskedPost,
  subject: CompletionSubject,
  token: CancellationToken,
): Promise<string | null> {
  switch (subject.kind) {
    case 'equation': {
      const equation = await shownEquation(server, { ...asked, ...subject }, token);
      return equation && pictureOf(equation);
    }
    case 'command': {
      const { tex, definition, block } = subject;
      const formula = { block, tex, display: true, refusesUnknown: true };
      const picture = await pictureToHover(server, asked.post, formula, token);
      const shown = picture === null ? [] : [pictureOf({ tex, picture })];
      return [...(definition === null ? [] : [fenced(definition, 'latex')]), ...shown].join('\n\n');
    }
  }
}

/** What an editor sends back is not ours any more. */
function isItemData(data: unknown): data is ItemData {
  const { uri, subject } = membersOf(data);
  const { kind, path, key, tex, block, definition } = membersOf(subject);
  if (typeof uri !== 'string') return false;
  if (kind === 'equation') return typeof path === 'string' && typeof key === 'string';
  const isDefined = definition === null || typeof definition === 'string';
  return kind === 'command' && typeof tex === 'string' && typeof block === 'number' && isDefined;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

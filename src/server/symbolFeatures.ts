// Where the symbol at the cursor is defined, and where else it stands.
import {
  DocumentHighlightKind,
  type CancellationToken,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Place } from '../language/context.js';
import { definition } from '../language/definition.js';
import { highlights } from '../language/highlights.js';
import { references } from '../language/references.js';
import { postsDefining, postsNaming, symbolAt, type SymbolTexts } from '../language/symbol.js';
import { answered } from './answered.js';
import { askedPlace } from './asked.js';
import type { Blog } from './blog.js';
import { toRange } from './convert.js';
import type { Server } from './serverParts.js';
import { symbolTexts } from './symbolTexts.js';

export function registerSymbolFeatures(server: Server): void {
  const { connection, log } = server;
  connection.onDefinition(
    answered(log, 'Definition', null, (params, token) => definitionAt(server, params, token)),
  );
  connection.onReferences(
    answered(log, 'References', null, (params, token) => referencesAt(server, params, token)),
  );
  connection.onDocumentHighlight(
    answered(log, 'Highlights', null, (params) => highlightsAt(server, params)),
  );
}

async function definitionAt(
  server: Server,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<LocationLink[] | null> {
  const asked = askedPlace(server, params);
  const symbol = asked && symbolAt(asked.context, asked.offset);
  if (!asked || !symbol) return null;
  const texts = await symbolTexts(server, asked.blog, symbol, postsDefining(symbol), token);
  const places = definition(symbol, texts, asked.context.blog, server.options().knowsMarkdown);
  if (places.length === 0) return null;
  const originSelectionRange = toRange(asked.post.lines, symbol.keySpan);
  return locations(asked.blog, texts, places).map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

async function referencesAt(
  server: Server,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  // A post that was not read yet may name it, too.
  await server.blogs.loaded();
  const asked = askedPlace(server, params);
  const symbol = asked && symbolAt(asked.context, asked.offset);
  if (!asked || !symbol) return [];
  const { blog, context } = asked;
  const paths = postsNaming(symbol, context.blog);
  const texts = await symbolTexts(server, blog, symbol, paths, token);
  const { includeDeclaration } = params.context;
  const { knowsMarkdown } = server.options();
  const found = references(symbol, texts, context.blog, includeDeclaration, knowsMarkdown);
  return locations(blog, texts, found);
}

function highlightsAt(
  server: Server,
  params: TextDocumentPositionParams,
): DocumentHighlight[] | null {
  const asked = askedPlace(server, params);
  if (!asked) return null;
  const { Read, Write } = DocumentHighlightKind;
  const found = highlights(asked.context, asked.offset).map(({ role, nameSpan }) => ({
    range: toRange(asked.post.lines, nameSpan),
    kind: role === 'definition' ? Write : Read,
  }));
  return found.length === 0 ? null : found;
}

function locations(
  blog: Blog,
  { posts, worksheets, macroFiles }: SymbolTexts,
  places: readonly Place[],
): Location[] {
  const texts = [...posts, ...worksheets, ...macroFiles];
  const linesOf = new Map(texts.map(({ path, lines }) => [path, lines]));
  return places.flatMap(({ path, span }) => {
    const lines = linesOf.get(path);
    return lines ? [{ uri: blog.uriOf(path), range: toRange(lines, span) }] : [];
  });
}

// Ways through a blog: its symbols, links that Markdown does not know, and how often equations are referred to.
import {
  SymbolKind,
  type CodeLens,
  type DocumentLink,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { documentLinks } from '../language/documentLinks.js';
import { referenceLenses } from '../language/referenceLenses.js';
import { symbolSpan, workspaceSymbols, type BlogSymbol } from '../language/workspaceSymbols.js';
import { showReferencesCommand } from '../protocol/server.js';
import { answered } from './answered.js';
import { toPosition, toRange } from './convert.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';

export function registerNavigation(server: Server): void {
  const { connection, log, resting } = server;
  connection.onWorkspaceSymbol(
    answered(log, 'Symbols of the blog', null, ({ query }) => symbolsOf(server, query)),
  );
  connection.onWorkspaceSymbolResolve(
    answered(log, 'The place of a symbol', noSymbol, (symbol) => placed(server, symbol)),
  );
  connection.onDocumentLinks(
    answered(log, 'Links', null, ({ textDocument: { uri } }, token) =>
      resting.answer({ kind: 'links', uri, token }, () => linksOf(server, uri)),
    ),
  );
  connection.onCodeLens(
    answered(log, 'Counting references', null, ({ textDocument: { uri } }, token) =>
      resting.answer({ kind: 'lenses', uri, token }, () => lensesOf(server, uri)),
    ),
  );
}

const noSymbol: WorkspaceSymbol = { name: '', kind: SymbolKind.Constant, location: { uri: '' } };

/** What a symbol needs to be found in its post. */
type SymbolData = Pick<BlogSymbol, 'kind' | 'key' | 'path'>;

async function symbolsOf({ blogs }: Server, query: string): Promise<WorkspaceSymbol[]> {
  await blogs.loaded();
  return blogs
    .all()
    .filter(({ isShown }) => isShown)
    .flatMap((blog) =>
      workspaceSymbols(blog.index, query).map(
        ({ kind, path, name, key, container, line }): WorkspaceSymbol => {
          const place = { line, character: 0 };
          return {
            name,
            kind: kind === 'label' ? SymbolKind.Constant : SymbolKind.File,
            containerName: container,
            location: { uri: blog.uriOf(path), range: { start: place, end: place } },
            data: { kind, key, path } satisfies SymbolData,
          };
        },
      ),
    );
}

/** The index knows the line of its display; where in it, only the text does. */
async function placed({ blogs }: Server, symbol: WorkspaceSymbol): Promise<WorkspaceSymbol> {
  const { kind, key, path } = symbol.data as SymbolData;
  const { uri } = symbol.location;
  const post = await blogs.snapshotOf(blogs.blogOf(uri), path);
  const span = post && symbolSpan(post, { kind, key });
  return span ? { ...symbol, location: { uri, range: toRange(post.lines, span) } } : symbol;
}

function linksOf({ store, blogs }: Server, uri: string): DocumentLink[] {
  const post = store.get(uri)?.snapshot;
  const blog = blogs.blogOf(uri);
  if (!post || !blog.isShown) return [];
  return documentLinks({ post, blog: blog.index }).map(({ span, path, title, line }) => ({
    range: toRange(post.lines, span),
    target: blog.uriOf(path) + (line === null ? '' : `#L${line + 1}`),
    ...(title === null ? {} : { tooltip: title }),
  }));
}

function lensesOf({ store, blogs, settings, options }: Server, uri: string): CodeLens[] {
  const post = store.get(uri)?.snapshot;
  if (!post || !settings.current.referenceLenses) return [];
  const context = { post, blog: blogs.blogOf(uri).index };
  return referenceLenses(context).map(({ key, offset, line, count, isOneOfMany }) => {
    const start = { line, character: 0 };
    const shown = { key, count: String(count) };
    const name = isOneOfMany ? 'referencesOf' : 'references';
    return {
      range: { start, end: start },
      command: {
        title: text(name, shown, options().translations),
        command: showReferencesCommand,
        arguments: [uri, toPosition(post.lines, offset)],
      },
    };
  });
}

// All previews of a window: one for each post, opened by commands or restored with the window.
import * as vscode from 'vscode';
import {
  previewNotifications,
  previewRequests,
  type FormulaPlace,
  type FormulaSource,
  type FromPreview,
} from '../protocol/preview.js';
import { isSessionMessage, isToPreview } from '../protocol/previewGuards.js';
import {
  serverRequests,
  type LinkedPost,
  type LinkRequest,
  type PlaceInPost,
} from '../protocol/server.js';
import { fragmentOf, openFileOrPage } from './previewLinks.js';
import { PreviewPanel } from './previewPanel.js';
import { editorColumn, showPost } from './showPost.js';

const viewType = 'postulate.preview';

/** The server, as far as previews speak with it. */
export interface PreviewServer {
  send(method: string, params: unknown): void;
  request<Answer>(method: string, params: unknown): Promise<Answer>;
  onNotification(method: string, handler: (params: unknown) => void): vscode.Disposable;
  /** Called whenever a new server runs, the first one included. */
  onDidStart(handler: () => void): vscode.Disposable;
}

export function registerPreviews(
  server: PreviewServer,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  const previews = new Previews(context.extensionUri, server);
  return vscode.Disposable.from(
    previews,
    vscode.commands.registerCommand('postulate.openPreview', (post?: unknown) =>
      previews.open(post, vscode.ViewColumn.Active),
    ),
    vscode.commands.registerCommand('postulate.openPreviewToSide', (post?: unknown) =>
      previews.open(post, vscode.ViewColumn.Beside),
    ),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => previews.restore(panel, state),
    }),
  );
}

class Previews {
  readonly #extensionUri: vscode.Uri;
  readonly #server: PreviewServer;
  readonly #panels = new Map<string, PreviewPanel>();
  readonly #disposables: vscode.Disposable[];
  #opened = 0;

  constructor(extensionUri: vscode.Uri, server: PreviewServer) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#disposables = [
      server.onNotification(previewNotifications.toPreview, (params) => {
        if (!isSessionMessage(params, isToPreview)) return;
        this.#panels.get(params.session)?.send(params.message);
      }),
      server.onDidStart(() => {
        for (const [session, panel] of this.#panels) {
          this.#openSession(session, panel.post);
          panel.restart();
        }
      }),
    ];
  }

  async open(post: unknown, column: vscode.ViewColumn): Promise<void> {
    const uri = await markdownPost(post);
    if (!uri) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Open a Markdown post first: the preview shows the post in the active editor.',
        ),
      );
      return;
    }
    this.#show(uri, column, column === vscode.ViewColumn.Beside);
  }

  /** A panel of a window that was closed: the server must have its post, though no editor shows it. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = uriIn(state);
    const post = uri ? await markdownPost(uri) : null;
    if (post) this.#add(panel, post);
    else panel.dispose();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(post: vscode.Uri, viewColumn: vscode.ViewColumn, preserveFocus: boolean): PreviewPanel {
    const known = [...this.#panels.values()].find((panel) => isSame(panel.post, post));
    if (known) {
      known.reveal(viewColumn);
      return known;
    }
    const place = { viewColumn, preserveFocus };
    return this.#add(vscode.window.createWebviewPanel(viewType, '', place), post);
  }

  /** A post of the blog opens in the editor and in the preview, anything else by itself. */
  async #openLink(from: PreviewPanel, target: string): Promise<void> {
    const request: LinkRequest = { uri: from.post.toString(), target };
    const linked = await this.#server
      .request<LinkedPost | null>(serverRequests.link, request)
      .catch(() => null);
    const post = linked && (await markdownPost(vscode.Uri.parse(linked.uri)));
    if (!linked || !post) return openFileOrPage(from.post, target);
    const viewColumn = editorColumn(from.post);
    if (viewColumn !== undefined) await showLinked(post, linked.line, viewColumn);
    const panel = this.#show(post, from.column ?? vscode.ViewColumn.Active, true);
    if (linked.line !== null) panel.followAnchor(fragmentOf(target));
  }

  #add(panel: vscode.WebviewPanel, post: vscode.Uri): PreviewPanel {
    const session = String(++this.#opened);
    this.#openSession(session, post);
    const toServer = (message: FromPreview): void => {
      this.#server.send(previewNotifications.fromPreview, { session, message });
    };
    const onDisposed = (): void => {
      this.#panels.delete(session);
      this.#server.send(previewNotifications.close, { session });
    };
    const openLink = (target: string): void => void this.#openLink(preview, target);
    const formula = (place: FormulaPlace): Promise<FormulaSource | null> =>
      this.#server.request<FormulaSource | null>(previewRequests.formula, { session, place });
    const moveCaret = (caret: PlaceInPost | null): void => {
      this.#server.send(previewNotifications.caret, { session, caret });
    };
    const extensionUri = this.#extensionUri;
    const toOthers = { toServer, moveCaret, formula, openLink, onDisposed };
    const preview = new PreviewPanel({ panel, post, extensionUri, ...toOthers });
    this.#panels.set(session, preview);
    return preview;
  }

  #openSession(session: string, post: vscode.Uri): void {
    this.#server.send(previewNotifications.open, { session, uri: post.toString() });
  }
}

/** The post that a command means; opened, so that the server gets its text. */
async function markdownPost(post: unknown): Promise<vscode.Uri | null> {
  const uri = post instanceof vscode.Uri ? post : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return null;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.languageId === 'markdown' ? document.uri : null;
  } catch {
    // A restored panel may name a file that is gone.
    return null;
  }
}

/** The line comes to the top, where the preview that follows the editor shows it too. */
async function showLinked(
  post: vscode.Uri,
  line: number | null,
  viewColumn: vscode.ViewColumn,
): Promise<void> {
  if (line === null) await vscode.window.showTextDocument(post, { viewColumn });
  else await showPost(post, { line, reveal: vscode.TextEditorRevealType.AtTop, viewColumn });
}

function uriIn(state: unknown): vscode.Uri | null {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return null;
  return typeof state.uri === 'string' && state.uri !== '' ? vscode.Uri.parse(state.uri) : null;
}

function isSame(left: vscode.Uri, right: vscode.Uri): boolean {
  return left.toString() === right.toString();
}

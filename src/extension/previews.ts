// All previews of a window: one for each post, opened by commands or restored with the window.
import * as vscode from 'vscode';
import { previewNotifications, type FromPreview } from '../protocol/preview.js';
import { isSessionMessage, isToPreview } from '../protocol/previewGuards.js';
import { PreviewPanel } from './previewPanel.js';

const viewType = 'postulate.preview';

/** The server, as far as previews speak with it. */
export interface PreviewServer {
  send(method: string, params: unknown): void;
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
    const known = [...this.#panels.values()].find((panel) => isSame(panel.post, uri));
    if (known) return known.reveal(column);
    const place = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    const panel = vscode.window.createWebviewPanel(viewType, '', place);
    this.#add(panel, uri);
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

  #add(panel: vscode.WebviewPanel, post: vscode.Uri): void {
    const session = String(++this.#opened);
    this.#openSession(session, post);
    const toServer = (message: FromPreview): void => {
      this.#server.send(previewNotifications.fromPreview, { session, message });
    };
    const onDisposed = (): void => {
      this.#panels.delete(session);
      this.#server.send(previewNotifications.close, { session });
    };
    const parts = { panel, post, extensionUri: this.#extensionUri, toServer, onDisposed };
    this.#panels.set(session, new PreviewPanel(parts));
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

function uriIn(state: unknown): vscode.Uri | null {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return null;
  return typeof state.uri === 'string' && state.uri !== '' ? vscode.Uri.parse(state.uri) : null;
}

function isSame(left: vscode.Uri, right: vscode.Uri): boolean {
  return left.toString() === right.toString();
}

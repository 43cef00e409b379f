// The previews that are open, each with a session of the server: a preview of another post is another session.
import type * as vscode from 'vscode';
import { previewNotifications } from '../protocol/preview.js';
import { isSessionMessage, isToPreview } from '../protocol/previewGuards.js';
import type { PreviewPanel } from './previewPanel.js';

/** The server, as far as previews speak with it. */
export interface PreviewServer {
  send(method: string, params: unknown): void;
  request<Answer>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer>;
  onNotification(method: string, handler: (params: unknown) => void): vscode.Disposable;
  /** Called whenever a new server runs, the first one included. */
  onDidStart(handler: () => void): vscode.Disposable;
}

export class PreviewSessions {
  readonly #server: PreviewServer;
  /** By their sessions. */
  readonly #panels = new Map<string, PreviewPanel>();
  readonly #disposables: readonly vscode.Disposable[];
  #opened = 0;

  constructor(server: PreviewServer) {
    this.#server = server;
    this.#disposables = [
      server.onNotification(previewNotifications.toPreview, (params) => {
        if (!isSessionMessage(params, isToPreview)) return;
        this.#panels.get(params.session)?.send(params.message);
      }),
      server.onDidStart(() => {
        for (const [session, panel] of this.#panels) {
          this.#tell(session, panel.post);
          panel.restart();
        }
      }),
    ];
  }

  /** In the order in which their sessions were opened. */
  get previews(): readonly PreviewPanel[] {
    return [...this.#panels.values()];
  }

  open(preview: PreviewPanel, post: vscode.Uri): void {
    const session = String(++this.#opened);
    this.#panels.set(session, preview);
    this.#tell(session, post);
  }

  close(preview: PreviewPanel): void {
    const session = this.of(preview);
    this.#panels.delete(session);
    this.#server.send(previewNotifications.close, { session });
  }

  of(preview: PreviewPanel): string {
    const entry = [...this.#panels].find(([, panel]) => panel === preview);
    return entry?.[0] ?? '';
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #tell(session: string, post: vscode.Uri): void {
    this.#server.send(previewNotifications.open, { session, uri: post.toString() });
  }
}

// One preview panel: hands messages on between its webview, the server and the editors of its post.
import * as vscode from 'vscode';
import type {
  FormulaPlace,
  FormulaSource,
  ForClient,
  ForServer,
  ToPreview,
} from '../protocol/preview.js';
import type { PlaceInPost } from '../protocol/server.js';
import { isForClient, isForServer } from '../protocol/previewGuards.js';
import { EditorSide } from './editorSide.js';
import { previewPage } from './previewPage.js';

export interface PreviewPanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly post: vscode.Uri;
  readonly extensionUri: vscode.Uri;
  /** Hands a message of the webview to the server. */
  readonly toServer: (message: ForServer) => void;
  /** Tells the server where the caret stands. */
  readonly moveCaret: (caret: PlaceInPost | null) => void;
  /** Asks the server for the source of a formula. */
  readonly formula: (place: FormulaPlace) => Promise<FormulaSource | null>;
  readonly openLink: (target: string) => void;
  readonly onDisposed: () => void;
}

export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #post: vscode.Uri;
  readonly #parts: Pick<PreviewPanelParts, 'toServer' | 'formula' | 'openLink'>;
  readonly #editors: EditorSide;
  readonly #disposables: vscode.Disposable[] = [];
  #ready: ForServer | null = null;
  /** Where to go as soon as the webview is ready. */
  #anchor: string | null = null;

  constructor({ panel, post, extensionUri, ...parts }: PreviewPanelParts) {
    this.#panel = panel;
    this.#post = post;
    this.#parts = parts;
    this.#editors = new EditorSide({
      post,
      onScroll: (line) => {
        this.send({ kind: 'showLine', line });
      },
      onCaret: parts.moveCaret,
    });
    this.#disposables.push(this.#editors);
    const media = vscode.Uri.joinPath(extensionUri, 'media');
    panel.title = vscode.l10n.t('Preview {0}', post.path.slice(post.path.lastIndexOf('/') + 1));
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'preview-light.svg'),
      dark: vscode.Uri.joinPath(media, 'preview-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      localResourceRoots: resourceRoots(media, post),
    };
    panel.onDidDispose(() => {
      for (const disposable of this.#disposables.splice(0)) disposable.dispose();
      parts.onDisposed();
    });
    this.#listen();
    const remoteImages =
      vscode.workspace.isTrusted &&
      vscode.workspace.getConfiguration('postulate.preview', post).get('remoteImages') === true;
    panel.webview.html = previewPage(panel.webview, { media, post, remoteImages });
  }

  get post(): vscode.Uri {
    return this.#post;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Goes to an equation or heading, when there is something to go to. */
  followAnchor(anchor: string): void {
    if (this.#ready) this.#parts.toServer({ kind: 'followAnchor', anchor });
    else this.#anchor = anchor;
  }

  reveal(column: vscode.ViewColumn): void {
    this.#panel.reveal(column, true);
  }

  send(message: ToPreview): void {
    void this.#panel.webview.postMessage(message);
  }

  /** The server is a new one: the webview that had said it was ready is so still. */
  restart(): void {
    if (!this.#ready) return;
    this.#parts.toServer(this.#ready);
    this.#editors.tellCaret();
  }

  #listen(): void {
    this.#panel.webview.onDidReceiveMessage(
      (message: unknown) => {
        if (isForClient(message)) this.#receive(message);
        else if (isForServer(message)) this.#handOn(message);
      },
      null,
      this.#disposables,
    );
  }

  #receive(message: ForClient): void {
    switch (message.kind) {
      case 'openLink':
        this.#parts.openLink(message.target);
        return;
      case 'revealLine':
        void this.#editors.revealLine(message.line);
        return;
      case 'scrolled':
        this.#editors.scrollTo(message.line);
        return;
      case 'revealFormula':
        void this.#revealFormula(message.place, message.opens);
    }
  }

  #handOn(message: ForServer): void {
    this.#parts.toServer(message);
    if (message.kind !== 'ready') return;
    this.#ready = message;
    this.#editors.tell();
    if (this.#anchor !== null) this.followAnchor(this.#anchor);
    this.#anchor = null;
  }

  async #revealFormula(place: FormulaPlace, opens: boolean): Promise<void> {
    const source = await this.#parts.formula(place).catch(() => null);
    if (source) await this.#editors.revealFormula(source, opens);
  }
}

function resourceRoots(media: vscode.Uri, post: vscode.Uri): readonly vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(post);
  return [media, folder ? folder.uri : vscode.Uri.joinPath(post, '..')];
}

// One preview panel: hands messages on between its webview and the server, and scrolls with the editor of its post.
import * as vscode from 'vscode';
import type { FromPreview, ToPreview } from '../protocol/preview.js';
import { isFromPreview } from '../protocol/previewGuards.js';
import { previewPage } from './previewPage.js';
import { loadsRemoteImages } from './remoteImages.js';
import { editorColumn, showPost } from './showPost.js';

export interface PreviewPanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly post: vscode.Uri;
  readonly isLocked: boolean;
  readonly extensionUri: vscode.Uri;
  /** Hands a message of the webview to the server. */
  readonly toServer: (message: FromPreview) => void;
  readonly openLink: (target: string) => void;
  readonly onDisposed: () => void;
}

export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #media: vscode.Uri;
  #post: vscode.Uri;
  #isLocked: boolean;
  /** Only what stands above `<!--more-->` is shown. */
  #isExcerpt = false;
  readonly #toServer: (message: FromPreview) => void;
  readonly #openLink: (target: string) => void;
  readonly #disposables: vscode.Disposable[] = [];
  #ready: FromPreview | null = null;
  /** Where to go as soon as the webview is ready. */
  #anchor: string | null = null;

  constructor({ panel, post, isLocked, extensionUri, ...parts }: PreviewPanelParts) {
    this.#panel = panel;
    this.#post = post;
    this.#isLocked = isLocked;
    this.#toServer = parts.toServer;
    this.#openLink = parts.openLink;
    this.#media = vscode.Uri.joinPath(extensionUri, 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#media, 'preview-light.svg'),
      dark: vscode.Uri.joinPath(this.#media, 'preview-dark.svg'),
    };
    panel.onDidDispose(() => {
      for (const disposable of this.#disposables.splice(0)) disposable.dispose();
      parts.onDisposed();
    });
    this.#listen();
    this.show(post);
  }

  /** Shows a post in place of the one before; its page is another, for its pictures are elsewhere. */
  show(post: vscode.Uri): void {
    this.#post = post;
    this.#ready = null;
    this.#anchor = null;
    this.#nameTab();
    this.#panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      localResourceRoots: resourceRoots(this.#media, post),
    };
    const choices = { media: this.#media, post, remoteImages: loadsRemoteImages(post) };
    this.#panel.webview.html = previewPage(this.#panel.webview, choices);
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** A locked one stays with its post. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  lock(isLocked: boolean): void {
    this.#isLocked = isLocked;
    this.#nameTab();
  }

  get isExcerpt(): boolean {
    return this.#isExcerpt;
  }

  showExcerpt(isOn: boolean): void {
    this.#isExcerpt = isOn;
    if (this.#ready) this.#toServer({ kind: 'showExcerpt', isOn });
  }

  get post(): vscode.Uri {
    return this.#post;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Goes to an equation or heading, when there is something to go to. */
  followAnchor(anchor: string): void {
    if (this.#ready) this.#toServer({ kind: 'followAnchor', anchor });
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
    if (this.#ready) this.#begin(this.#ready);
  }

  /** The page holds nothing yet. */
  #begin(ready: FromPreview): void {
    if (this.#isExcerpt) this.#toServer({ kind: 'showExcerpt', isOn: true });
    this.#toServer(ready);
  }

  /** As VS Code names its own previews. */
  #nameTab(): void {
    const name = this.#post.path.slice(this.#post.path.lastIndexOf('/') + 1);
    this.#panel.title = this.#isLocked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }

  #listen(): void {
    this.#panel.webview.onDidReceiveMessage(
      (message: unknown) => {
        if (isFromPreview(message)) this.#receive(message);
      },
      null,
      this.#disposables,
    );
    vscode.window.onDidChangeTextEditorVisibleRanges(
      ({ textEditor }) => {
        this.#follow(textEditor);
      },
      null,
      this.#disposables,
    );
  }

  #receive(message: FromPreview): void {
    // The page before may still speak of its post.
    if (!this.#ready && message.kind !== 'ready') return;
    switch (message.kind) {
      case 'openLink':
        this.#openLink(message.target);
        return;
      case 'revealLine':
        void this.#revealLine(message.line);
        return;
      case 'ready':
        this.#ready = message;
        this.#begin(message);
        this.#showWhatTheEditorShows();
        if (this.#anchor !== null) this.followAnchor(this.#anchor);
        this.#anchor = null;
        return;
      case 'acknowledge':
      case 'window':
      case 'follow':
      case 'followAnchor':
      case 'find':
        this.#toServer(message);
        return;
      case 'showExcerpt':
        // The client's own: no page says it.
        return;
    }
  }

  #showWhatTheEditorShows(): void {
    const editor = vscode.window.visibleTextEditors.find((editor) => this.#isOf(editor));
    if (editor) this.#follow(editor);
  }

  #follow(editor: vscode.TextEditor): void {
    const first = editor.visibleRanges[0]?.start.line;
    if (first === undefined || !this.#isOf(editor)) return;
    if (isSwitchedOff(this.#post, 'scrollPreviewWithEditor')) return;
    this.send({ kind: 'showLine', line: first });
  }

  #isOf(editor: vscode.TextEditor): boolean {
    return editor.document.uri.toString() === this.#post.toString();
  }

  async #revealLine(line: number): Promise<void> {
    if (isSwitchedOff(this.#post, 'doubleClickToSwitchToEditor')) return;
    await showPost(this.#post, {
      line,
      reveal: vscode.TextEditorRevealType.InCenterIfOutsideViewport,
      viewColumn: editorColumn(this.#post) ?? vscode.ViewColumn.Beside,
    });
  }
}

/** What the reader switched off for VS Code's own preview; its defaults differ between versions. */
function isSwitchedOff(post: vscode.Uri, name: string): boolean {
  const choice = vscode.workspace.getConfiguration('markdown.preview', post).inspect<boolean>(name);
  const chosen = choice?.workspaceFolderValue ?? choice?.workspaceValue ?? choice?.globalValue;
  return chosen === false;
}

function resourceRoots(media: vscode.Uri, post: vscode.Uri): readonly vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(post);
  return [media, folder ? folder.uri : vscode.Uri.joinPath(post, '..')];
}

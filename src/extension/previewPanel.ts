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
import { Trail, type Step } from '../protocol/trail.js';
import { isForClient, isForServer } from '../protocol/previewGuards.js';
import { EditorSide } from './editorSide.js';
import { previewPage } from './previewPage.js';
import { loadsRemoteImages } from './remoteImages.js';

/** A post, and the line of it that was seen first. */
interface LeftPost {
  readonly post: vscode.Uri;
  readonly line: number;
}

interface PreviewPanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly post: vscode.Uri;
  readonly isLocked: boolean;
  readonly extensionUri: vscode.Uri;
  /** Hands a message of the webview to the server. */
  readonly toServer: (message: ForServer) => void;
  /** Tells the server where the caret stands. */
  readonly moveCaret: (caret: PlaceInPost | null) => void;
  /** Asks the server for the source of a formula. */
  readonly formula: (place: FormulaPlace) => Promise<FormulaSource | null>;
  /** `line` is what the reader sees first. */
  readonly openLink: (target: string, line: number) => void;
  /** Back or forward to a post that was left. */
  readonly goAlong: (step: Step, line: number) => void;
  readonly onDisposed: () => void;
}

export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #media: vscode.Uri;
  readonly #parts: Pick<
    PreviewPanelParts,
    'toServer' | 'moveCaret' | 'formula' | 'openLink' | 'goAlong'
  >;
  #post: vscode.Uri;
  #isLocked: boolean;
  #remoteImages = false;
  #editors: EditorSide | null = null;
  /** Only what stands above `<!--more-->` is shown. */
  #isExcerpt = false;
  readonly #disposables: vscode.Disposable[] = [];
  #ready: ForServer | null = null;
  /** Where to go as soon as the webview is ready. */
  #anchor: string | null = null;
  #line: number | null = null;
  /** Posts that the reader left by links. */
  readonly #trail = new Trail<LeftPost>();

  constructor({ panel, post, isLocked, extensionUri, ...parts }: PreviewPanelParts) {
    this.#panel = panel;
    this.#post = post;
    this.#isLocked = isLocked;
    this.#parts = parts;
    this.#media = vscode.Uri.joinPath(extensionUri, 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#media, 'preview-light.svg'),
      dark: vscode.Uri.joinPath(this.#media, 'preview-dark.svg'),
    };
    panel.onDidDispose(() => {
      for (const disposable of this.#disposables.splice(0)) disposable.dispose();
      this.#editors?.dispose();
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
    this.#line = null;
    this.#nameTab();
    this.#editors?.dispose();
    this.#editors = new EditorSide({
      post,
      onScroll: (line) => {
        this.send({ kind: 'showLine', line });
      },
      onCaret: this.#parts.moveCaret,
    });
    this.#panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      localResourceRoots: resourceRoots(this.#media, post),
    };
    this.#remoteImages = loadsRemoteImages(post);
    const { ways } = this.#trail;
    const choices = { media: this.#media, post, remoteImages: this.#remoteImages, ways };
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
    if (this.#ready) this.#parts.toServer({ kind: 'showExcerpt', isOn });
  }

  get post(): vscode.Uri {
    return this.#post;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  formula(place: FormulaPlace): Promise<FormulaSource | null> {
    return this.#parts.formula(place).catch(() => null);
  }

  /** Goes to an equation or heading, when there is something to go to. */
  followAnchor(anchor: string): void {
    if (this.#ready) this.#parts.toServer({ kind: 'followAnchor', anchor });
    else this.#anchor = anchor;
  }

  /** A link leads to another post: the way back leads here. */
  leave(line: number): void {
    this.#trail.leave({ post: this.#post, line });
  }

  /** The post that a step on the way leads to, `null` where there is none. */
  ahead(by: Step): LeftPost | null {
    return this.#trail.ahead(by);
  }

  step(by: Step, line: number): void {
    this.#trail.step(by, { post: this.#post, line });
    this.#tellWays();
  }

  /** The post that a step would lead to is gone. */
  forget(by: Step): void {
    this.#trail.forget(by);
    this.#tellWays();
  }

  /** Shows a line at the top, when there is something to show. */
  showLine(line: number): void {
    if (this.#ready) this.send({ kind: 'showLine', line });
    else this.#line = line;
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
    this.#begin(this.#ready);
    this.#editors?.tellCaret();
  }

  /** The page holds nothing yet. */
  #begin(ready: ForServer): void {
    if (this.#isExcerpt) this.#parts.toServer({ kind: 'showExcerpt', isOn: true });
    this.#parts.toServer(ready);
  }

  #tellWays(): void {
    this.send({ kind: 'ways', ...this.#trail.ways });
  }

  /** As VS Code names its own previews. */
  #nameTab(): void {
    const name = this.#post.path.slice(this.#post.path.lastIndexOf('/') + 1);
    this.#panel.title = this.#isLocked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }

  #listen(): void {
    const showAgain = (): void => {
      if (loadsRemoteImages(this.#post) !== this.#remoteImages) this.show(this.#post);
    };
    this.#disposables.push(
      vscode.workspace.onDidGrantWorkspaceTrust(showAgain),
      vscode.workspace.onDidChangeConfiguration(showAgain),
    );
    this.#panel.webview.onDidReceiveMessage(
      (message: unknown) => {
        // The page before may still speak of its post.
        if (!this.#ready && !(isForServer(message) && message.kind === 'ready')) return;
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
        this.#parts.openLink(message.target, message.line);
        return;
      case 'goAlong':
        this.#parts.goAlong(message.step, message.line);
        return;
      case 'revealLine':
        void this.#editors?.revealLine(message.line);
        return;
      case 'scrolled':
        this.#editors?.scrollTo(message.line);
        return;
      case 'revealFormula':
        void this.#revealFormula(message.place, message.opens);
    }
  }

  #handOn(message: ForServer): void {
    // What is shown of the post, no page decides.
    if (message.kind === 'showExcerpt') return;
    if (message.kind !== 'ready') {
      this.#parts.toServer(message);
      return;
    }
    this.#ready = message;
    this.#begin(message);
    this.#editors?.tell();
    if (this.#anchor !== null) this.followAnchor(this.#anchor);
    this.#anchor = null;
    if (this.#line !== null) this.showLine(this.#line);
    this.#line = null;
  }

  async #revealFormula(place: FormulaPlace, opens: boolean): Promise<void> {
    const source = await this.formula(place);
    if (source) await this.#editors?.revealFormula(source, opens);
  }
}

function resourceRoots(media: vscode.Uri, post: vscode.Uri): readonly vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(post);
  return [media, folder ? folder.uri : vscode.Uri.joinPath(post, '..')];
}

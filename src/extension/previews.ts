// All previews of a window: one that follows the active editor, and those that are locked to their posts.
import * as vscode from 'vscode';
import { previewNotifications, previewRequests, type FormulaSource } from '../protocol/preview.js';
import { serverRequests, type PostRequest } from '../protocol/server.js';
import { activePost } from './commands/activePost.js';
import { exportPost } from './commands/exportPost.js';
import { registerFormulaMenu } from './formulaMenu.js';
import { isSame, isWritten, markdownPost } from './postDocuments.js';
import { PreviewPanel } from './previewPanel.js';
import { PreviewSessions, type PreviewServer } from './previewSessions.js';
import { PreviewTravel } from './previewTravel.js';
import { editorColumn } from './showPost.js';

const viewType = 'postulate.preview';

/** Of the workspace's state: the posts whose previews are locked. */
const lockedKey = 'lockedPreviews';

export function registerPreviews(
  server: PreviewServer,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  const previews = new Previews(context, server);
  return vscode.Disposable.from(
    previews,
    vscode.commands.registerCommand('postulate.openPreview', (post?: unknown) =>
      previews.open(post, vscode.ViewColumn.Active),
    ),
    vscode.commands.registerCommand('postulate.openPreviewToSide', (post?: unknown) =>
      previews.open(post, vscode.ViewColumn.Beside),
    ),
    vscode.commands.registerCommand('postulate.togglePreviewLock', () => previews.toggleLock()),
    vscode.commands.registerCommand('postulate.toggleExcerpt', () => previews.toggleExcerpt()),
    vscode.commands.registerCommand('postulate.exportPost', async () => {
      const post = previews.activePost() ?? activePost()?.uri;
      if (post) await exportPost(server, context.extensionUri, post);
    }),
    vscode.commands.registerCommand('postulate.showSource', () => previews.showSource()),
    registerFormulaMenu({
      previewOf: (post) => previews.previewOf(post),
      request: (method, params) => server.request(method, params),
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => previews.follow(editor)),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => previews.restore(panel, state),
    }),
  );
}

class Previews {
  readonly #context: vscode.ExtensionContext;
  readonly #server: PreviewServer;
  readonly #sessions: PreviewSessions;
  readonly #travel: PreviewTravel;

  constructor(context: vscode.ExtensionContext, server: PreviewServer) {
    this.#context = context;
    this.#server = server;
    this.#sessions = new PreviewSessions(server);
    this.#travel = new PreviewTravel({
      server,
      isShown: (post) => this.#all().some((panel) => isSame(panel.post, post)),
      show: (post, column) => this.#show(post, column, true),
      retarget: (preview, post) => {
        this.#retarget(preview, post);
      },
    });
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
    if (post) this.#add(panel, post, this.#lockedPosts().includes(post.toString()));
    else panel.dispose();
  }

  /** The preview that is not locked shows the post that is written in, unless another shows it already. */
  follow(editor: vscode.TextEditor | undefined): void {
    // An editor without a column is part of something else: a comparison, a comment.
    const isEditor = editor?.viewColumn !== undefined;
    const post = isEditor && isWritten(editor.document) ? editor.document.uri : null;
    const following = this.#all().find((panel) => !panel.isLocked);
    if (!post || !following) return;
    const isShown = this.#all().some((panel) => panel.isVisible && isSame(panel.post, post));
    if (!isShown && !isSame(following.post, post)) this.#retarget(following, post);
  }

  /** The one that was opened first of those of a post, by its URI. */
  previewOf(post: string): PreviewPanel | undefined {
    return this.#all().find((panel) => panel.post.toString() === post);
  }

  get #active(): PreviewPanel | undefined {
    return this.#all().find((panel) => panel.isActive);
  }

  async toggleLock(): Promise<void> {
    const panel = this.#active;
    if (!panel) return;
    const isLocked = !panel.isLocked;
    // Two that follow would show the same post.
    for (const other of this.#all()) if (!isLocked && other !== panel) other.lock(true);
    panel.lock(isLocked);
    await this.#rememberLocks();
  }

  async toggleExcerpt(): Promise<void> {
    const panel = this.#active;
    if (!panel) return;
    const request: PostRequest = { uri: panel.post.toString() };
    const isThere =
      panel.isExcerpt || (await this.#server.request<boolean>(serverRequests.hasExcerpt, request));
    if (isThere) panel.showExcerpt(!panel.isExcerpt);
    else {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This post has no excerpt: write <!--more--> where it is to end.'),
      );
    }
  }

  /** Of the preview that is active, if one is. */
  activePost(): vscode.Uri | undefined {
    return this.#active?.post;
  }

  async showSource(): Promise<void> {
    const panel = this.#active;
    if (!panel) return;
    const viewColumn = editorColumn(panel.post) ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(panel.post, { viewColumn });
  }

  dispose(): void {
    this.#sessions.dispose();
  }

  #show(post: vscode.Uri, viewColumn: vscode.ViewColumn, preserveFocus: boolean): PreviewPanel {
    const known =
      this.#all().find((panel) => isSame(panel.post, post)) ??
      this.#all().find((panel) => !panel.isLocked);
    if (known) {
      if (!isSame(known.post, post)) this.#retarget(known, post);
      known.reveal(known.column ?? viewColumn);
      return known;
    }
    const place = { viewColumn, preserveFocus };
    return this.#add(vscode.window.createWebviewPanel(viewType, '', place), post, false);
  }

  #add(panel: vscode.WebviewPanel, post: vscode.Uri, isLocked: boolean): PreviewPanel {
    const preview: PreviewPanel = new PreviewPanel({
      panel,
      post,
      isLocked,
      extensionUri: this.#context.extensionUri,
      toServer: (message) => {
        const session = this.#sessions.of(preview);
        this.#server.send(previewNotifications.fromPreview, { session, message });
      },
      moveCaret: (caret) => {
        const session = this.#sessions.of(preview);
        this.#server.send(previewNotifications.caret, { session, caret });
      },
      formula: (place) => {
        const session = this.#sessions.of(preview);
        return this.#server.request<FormulaSource | null>(previewRequests.formula, {
          session,
          place,
        });
      },
      openLink: (target, line) => void this.#travel.openLink(preview, target, line),
      goAlong: (step, line) => void this.#travel.goAlong(preview, step, line),
      onDisposed: () => {
        this.#sessions.close(preview);
        void this.#rememberLocks();
      },
    });
    this.#sessions.open(preview, post);
    return preview;
  }

  #retarget(preview: PreviewPanel, post: vscode.Uri): void {
    this.#sessions.close(preview);
    this.#sessions.open(preview, post);
    preview.show(post);
  }

  #all(): readonly PreviewPanel[] {
    return this.#sessions.previews;
  }

  /** The window may be closed and come back. */
  async #rememberLocks(): Promise<void> {
    const locked = this.#all().filter((panel) => panel.isLocked);
    const posts = locked.map((panel) => panel.post.toString());
    await this.#context.workspaceState.update(lockedKey, posts);
  }

  #lockedPosts(): readonly string[] {
    return this.#context.workspaceState.get<readonly string[]>(lockedKey, []);
  }
}

function uriIn(state: unknown): vscode.Uri | null {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return null;
  return typeof state.uri === 'string' && state.uri !== '' ? vscode.Uri.parse(state.uri) : null;
}

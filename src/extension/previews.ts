// All previews of a window: one that follows the active editor, and those that are locked to their posts.
import * as vscode from 'vscode';
import { previewNotifications, previewRequests, type FormulaSource } from '../protocol/preview.js';
import { isSessionMessage, isToPreview } from '../protocol/previewGuards.js';
import {
  serverRequests,
  type LinkedPost,
  type LinkRequest,
  type PostRequest,
} from '../protocol/server.js';
import type { Step } from '../protocol/trail.js';
import { activePost } from './commands/activePost.js';
import { exportPost } from './commands/exportPost.js';
import { registerFormulaMenu } from './formulaMenu.js';
import { fragmentOf, openFileOrPage } from './previewLinks.js';
import { PreviewPanel } from './previewPanel.js';
import { editorColumn, showPost } from './showPost.js';

const viewType = 'postulate.preview';

/** Of the workspace's state: the posts whose previews are locked. */
const lockedKey = 'lockedPreviews';

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
  /** By their sessions. */
  readonly #panels = new Map<string, PreviewPanel>();
  readonly #disposables: vscode.Disposable[];
  #opened = 0;

  constructor(context: vscode.ExtensionContext, server: PreviewServer) {
    this.#context = context;
    this.#server = server;
    this.#disposables = [
      server.onNotification(previewNotifications.toPreview, (params) => {
        if (!isSessionMessage(params, isToPreview)) return;
        this.#panels.get(params.session)?.send(params.message);
      }),
      server.onDidStart(() => {
        for (const [session, panel] of this.#panels) {
          this.#tellSession(session, panel.post);
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
    for (const disposable of this.#disposables) disposable.dispose();
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

  /** A post of the blog opens in the editor and in the preview, anything else by itself. */
  async #openLink(from: PreviewPanel, target: string, line: number): Promise<void> {
    const request: LinkRequest = { uri: from.post.toString(), target };
    const linked = await this.#server
      .request<LinkedPost | null>(serverRequests.link, request)
      .catch(() => null);
    const post = linked && (await markdownPost(vscode.Uri.parse(linked.uri)));
    if (!linked || !post) return openFileOrPage(from.post, target);
    const isElsewhere = this.#all().some((panel) => isSame(panel.post, post));
    if (!from.isLocked && !isElsewhere) from.leave(line);
    const viewColumn = editorColumn(from.post);
    if (viewColumn !== undefined) await showLinked(post, linked.line, viewColumn);
    const panel = this.#show(post, from.column ?? vscode.ViewColumn.Active, true);
    if (linked.line !== null) panel.followAnchor(fragmentOf(target));
  }

  /** Back or forward on the way of the links that led to other posts. */
  async #goAlong(preview: PreviewPanel, step: Step, line: number): Promise<void> {
    const viewColumn = editorColumn(preview.post);
    const left = preview.step(step, line);
    // A post that is gone cannot be come back to.
    const post = left && (await markdownPost(left.post));
    if (!left || !post) return;
    if (viewColumn !== undefined) await showLinked(post, Math.floor(left.line), viewColumn);
    // The preview has followed the editor, unless it is locked or there is none.
    if (!isSame(preview.post, post)) this.#retarget(preview, post);
    preview.showLine(left.line);
  }

  #add(panel: vscode.WebviewPanel, post: vscode.Uri, isLocked: boolean): PreviewPanel {
    const preview: PreviewPanel = new PreviewPanel({
      panel,
      post,
      isLocked,
      extensionUri: this.#context.extensionUri,
      toServer: (message) => {
        const session = this.#sessionOf(preview);
        this.#server.send(previewNotifications.fromPreview, { session, message });
      },
      moveCaret: (caret) => {
        const session = this.#sessionOf(preview);
        this.#server.send(previewNotifications.caret, { session, caret });
      },
      formula: (place) => {
        const session = this.#sessionOf(preview);
        return this.#server.request<FormulaSource | null>(previewRequests.formula, {
          session,
          place,
        });
      },
      openLink: (target, line) => void this.#openLink(preview, target, line),
      goAlong: (step, line) => void this.#goAlong(preview, step, line),
      onDisposed: () => {
        this.#closeSession(preview);
        void this.#rememberLocks();
      },
    });
    this.#openSession(preview);
    return preview;
  }

  #retarget(preview: PreviewPanel, post: vscode.Uri): void {
    this.#closeSession(preview);
    this.#openSession(preview, post);
    preview.show(post);
  }

  #openSession(preview: PreviewPanel, post = preview.post): void {
    const session = String(++this.#opened);
    this.#panels.set(session, preview);
    this.#tellSession(session, post);
  }

  #tellSession(session: string, post: vscode.Uri): void {
    this.#server.send(previewNotifications.open, { session, uri: post.toString() });
  }

  #closeSession(preview: PreviewPanel): void {
    const session = this.#sessionOf(preview);
    this.#panels.delete(session);
    this.#server.send(previewNotifications.close, { session });
  }

  #sessionOf(preview: PreviewPanel): string {
    const entry = [...this.#panels].find(([, panel]) => panel === preview);
    return entry?.[0] ?? '';
  }

  #all(): readonly PreviewPanel[] {
    return [...this.#panels.values()];
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

/** The post that a command means; opened, so that the server gets its text. */
async function markdownPost(post: unknown): Promise<vscode.Uri | null> {
  const uri = post instanceof vscode.Uri ? post : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return null;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return isPost(document) ? document.uri : null;
  } catch {
    // A restored panel may name a file that is gone.
    return null;
  }
}

function isPost(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown';
}

/** Not the side of a comparison, or another text that the server knows nothing of. */
function isWritten(document: vscode.TextDocument): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = ['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)];
  return isPost(document) && schemes.includes(document.uri.scheme);
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

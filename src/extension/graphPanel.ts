// The panel with the graph of references: asks the server for it, and does what is asked in its page.
import * as vscode from 'vscode';
import {
  graphNotifications,
  graphRequests,
  isFromGraph,
  type DrawnGraph,
  type DrawnNode,
  type FromGraph,
  type GraphRequest,
  type SavedGraph,
  type ToGraph,
} from '../protocol/graph.js';
import { graphPage } from './graphPage.js';
import type { ServerClient } from './serverClient.js';
import { editorColumn, showPost } from './showPost.js';

/** How long typing rests before the graph follows it, in milliseconds. */
const pause = 400;

export class GraphPanel {
  readonly #server: ServerClient;
  readonly #panel: vscode.WebviewPanel;
  readonly #disposables: vscode.Disposable[];
  readonly #expanded: Set<string>;
  #post: vscode.Uri;
  #graph: DrawnGraph | null = null;
  /** The last question: answers to others come too late. */
  #asked = new vscode.CancellationTokenSource();
  #waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    server: ServerClient,
    extensionUri: vscode.Uri,
    panel: vscode.WebviewPanel,
    { uri, expanded }: SavedGraph,
  ) {
    this.#server = server;
    this.#post = vscode.Uri.parse(uri);
    this.#expanded = new Set(expanded);
    this.#panel = panel;
    const media = vscode.Uri.joinPath(extensionUri, 'media');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    const { webview } = panel;
    this.#disposables = [
      webview.onDidReceiveMessage((message: unknown) => {
        if (isFromGraph(message)) void this.#receive(message);
      }),
      server.onNotification(graphNotifications.changed, () => {
        this.#updateLater();
      }),
      server.onDidStart(() => {
        this.#update();
      }),
      vscode.workspace.onDidChangeTextDocument(() => {
        if (this.#waiting !== null) this.#updateLater();
      }),
    ];
    this.onDidDispose(() => {
      this.#dispose();
    });
    webview.html = graphPage(webview, media);
  }

  onDidDispose(handler: () => void): void {
    this.#panel.onDidDispose(handler);
  }

  /** Around a post; the equations that are shown stay. */
  show(post: vscode.Uri): void {
    this.#post = post;
    this.#panel.reveal(undefined, false);
    this.#update();
  }

  async #receive(message: FromGraph): Promise<void> {
    if (message.kind === 'ready') {
      // The page was hidden, and knows nothing any more.
      this.#graph = null;
      this.#update();
      return;
    }
    const node = this.#graph?.nodes.find(({ id }) => id === message.id);
    if (!node) return;
    switch (message.kind) {
      case 'open':
        await open(node);
        break;
      case 'center':
        this.#post = vscode.Uri.parse(node.uri);
        this.#update();
        break;
      case 'toggle':
        if (!this.#expanded.delete(node.id)) this.#expanded.add(node.id);
        this.#update();
        break;
    }
  }

  #updateLater(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#waiting = null;
      this.#update();
    }, pause);
  }

  /** A server that does not answer says so in its log. */
  #update(): void {
    void this.#ask().catch(() => undefined);
  }

  async #ask(): Promise<void> {
    this.#asked.cancel();
    const { token } = (this.#asked = new vscode.CancellationTokenSource());
    const request: GraphRequest = { uri: this.#post.toString(), expanded: [...this.#expanded] };
    const graph = await this.#server.request<DrawnGraph | null>(
      graphRequests.graph,
      request,
      token,
    );
    if (token.isCancellationRequested || graph === null) return;
    if (JSON.stringify(graph) === JSON.stringify(this.#graph)) return;
    this.#graph = graph;
    const message: ToGraph = { kind: 'graph', graph };
    await this.#panel.webview.postMessage(message);
  }

  #dispose(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#asked.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

async function open(node: DrawnNode): Promise<void> {
  const post = vscode.Uri.parse(node.uri);
  await showPost(post, {
    line: node.kind === 'equation' ? node.line : 0,
    reveal: vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    viewColumn: editorColumn(post) ?? vscode.ViewColumn.One,
  });
}

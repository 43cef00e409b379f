// From post to post: where the links of a preview lead, and the way back.
import * as vscode from 'vscode';
import { serverRequests, type LinkedPost, type LinkRequest } from '../protocol/server.js';
import type { Step } from '../protocol/trail.js';
import { isSame, knownPost, markdownPost } from './postDocuments.js';
import { fragmentOf, openFileOrPage } from './previewLinks.js';
import type { PreviewPanel } from './previewPanel.js';
import type { PreviewServer } from './previewSessions.js';
import { editorColumn, showPost } from './showPost.js';

interface TravelParts {
  readonly server: PreviewServer;
  readonly isShown: (post: vscode.Uri) => boolean;
  /** In the preview that shows the post already, else in the one that is not locked. */
  readonly show: (post: vscode.Uri, column: vscode.ViewColumn) => PreviewPanel;
  /** Shows another post in this preview. */
  readonly retarget: (preview: PreviewPanel, post: vscode.Uri) => void;
}

export class PreviewTravel {
  readonly #parts: TravelParts;

  constructor(parts: TravelParts) {
    this.#parts = parts;
  }

  /** A post of the blog opens in the editor and in the preview, anything else by itself. */
  async openLink(from: PreviewPanel, target: string, line: number): Promise<void> {
    const request: LinkRequest = { uri: from.post.toString(), target };
    const linked = await this.#parts.server
      .request<LinkedPost | null>(serverRequests.link, request)
      .catch(() => null);
    const post = linked && (await markdownPost(vscode.Uri.parse(linked.uri)));
    if (!linked || !post) return openFileOrPage(from.post, target);
    if (!from.isLocked && !this.#parts.isShown(post)) from.leave(line);
    const viewColumn = editorColumn(from.post);
    if (viewColumn !== undefined) await showLinked(post, linked.line, viewColumn);
    const panel = this.#parts.show(post, from.column ?? vscode.ViewColumn.Active);
    if (linked.line !== null) panel.followAnchor(fragmentOf(target));
  }

  /** Back or forward on the way of the links that led to other posts. */
  async goAlong(preview: PreviewPanel, step: Step, line: number): Promise<void> {
    const viewColumn = editorColumn(preview.post);
    const next = preview.ahead(step);
    if (!next) return;
    const post = await knownPost(next.post);
    // Another step may have been quicker.
    if (preview.ahead(step) !== next) return;
    if (!post) {
      preview.forget(step);
      return this.goAlong(preview, step, line);
    }
    preview.step(step, line);
    if (viewColumn !== undefined) await showLinked(post, Math.floor(next.line), viewColumn);
    // The preview has followed the editor, unless it is locked or there is none.
    if (!isSame(preview.post, post)) this.#parts.retarget(preview, post);
    preview.showLine(next.line);
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

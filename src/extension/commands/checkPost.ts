// Check This Post.
import * as vscode from 'vscode';
import { serverRequests, type CheckSummary } from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { activePost } from './activePost.js';
import { showSummary } from './summary.js';

export function registerCheckPost(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.checkPost', async () => {
    const post = activePost();
    if (!post) return;
    const request = { uri: post.uri.toString() };
    const summary = await server.request<CheckSummary | null>(serverRequests.checkPost, request);
    if (summary) await showSummary(summary);
  });
}

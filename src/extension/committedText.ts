// Answers what a post said in the last commit, from VS Code's own extension for git.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { clientRequests, type PostRequest } from '../protocol/server.js';

/** Of the extension's interface, version 1, what is needed here. */
interface GitExtension {
  /** Throws where the user has switched git off. */
  getAPI(version: 1): Git;
}

interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<Git['state']>;
  getRepository(uri: vscode.Uri): Repository | null;
}

interface Repository {
  show(ref: string, path: string): Promise<string>;
}

export function registerCommittedText(client: LanguageClient): vscode.Disposable {
  return client.onRequest(clientRequests.committedText, ({ uri }: PostRequest) =>
    committedText(vscode.Uri.parse(uri)),
  );
}

/** `null` where there is no git, no repository, no commit, or the post is not in it. */
async function committedText(uri: vscode.Uri): Promise<string | null> {
  if (uri.scheme !== 'file') return null;
  try {
    const git = await openGit();
    return (await git?.getRepository(uri)?.show('HEAD', uri.fsPath)) ?? null;
  } catch {
    return null;
  }
}

async function openGit(): Promise<Git | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return null;
  const git = (await extension.activate()).getAPI(1);
  if (git.state !== 'initialized') await nextState(git);
  return git;
}

/** Until then it has no repositories. */
function nextState(git: Git): Promise<void> {
  return new Promise((resolve) => {
    const listening = git.onDidChangeState(() => {
      listening.dispose();
      resolve();
    });
  });
}

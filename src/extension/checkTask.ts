// The task “Check All Posts”: the command line over a workspace folder, for those who check by tasks.
import process from 'node:process';
import * as vscode from 'vscode';
import type { ServerClient } from './serverClient.js';

export function registerCheckTask(
  _server: ServerClient,
  { extensionUri }: vscode.ExtensionContext,
): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskOf({ type: taskType }, folder, extensionUri)),
    resolveTask: ({ definition, scope }) =>
      isFolder(scope) ? taskOf(definition, scope, extensionUri) : undefined,
  });
}

const taskType = 'postulate';

function taskOf(
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
  extensionUri: vscode.Uri,
): vscode.Task {
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const words = [program, 'check', '--format', 'unix', ...wordsOf(definition), '.'];
  const options = {
    cwd: folder.uri.fsPath,
    env: {
      // On the desktop the host is the program of the editor, which is Node by this alone.
      ELECTRON_RUN_AS_NODE: '1',
      LC_ALL: vscode.env.language.startsWith('zh') ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
    },
  };
  const run = new vscode.ProcessExecution(process.execPath, words, options);
  const name = vscode.l10n.t('Check All Posts');
  return new vscode.Task(definition, folder, name, 'Postulate', run, '$postulate');
}

/** What `tasks.json` adds, such as `--baseline` and its file. */
function wordsOf({ arguments: words }: vscode.TaskDefinition): readonly string[] {
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
}

function isFolder(scope: vscode.Task['scope']): scope is vscode.WorkspaceFolder {
  return typeof scope === 'object' && scope.uri.scheme === 'file';
}

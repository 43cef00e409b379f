// Restart Server.
import * as vscode from 'vscode';
import type { ServerClient } from '../serverClient.js';

export function registerRestartServer(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.restartServer', () => server.restart());
}

// Answers the server's questions about files of schemes that only VS Code can read.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  fileRequests,
  type DirectoryEntry,
  type FileRequest,
  type FileStamp,
} from '../protocol/server.js';

export function registerFileRequests(client: LanguageClient): vscode.Disposable {
  const { fs } = vscode.workspace;
  return vscode.Disposable.from(
    client.onRequest(fileRequests.directory, ({ uri }: FileRequest) =>
      orNull(async () => (await fs.readDirectory(vscode.Uri.parse(uri))).flatMap(entryOf)),
    ),
    client.onRequest(fileRequests.read, ({ uri }: FileRequest) =>
      orNull(async () => Buffer.from(await fs.readFile(vscode.Uri.parse(uri))).toString('base64')),
    ),
    client.onRequest(fileRequests.stat, ({ uri }: FileRequest) =>
      orNull(async (): Promise<FileStamp> => {
        const { size, mtime } = await fs.stat(vscode.Uri.parse(uri));
        return { size, modified: mtime };
      }),
    ),
  );
}

function entryOf([name, type]: [string, vscode.FileType]): readonly DirectoryEntry[] {
  if (type === vscode.FileType.Directory) return [{ name, kind: 'directory' }];
  return type === vscode.FileType.File ? [{ name, kind: 'file' }] : [];
}

/** What is not there, or may not be read, is `null`. */
async function orNull<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}

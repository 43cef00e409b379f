// Files of schemes that only the client can reach: asked for by requests.
import type { Connection } from 'vscode-languageserver';
import { fileRequests, type DirectoryEntry, type FileStamp } from '../protocol/server.js';
import type { WorkspaceFiles } from './host.js';

export function clientFiles(connection: Connection): WorkspaceFiles {
  const ask = async (request: string, uri: string): Promise<unknown> => {
    try {
      return await connection.sendRequest(request, { uri });
    } catch {
      return null;
    }
  };
  return {
    async directory(uri) {
      const entries = await ask(fileRequests.directory, uri);
      return Array.isArray(entries) ? entries.filter(isDirectoryEntry) : null;
    },
    async read(uri) {
      const base64 = await ask(fileRequests.read, uri);
      return typeof base64 === 'string' ? bytesOf(base64) : null;
    },
    async stat(uri) {
      const stat = await ask(fileRequests.stat, uri);
      return isFileStamp(stat) ? stat : null;
    },
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function isDirectoryEntry(value: unknown): value is DirectoryEntry {
  const { name, kind } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && (kind === 'file' || kind === 'directory');
}

function isFileStamp(value: unknown): value is FileStamp {
  const { size, modified } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof size === 'number' && typeof modified === 'number';
}

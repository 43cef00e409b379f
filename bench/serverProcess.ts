// The server that the extension packs, as a process of its own.
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

export interface ServerProcess {
  /** Not listening yet. */
  readonly connection: ProtocolConnection;
  /** Resident memory in megabytes, as the system tells it. */
  memory(): number;
  end(): void;
}

export function startServerProcess(environment: NodeJS.ProcessEnv = {}): ServerProcess {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/inlayHint/refresh', () => null);
  return {
    connection,
    memory: () => {
      const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]);
      return Number(kilobytes.toString().trim()) / 1024;
    },
    end: () => {
      connection.dispose();
      child.kill();
    },
  };
}

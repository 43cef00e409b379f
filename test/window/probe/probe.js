// Runs inside the extension host of a window under test: evaluates the functions that tests send.
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import * as vscode from 'vscode';

/** @param {import('vscode').ExtensionContext} context */
export function activate(context) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const { POSTULATE_PROBE_FOLDER: ports, POSTULATE_PROBE_TOKEN: token } = process.env;
  if (folder === undefined || ports === undefined) return;
  const server = createServer((request, response) => {
    if (request.headers.authorization !== token) {
      response.writeHead(403).end();
      return;
    }
    let body = '';
    request.on('data', (/** @type {Buffer} */ chunk) => (body += chunk.toString()));
    request.on('end', () => {
      evaluate(body).then(
        (value) => response.end(JSON.stringify({ value })),
        (/** @type {unknown} */ error) => response.end(JSON.stringify({ error: String(error) })),
      );
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address !== 'object' || !address) return;
    const file = path.join(ports, `${encodeURIComponent(path.basename(folder))}.port`);
    writeFileSync(`${file}.new`, String(address.port));
    renameSync(`${file}.new`, file);
  });
  context.subscriptions.push({ dispose: () => server.close() });
}

/**
 * @param {string} body
 * @returns {Promise<unknown>}
 */
async function evaluate(body) {
  /** @type {unknown} */
  const request = JSON.parse(body);
  const { source, args } = /** @type {{ source: string, args: unknown[] }} */ (request);
  /** @type {unknown} */
  const run = runInThisContext(`(${source})`);
  return await /** @type {(...args: unknown[]) => unknown} */ (run)(vscode, ...args);
}

// The language server over the standard streams of a process, until its client ends it.
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { slowGrowth } from '../protocol/serverHeap.js';
import { cacheFolder, nodeCache } from './nodeCache.js';
import { nodeHost } from './nodeHost.js';
import { startServer } from './server.js';

/** `folder` holds the bundles of the workers, `program` is the file that runs. */
export function serveOverStandardStreams(folder: string, program: string): Promise<void> {
  setFlagsFromString(slowGrowth);
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  startServer(connection, nodeHost(folder, nodeCache(cacheFolder(), program)));
  return new Promise((resolve) => process.stdin.on('close', resolve));
}

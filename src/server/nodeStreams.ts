// The language server over the standard streams of a process, until its client ends it.
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import {
  createConnection,
  ErrorCodes,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { slowGrowth } from '../protocol/serverHeap.js';
import { Frames } from './frames.js';
import { cacheFolder, nodeCache } from './nodeCache.js';
import { nodeHost } from './nodeHost.js';
import { logUnexpected } from './nodeUnexpected.js';
import { ProtocolOrder } from './protocolOrder.js';
import { startServer } from './server.js';

/** What came with the last bytes still has its turn, in milliseconds. */
const lastTurn = 500;

/** `folder` holds the bundles of the workers, `program` is the file that runs; `warn` tells who started it. */
export function serveOverStandardStreams(
  folder: string,
  program: string,
  warn: (why: 'broken' | 'incomplete') => void,
): Promise<never> {
  setFlagsFromString(slowGrowth);
  const frames = new Frames();
  // Before the reader, which would look for a message for ever.
  process.stdin.on('data', (bytes: Uint8Array) => {
    if (frames.follow(bytes)) return;
    warn('broken');
    process.exit(1);
  });
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  const answer = (message: ResponseMessage): void => void writer.write(message);
  const order = new ProtocolOrder(answer);
  const connection = createConnection(ProposedFeatures.all, reader, writer, {
    messageStrategy: order,
  });
  const { log } = startServer(connection, nodeHost(folder, nodeCache(cacheFolder(), program)));
  logUnexpected(log);
  reader.onError(({ name, message }) => {
    if (name !== SyntaxError.name) return log.error(`Reading a message failed: ${message}`);
    answer({ jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message } });
  });
  reader.onPartialMessage(() => {
    warn('incomplete');
  });
  process.stdin.on('close', () => {
    // Workers would keep the process for ever.
    setTimeout(() => process.exit(order.isParted ? 0 : 1), lastTurn);
  });
  return new Promise(() => undefined);
}

// The language server in Node, over standard input and output or the channel that its client made.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { cacheWord } from '../protocol/server.js';
import { nodeCache } from './nodeCache.js';
import { nodeHost } from './nodeHost.js';
import { logUnexpected } from './nodeUnexpected.js';
import { startServer } from './server.js';

const connection = createConnection(ProposedFeatures.all);

/** Its client says where it may keep something. */
const cache = process.argv.find((word) => word.startsWith(cacheWord))?.slice(cacheWord.length);

const program = fileURLToPath(import.meta.url);

const { log } = startServer(
  connection,
  nodeHost(path.dirname(program), cache === undefined ? null : nodeCache(cache, program)),
);
logUnexpected(log);

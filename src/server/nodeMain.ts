// The language server in Node, over standard input and output or the channel that its client made.
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './nodeHost.js';
import { startServer } from './server.js';

const connection = createConnection(ProposedFeatures.all);

process.on('uncaughtException', (error) => {
  connection.console.error(`Unexpected: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (reason) => {
  connection.console.error(`Unexpected: ${String(reason)}`);
});

startServer(connection, nodeHost(path.dirname(__filename)));

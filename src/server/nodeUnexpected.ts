// What nobody caught is written to the log, and the server goes on.
import process from 'node:process';
import type { Log } from './log.js';

export function logUnexpected(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error(`Unexpected: ${error.stack ?? error.message}`);
  });
  process.on('unhandledRejection', (reason) => {
    log.error(`Unexpected: ${String(reason)}`);
  });
}

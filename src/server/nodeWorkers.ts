// Workers as threads of Node.
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from './worker.js';

export function startNodeWorker(file: string | URL): WorkerPort {
  const worker = new Worker(file, { stdout: false, stderr: false });
  // An error is followed by the exit, which is what matters; unheard, it would end the server.
  worker.on('error', () => undefined);
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => void worker.on('exit', listener),
    end: () => void worker.terminate(),
  };
}

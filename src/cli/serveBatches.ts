// A thread that examines posts: a batch in, its answers out.
import type { MessagePort } from 'node:worker_threads';
import { answersTo, ready, type Batch } from './batch.js';

export function serveBatches(port: MessagePort): void {
  port.on('message', (batch: Batch) => {
    void answersTo(batch).then((answers) => port.postMessage(answers));
  });
  port.postMessage(ready);
}

// A thread that examines posts: a batch in, an answer for each of its posts out.
import type { MessagePort } from 'node:worker_threads';
import { answerBatch, ready, type Batch } from './batch.js';

export function serveBatches(port: MessagePort): void {
  port.on('message', (batch: Batch) => {
    answerBatch(batch, (answer) => port.postMessage(answer));
  });
  port.postMessage(ready);
}

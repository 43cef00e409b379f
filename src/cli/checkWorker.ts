// A thread that examines posts: a batch in, an answer for each of its posts out.
import { parentPort } from 'node:worker_threads';
import { answerBatch, ready, type Batch } from './batch.js';

parentPort?.on('message', (batch: Batch) => {
  answerBatch(batch, (answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage(ready);

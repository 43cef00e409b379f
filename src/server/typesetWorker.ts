// The worker that typesets hover pictures: one job in, one answer out.
import { parentPort } from 'node:worker_threads';
import { typesetter, type TypesetJob } from './mathjax.js';

const typeset = typesetter();

parentPort?.on('message', (job: TypesetJob) => {
  parentPort?.postMessage(typeset(job));
});

// The worker that evaluates posts: one job in, one answer out. It remembers what did not change since.
import { parentPort } from 'node:worker_threads';
import { Reevaluator } from '../evaluate/incremental/reevaluator.js';
import type { PostForEvaluation } from '../evaluate/postInput.js';

const reevaluator = new Reevaluator();

parentPort?.on('message', (post: PostForEvaluation) => {
  parentPort?.postMessage(reevaluator.evaluate(post));
});

// The worker that evaluates posts: one job in, one answer out. It remembers what did not change since.
import { parentPort } from 'node:worker_threads';
import { Reevaluator } from '../evaluate/incremental/reevaluator.js';
import { withPictures } from '../render/plots/withPictures.js';
import type { PostForEvaluation } from '../evaluate/postInput.js';

const reevaluator = new Reevaluator();

parentPort?.on('message', (post: PostForEvaluation) => {
  void withPictures(reevaluator.evaluate(post)).then((results) => parentPort?.postMessage(results));
});

// The worker that evaluates posts: one job in, one answer out. It remembers what did not change since.
import { parentPort } from 'node:worker_threads';
import { DataReader } from '../evaluate/data/dataReader.js';
import { Reevaluator } from '../evaluate/incremental/reevaluator.js';
import { withPictures } from '../render/plots/withPictures.js';
import type { PostForEvaluation } from '../evaluate/postInput.js';
import { nodeData } from './nodeData.js';

const reevaluator = new Reevaluator(new DataReader(nodeData));

parentPort?.on('message', (post: PostForEvaluation) => {
  void withPictures(reevaluator.evaluate(post)).then((results) => parentPort?.postMessage(results));
});

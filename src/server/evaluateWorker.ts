// The worker that evaluates posts: one job in, one answer out. It remembers what did not change since.
import { parentPort } from 'node:worker_threads';
import { DataReader } from '../evaluate/data/dataReader.js';
import { Reevaluator } from '../evaluate/incremental/reevaluator.js';
import { withPictures } from '../render/plots/withPictures.js';
import type { PostForEvaluation } from '../evaluate/postInput.js';
import { nodeData } from './nodeData.js';

const reader = new DataReader(nodeData);
const atStart = new Reevaluator(reader);
/** With sliders that were moved: going from one to the other would cost both what they remember. */
const moved = new Reevaluator(reader);

parentPort?.on('message', (post: PostForEvaluation) => {
  const reevaluator = post.moved.size > 0 ? moved : atStart;
  void withPictures(reevaluator.evaluate(post)).then((results) => parentPort?.postMessage(results));
});

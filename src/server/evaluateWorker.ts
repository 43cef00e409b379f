// The worker that evaluates posts: one job in, one answer out.
import { parentPort } from 'node:worker_threads';
import { evaluatePost } from '../evaluate/evaluatePost.js';
import type { PostForEvaluation } from '../evaluate/postInput.js';

parentPort?.on('message', (post: PostForEvaluation) => {
  parentPort?.postMessage(evaluatePost(post));
});

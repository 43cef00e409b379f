// What the server needs of Node: files by `file:` URIs, and threads as workers.
import path from 'node:path';
import type { BlogCache, ServerHost } from './host.js';
import { nodeFiles } from './nodeFiles.js';
import { startNodeWorker } from './nodeWorkers.js';

/** `folder` holds the bundles of the workers; `cache` is where something may be kept between runs. */
export function nodeHost(folder: string, cache: BlogCache | null): ServerHost {
  return {
    files: (scheme) => (scheme === 'file' ? nodeFiles : null),
    startTypesetWorker: () => startNodeWorker(path.join(folder, 'typeset.js')),
    startEvaluateWorker: () => startNodeWorker(path.join(folder, 'evaluateWorker.js')),
    cache,
  };
}

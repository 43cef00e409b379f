// The memory of the server with one long post that is previewed and edited.
import { limit, median, milliseconds, report, type Benchmark } from './measure.js';
import { makePost } from './posts.js';
import { PreviewServer } from './previewServer.js';

const size = 50_000;
const budget = 250;
const keys = 200;

export const memory: Benchmark = {
  name: 'memory',
  title: `The server with one post of ${size.toLocaleString('en')} formulas, previewed and edited ${keys} times`,
  run: async () => {
    const server = await PreviewServer.start(makePost(size));
    try {
      const opened = server.memory();
      const times: number[] = [];
      for (let key = 0; key < keys; key++) {
        times.push(await server.timeKey({ line: 8, character: 0 }));
      }
      return [
        limit('resident memory', server.memory(), budget, 'MB'),
        report('resident memory when just opened', `${opened.toFixed(0)} MB`),
        report('a key, from the change to its patch, median', milliseconds(median(times))),
      ];
    } finally {
      server.end();
    }
  },
};

// Ten hovers over a large matrix against a keystroke, at the server itself: how much later is the key's patch?
import { postWithMatrices, referenceTo, rows, writings, type Writing } from './matrices.js';
import { limit, median, milliseconds, report, type Benchmark, type Measure } from './measure.js';
import { PreviewServer, type Position } from './previewServer.js';

export const hoverPatch: Benchmark = {
  name: 'hoverPatch',
  title: `Ten hovers over a ${rows} × ${rows} matrix: how much later the server sends a key's patch, paired with keys without hovers`,
  run: async () => {
    const measures: Measure[] = [];
    for (const writing of writings) measures.push(...(await measureDelay(writing)));
    return measures;
  },
};

const budget = 50;
const size = 500;
const hovers = 10;
/** The first warms up and is not counted. */
const rounds = 21;
const caret: Position = { line: 8, character: 0 };

async function measureDelay(writing: Writing): Promise<readonly Measure[]> {
  const text = postWithMatrices(size, rounds, writing);
  const server = await PreviewServer.start(text);
  try {
    const delays: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const withoutHovers = await server.timeKey(caret);
      const answers = server.hover(positionOf(text, referenceTo(round)), hovers);
      const withHovers = await server.timeKey(caret);
      if ((await answers).includes(null)) throw new Error('A hover has no answer.');
      if (round === 0) continue;
      delays.push(withHovers - withoutHovers);
      alone.push(withoutHovers);
    }
    return [
      limit(`matrix ${writing.name}, median delay`, median(delays), budget, 'ms'),
      limit(`matrix ${writing.name}, worst delay`, Math.max(...delays), budget, 'ms'),
      report(`matrix ${writing.name}, key alone`, milliseconds(median(alone))),
    ];
  } finally {
    server.end();
  }
}

function positionOf(text: string, searched: string): Position {
  const before = text.slice(0, text.indexOf(searched) + searched.length - 2);
  const line = before.split('\n').length - 1;
  return { line, character: before.length - before.lastIndexOf('\n') - 1 };
}

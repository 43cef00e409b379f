// The size of the packed extension, and of each bundle in it.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { limit, report, type Benchmark, type Measure } from './measure.js';

export const size: Benchmark = { name: 'size', title: 'Size', run: measureSizes };

const budgetInMegabytes = 3;

async function measureSizes(): Promise<readonly Measure[]> {
  const [vsix] = (await readdir('.')).filter((name) => name.endsWith('.vsix'));
  if (vsix === undefined)
    throw new Error('There is no VSIX to measure; `npm run package` makes it.');
  return [
    limit('VSIX', await megabytes(vsix), budgetInMegabytes, 'MB'),
    ...(await bundlesIn('dist')),
    ...(await bundlesIn('dist/node')),
    report('media/preview.js', `${(await megabytes('media/preview.js')).toFixed(2)} MB`),
    report('media/graph.js', `${(await megabytes('media/graph.js')).toFixed(2)} MB`),
  ];
}

async function bundlesIn(folder: string): Promise<readonly Measure[]> {
  const names = (await readdir(folder)).filter((name) => /\.c?js$/.test(name));
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return report(file, `${(await megabytes(file)).toFixed(2)} MB`);
    }),
  );
}

async function megabytes(file: string): Promise<number> {
  return (await stat(file)).size / 1e6;
}

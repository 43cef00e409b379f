// The server with a large blog: its memory and its second start, the way from an edit to findings, a storm of changes.
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { BlogServer } from './blogServerProcess.js';
import { makeFolder, postCount, type Folder } from './files.js';
import {
  compare,
  limit,
  median,
  milliseconds,
  report,
  type Benchmark,
  type Measure,
} from './measure.js';

export const blogServer: Benchmark = {
  name: 'blogServer',
  title: `The server with a blog of ${postCount.toLocaleString('en')} posts`,
  run: measureServer,
};

const memoryBudget = 300;
const ownBudget = 5;
const otherBudget = 50;
/** The editor's pause: findings that flicker while one types help nobody. */
const pause = 120;
const edits = 30;
const stormSize = 10_000;

async function measureServer(): Promise<readonly Measure[]> {
  const folder = await makeFolder(postCount);
  await writeFile(path.join(folder.path, 'defines.md'), defining('Title 0'));
  await writeFile(path.join(folder.path, 'refers.md'), referring);
  try {
    const first = await BlogServer.start(folder);
    const memory = first.memory();
    first.end();
    const second = await BlogServer.start(folder);
    try {
      return [
        limit('resident memory, cold', memory, memoryBudget, 'MB'),
        limit('resident memory, started with what was kept', second.memory(), memoryBudget, 'MB'),
        compare(
          'start with what was kept, against the first start',
          { ours: [second.startTime], reference: [first.startTime] },
          0.5,
        ),
        ...(await measureEdits(second)),
        await measureStorm(second, folder, first.startTime),
        limit('resident memory at last', second.memory(), memoryBudget, 'MB'),
      ];
    } finally {
      second.end();
    }
  } finally {
    await folder.remove();
  }
}

function defining(title: string): string {
  return `# ${title}\n\n\\begin{equation}x\\label{eq:of-bench}\\end{equation}\n`;
}

/** Its finding names the title of the post that has the label. */
const referring = 'By \\eqref{eq:of-bench}.\n';

/** What is typed changes the title of a post, and thereby the finding of another one. */
async function measureEdits(server: BlogServer): Promise<readonly Measure[]> {
  await server.open('defines.md', defining('Title 0'));
  await server.open('refers.md', referring);
  await server.findings('refers.md', (text) => text.includes('Title 0'));
  const own: number[] = [];
  const others: number[] = [];
  for (let edit = 1; edit <= edits; edit++) {
    const start = performance.now();
    const version = await server.replaceLine('defines.md', 0, `# Title ${edit}`);
    await server.findings('defines.md', (_, of) => of === version);
    own.push(performance.now() - start - pause);
    await server.findings(
      'refers.md',
      (text) => text.includes(`Title ${edit} `) || text.includes(`Title ${edit}》`),
    );
    others.push(performance.now() - start - 2 * pause);
  }
  return [
    limit(
      `an edit to the findings of its post, behind the pause of ${pause} ms, median`,
      median(own),
      ownBudget,
      'ms',
    ),
    limit(
      'to the findings of another post, behind its own pause, worst',
      Math.max(...others),
      otherBudget,
      'ms',
    ),
    report('the same, median', milliseconds(median(others))),
  ];
}

/** Thousands of files change at once; among them one that the findings of an open post name. */
async function measureStorm(
  server: BlogServer,
  folder: Folder,
  startTime: number,
): Promise<Measure> {
  await server.close('defines.md');
  const names = (await readdir(folder.path, { recursive: true })).filter((name) =>
    name.endsWith('.md'),
  );
  const changed = names.slice(0, stormSize - 1);
  const now = new Date();
  for (const name of changed) await utimes(path.join(folder.path, name), now, now);
  await writeFile(path.join(folder.path, 'defines.md'), defining('After the storm'));
  const start = performance.now();
  await server.changed([...changed, 'defines.md']);
  await server.findings('refers.md', (text) => text.includes('After the storm'));
  const time = performance.now() - start - pause;
  return compare(
    `${stormSize.toLocaleString('en')} files that change at once, against the first start`,
    { ours: [time], reference: [startTime] },
    1,
  );
}

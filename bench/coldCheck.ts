// Cold `check` of a folder of posts against reading the same files in Node, both as whole processes.
import { makeFolder, postCount } from './files.js';
import { compare, inTurn, type Benchmark, type Measure } from './measure.js';
import { timeOfCheck, timeOfNode } from './processes.js';

export const coldCheck: Benchmark = {
  name: 'coldCheck',
  title: 'Cold check of a folder of posts',
  run: checkAgainstReading,
};

const budget = 3;

const readFiles = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
let characters = 0;
for (const entry of readdirSync(process.argv[1], { recursive: true }))
  if (entry.endsWith('.md')) characters += readFileSync(join(process.argv[1], entry), 'utf8').length;
process.stdout.write(String(characters));
`;

async function checkAgainstReading(): Promise<readonly Measure[]> {
  const folder = await makeFolder(postCount);
  try {
    const pair = await inTurn(
      3,
      async () => {
        await folder.forget();
        return timeOfCheck(folder);
      },
      () => timeOfNode(['-e', readFiles, folder.path]),
    );
    const megabytes = (folder.bytes / 1e6).toFixed(0);
    return [compare(`${folder.posts} posts, ${megabytes} MB`, pair, budget)];
  } finally {
    await folder.remove();
  }
}

// `check` of a folder of posts that did not change since the last one, against a cold check; and after one edit.
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, postCount } from './files.js';
import { compare, inTurn, type Benchmark, type Measure } from './measure.js';
import { timeOfCheck } from './processes.js';

export const warmCheck: Benchmark = {
  name: 'warmCheck',
  title: 'Check of a folder that was checked before',
  run: warmAgainstCold,
};

const budget = 0.5;

async function warmAgainstCold(): Promise<readonly Measure[]> {
  const folder = await makeFolder(postCount);
  const cold = async (): Promise<number> => {
    await folder.forget();
    return timeOfCheck(folder);
  };
  try {
    const unchanged = await inTurn(3, () => timeOfCheck(folder), cold);
    const edited = await inTurn(
      1,
      async () => {
        await appendFile(path.join(folder.path, '0', 'post-0.md'), 'One more line.\n');
        return timeOfCheck(folder);
      },
      cold,
    );
    return [
      compare(`${folder.posts} posts, unchanged`, unchanged, budget),
      compare(`${folder.posts} posts, one of them changed`, edited, budget),
    ];
  } finally {
    await folder.remove();
  }
}

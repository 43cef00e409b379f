// Activation of the packed extension, as VS Code itself reports it, each time in a window just opened.
import { afterAll, expect, it } from 'vitest';
import { waitFor } from '../../test/window/harness/wait.js';
import { openFolder, type Window } from '../../test/window/harness/window.js';
import { limit, median, milliseconds, printMeasures, report, type Measure } from '../measure.js';
import { makePost } from '../posts.js';

const opens = 5;
const budget = 50;

/** Milliseconds of VS Code's report on its own start. */
interface Activation {
  readonly load: number;
  /** Until `activate` returned: all that it does before its first await. */
  readonly call: number;
}

const measures: Measure[] = [];

afterAll(() => {
  printMeasures(`Activation, as VS Code reports it (${opens} windows)`, measures);
});

it('activation', async () => {
  const activations: Activation[] = [];
  for (let open = 0; open < opens; open++) {
    const window = await openFolder({ files: { 'post.md': makePost(500) } });
    await window.openFile('post.md');
    await waitFor('the extension to be active', () => isActive(window));
    activations.push(await activationOf(window));
  }
  const load = activations.map((activation) => activation.load);
  const call = activations.map((activation) => activation.call);
  measures.push(
    limit('activate() before its first await, median', median(call), budget, 'ms'),
    report('activate(), worst', milliseconds(Math.max(...call))),
    // Wall time in which the extension host loads other extensions too: no time of ours alone.
    report('from load to activate(), among other extensions, median', milliseconds(median(load))),
  );
  expect(activations).toHaveLength(opens);
});

function isActive(window: Window): Promise<true | undefined> {
  return window.host(
    (vscode) => vscode.extensions.getExtension('postulate.postulate')?.isActive || undefined,
  );
}

/** From the table of the command Developer: Startup Performance, which VS Code shows as Markdown. */
async function activationOf(window: Window): Promise<Activation> {
  await window.runCommand('Developer: Startup Performance');
  return waitFor('our line in the report of Startup Performance', async () => {
    const texts = await window.host((vscode) =>
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === 'perf')
        .map((document) => document.getText()),
    );
    const line = texts
      .join('\n')
      .split('\n')
      .find((row) => row.includes('postulate.postulate '));
    return line === undefined ? undefined : readLine(line);
  });
}

/** `| extension | eager | load code | call activate | finish activate | event | by |` */
function readLine(line: string): Activation {
  const [, , , load, call] = line.split('|').map((cell) => Number(cell.trim()));
  if (load === undefined || call === undefined || Number.isNaN(load + call)) {
    throw new Error(`VS Code's report has another form than expected: ${line}`);
  }
  return { load, call };
}

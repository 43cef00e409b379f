// Ten hovers over a large matrix against a keystroke: how much later is the key's patch for them?
import { afterAll, expect, it } from 'vitest';
import { openFolder, type Window } from '../../test/window/harness/window.js';
import { limit, median, milliseconds, printMeasures, report, type Measure } from '../measure.js';
import { makePost } from '../posts.js';
import {
  lettersOf,
  openPanels,
  ownPreview,
  putCaret,
  tailOf,
  timeKey,
  type KeyTimes,
  type Panels,
} from './panels.js';
import { middleSection, places } from './places.js';

const size = 500;
const rows = 200;
const hovers = 10;
/** Each round hovers over a matrix that was not hovered over before: no answer is a kept one. */
const rounds = 9;
const budget = 50;

/** How a post writes a matrix: as a definition before the first, and the matrix itself. */
interface Writing {
  readonly name: string;
  readonly definition: string;
  readonly row: string;
}

const row = Array.from({ length: rows }, () => '1').join('&');
const writings: readonly Writing[] = [
  { name: 'written out', definition: '', row },
  // Short enough for a picture, which then has as many cells.
  { name: 'by a macro', definition: `$\\newcommand{\\row}{${row}}$\n`, row: '\\row' },
];

const measures: Measure[] = [];

afterAll(() => {
  printMeasures(
    `Ten hovers over a ${rows} × ${rows} matrix: how much later a key shows, paired with keys without hovers`,
    measures,
  );
});

for (const writing of writings) {
  it(`hovers over a matrix ${writing.name}`, async () => {
    const window = await openFolder({ files: { 'post.md': postWithMatrices(writing) } });
    await window.openFile('post.md');
    const panels = await openPanels(window, 'Postulate: Open Preview to the Side', ownPreview);
    const times = await timeRounds(panels);
    const delays = times.map(({ alone, hovered }) => hovered.ours - alone.ours);
    const echoDelays = times.map(({ alone, hovered }) => hovered.reference - alone.reference);
    const name = `matrix ${writing.name}`;
    measures.push(
      limit(`${name}, median delay`, median(delays), budget, 'ms'),
      limit(`${name}, worst delay`, Math.max(...delays), budget, 'ms'),
      report(`${name}, median delay of the echo panel`, milliseconds(median(echoDelays))),
      report(`${name}, worst delay of the echo panel`, milliseconds(Math.max(...echoDelays))),
      report(`${name}, key alone`, milliseconds(median(times.map(({ alone }) => alone.ours)))),
      report(`${name}, until all ten answered`, milliseconds(median(times.map(({ all }) => all)))),
    );
    expect(delays).toHaveLength(rounds - 1);
  });
}

/** A long post, and far behind the place where keys are pressed a matrix for each round. */
function postWithMatrices({ definition, row }: Writing): string {
  const matrices = Array.from({ length: rounds }, (_, round) => {
    const cells = `${Array.from({ length: rows }, () => row).join('\\\\\n')}\\\\${round}`;
    return `\n\\begin{equation}\\begin{pmatrix}\n${cells}\n\\end{pmatrix}\\label{eq:matrix-${round}}\\end{equation}\n`;
  });
  const references = matrices.map((_, round) => `By \\eqref{eq:matrix-${round}}.\n`);
  return [makePost(size), definition, ...matrices, ...references].join('\n');
}

interface Round {
  readonly alone: KeyTimes;
  readonly hovered: KeyTimes;
  readonly all: number;
}

/** In turn a key alone and a key just behind ten hovers; the first round warms up and is not counted. */
async function timeRounds(panels: Panels): Promise<readonly Round[]> {
  const { window } = panels;
  const [place] = places;
  if (place === undefined) return [];
  const caret = place.caret(middleSection(size));
  await putCaret(window, caret);
  const letters = lettersOf(2 * rounds);
  const key = (at: number): Promise<KeyTimes> => {
    const typed = tailOf(caret) + letters.slice(0, at + 1).join('');
    return timeKey(panels, letters[at] ?? '', { preview: typed, echo: typed });
  };
  const times: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const alone = await key(2 * round);
    const start = Date.now();
    await beginHovers(window, `\\eqref{eq:matrix-${round}}`);
    const hovered = await key(2 * round + 1);
    const answers = await endHovers(window);
    expect(answers).toEqual(Array.from({ length: hovers }, () => true));
    times.push({ alone, hovered, all: Date.now() - start });
  }
  return times.slice(1);
}

/** Asks for hovers on a reference, and does not wait for the answers. */
async function beginHovers(window: Window, reference: string): Promise<void> {
  await window.host(
    (vscode, searched, count) => {
      const document = vscode.window.visibleTextEditors[0]?.document;
      if (document === undefined) throw new Error('There is no editor.');
      const offset = document.getText().indexOf(searched);
      const position = document.positionAt(offset + searched.length - 2);
      const asked = Array.from({ length: count }, () =>
        vscode.commands.executeCommand<{ contents: readonly { value: string }[] }[]>(
          'vscode.executeHoverProvider',
          document.uri,
          position,
        ),
      );
      (globalThis as { hovers?: Promise<unknown> }).hovers = Promise.all(asked).then((answers) =>
        answers.map((found) => found.some(({ contents }) => contents.length > 0)),
      );
      return null;
    },
    reference,
    hovers,
  );
}

/** Whether each of the hovers was answered with something. */
function endHovers(window: Window): Promise<boolean[]> {
  return window.host(() => (globalThis as { hovers?: Promise<boolean[]> }).hovers ?? []);
}

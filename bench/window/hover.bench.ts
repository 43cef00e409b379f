// Ten hovers over a large matrix against a keystroke in a window: how much later is the key shown for them?
import { afterAll, expect, it } from 'vitest';
import { openFolder, type Window } from '../../test/window/harness/window.js';
import { limit, median, milliseconds, printMeasures, report, type Measure } from '../measure.js';
import { postWithMatrices, referenceTo, rows, writings } from '../matrices.js';
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
import { places } from './places.js';

const size = 500;
const hovers = 10;
/** Each round hovers over a matrix that was not hovered over before: no answer is a kept one. */
const rounds = 9;
const budget = 50;

const measures: Measure[] = [];

afterAll(() => {
  printMeasures(
    `Ten hovers over a ${rows} × ${rows} matrix: how much later a key is shown, paired with keys without hovers`,
    measures,
  );
});

for (const writing of writings) {
  it(`hovers over a matrix ${writing.name}`, async () => {
    const window = await openFolder({
      files: { 'post.md': postWithMatrices(size, rounds, writing) },
    });
    await window.openFile('post.md');
    const panels = await openPanels(window, 'Postulate: Open Preview to the Side', ownPreview);
    const times = await timeRounds(panels);
    const delays = times.map(({ alone, hovered }) => hovered.ours - alone.ours);
    const echoDelays = times.map(({ alone, hovered }) => hovered.echo - alone.echo);
    // What VS Code itself needs for ten hovers delays whatever shows a key.
    const beyondEcho = delays.map((delay, round) => delay - (echoDelays[round] ?? 0));
    const name = `matrix ${writing.name}`;
    measures.push(
      limit(`${name}, median delay beyond the echo panel's`, median(beyondEcho), budget, 'ms'),
      limit(`${name}, worst delay beyond the echo panel's`, Math.max(...beyondEcho), budget, 'ms'),
      report(`${name}, median delay`, milliseconds(median(delays))),
      report(`${name}, worst delay`, milliseconds(Math.max(...delays))),
      report(`${name}, median delay of the echo panel`, milliseconds(median(echoDelays))),
      report(`${name}, worst delay of the echo panel`, milliseconds(Math.max(...echoDelays))),
      report(`${name}, key alone`, milliseconds(median(times.map(({ alone }) => alone.ours)))),
      report(`${name}, until all ten answered`, milliseconds(median(times.map(({ all }) => all)))),
    );
    expect(delays).toHaveLength(rounds - 1);
  });
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
  const caret = place.caret(size);
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
    await beginHovers(window, referenceTo(round));
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

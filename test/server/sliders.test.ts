// Sliders over the protocol: previews follow what is moved, and nothing else of the editor does.
import { afterEach, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation, type PostForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult, Value } from '../../src/evaluate/result.js';
import { previewNotifications } from '../../src/protocol/preview.js';
import { Sliders } from '../../src/server/sliders.js';
import { LanguageClient } from '../support/languageClient.js';
import { PreviewClient } from '../support/previewClient.js';

const raw = String.raw;
const line = raw`slide \gamma \in [0,1]`;
const text = ['```eval', line, raw`2\gamma`, raw`\gamma \ge 0.5`, '```', ''].join('\n');

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

it('has the preview follow, and no finding, hint or hover', async () => {
  client = await LanguageClient.start();
  const preview = new PreviewClient(client, 'post.md');
  await preview.open(text);
  const shown = (wanted: string) =>
    preview.patch(({ texts }) =>
      texts.some(({ texts: { results } }) => results.some((result) => result.text === wanted)),
    );
  const first = await shown('= 1');
  const [slider] = first.texts[0]?.texts.results ?? [];
  expect(slider?.slider).toMatchObject({ line, name: raw`\gamma`, at: 50 });
  preview.say({ kind: 'slide', line, value: 0.25 });
  const moved = await shown('= 0.5');
  expect(moved.blocks).toEqual([]);
  expect(moved.texts[0]?.texts.results.map((result) => result.text)).toEqual([
    raw`\gamma = 0.25`,
    '= 0.5',
    '✗ 0.25 ≱ 0.5',
  ]);
  const hints = await client.request('textDocument/inlayHint', preview.uri, {
    range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
  });
  expect(hints).toMatchObject([{ label: raw`\gamma = 0.5` }, { label: '= 1' }]);
});

it('refuses what is no value of a slider of the post', async () => {
  client = await LanguageClient.start();
  const preview = new PreviewClient(client, 'post.md');
  await preview.open(text);
  await preview.patch(({ texts }) => texts.some(({ texts: { results } }) => results.length > 0));
  const refused: unknown[] = [
    { kind: 'slide', line, value: 2 },
    { kind: 'slide', line: 'slide x', value: 0.25 },
    { kind: 'slide', line, value: 'x' },
    { kind: 'slide', line, value: null },
  ];
  for (const message of refused)
    await client.connection.sendNotification(previewNotifications.fromPreview, {
      session: '1',
      message,
    });
  preview.say({ kind: 'slide', line, value: 0.75 });
  const patch = await preview.patch(({ texts }) =>
    texts.some(({ texts: { results } }) => results.some((result) => result.text === '= 1.5')),
  );
  expect(patch.texts[0]?.texts.results[0]?.text).toBe(raw`\gamma = 0.75`);
});

function snapshotOf(content: string): Snapshot {
  return openSnapshot({ path: 'post.md', version: 0, text: content, site: assumedSite });
}

/** Evaluations that end when they are told to. */
class Bench {
  readonly shown: (Value | null)[] = [];
  readonly asked: PostForEvaluation[] = [];
  readonly #waiting: ((results: readonly EvaluationResult[] | null) => void)[] = [];
  readonly sliders = new Sliders({
    choicesFor: () => Promise.resolve({}),
    evaluate: (post) => {
      this.asked.push(post);
      return new Promise((resolve) => this.#waiting.push(resolve));
    },
    show: ({ results }) => void this.shown.push(results[1]?.value ?? null),
  });

  evaluated(content: string): Promise<void> {
    const snapshot = snapshotOf(content);
    const results = evaluatePost(postForEvaluation(snapshot));
    return this.sliders.evaluated('a', { uri: 'a', snapshot, results });
  }

  /** Ends the oldest evaluation that was asked for. */
  async end(isStopped = false): Promise<void> {
    while (this.#waiting.length === 0) await Promise.resolve();
    const post = this.asked.at(-1);
    this.#waiting.shift()?.(isStopped || post === undefined ? null : evaluatePost(post));
  }
}

it('evaluates one move at a time, and of those that wait the last alone', async () => {
  const bench = new Bench();
  await bench.evaluated(text);
  const done = bench.sliders.move('a', line, 0.1);
  for (const value of [0.2, 0.3, 0.4]) void bench.sliders.move('a', line, value);
  await bench.end();
  await bench.end();
  await done;
  expect(bench.asked.map(({ moved }) => [...moved.values()])).toEqual([[0.1], [0.4]]);
  expect(bench.shown).toEqual([1, 0.2, 0.8]);
});

it('keeps what was moved through an edit, and drops what was computed before it', async () => {
  const bench = new Bench();
  await bench.evaluated(text);
  const first = bench.sliders.move('a', line, 0.25);
  while (bench.asked.length === 0) await Promise.resolve();
  void bench.evaluated(text.replace('2', '4'));
  await bench.end();
  await bench.end();
  await first;
  expect(bench.shown).toEqual([1, 1]);
  await bench.evaluated(text.replace('[0,1]', '[0,2]'));
  expect(bench.shown).toEqual([1, 1, 2]);
});

it('goes back to where sliders begin when an evaluation was ended', async () => {
  const bench = new Bench();
  await bench.evaluated(text);
  const done = bench.sliders.move('a', line, 0.25);
  await bench.end(true);
  await done;
  expect(bench.shown).toEqual([1, 1]);
  void bench.sliders.move('a', line, 0.75);
  await bench.end();
  expect(bench.asked.at(-1)?.moved).toEqual(new Map([[line, 0.75]]));
});

it('begins anew when the last preview of the post is closed', async () => {
  const bench = new Bench();
  await bench.evaluated(text);
  const done = bench.sliders.move('a', line, 0.25);
  await bench.end();
  await done;
  bench.sliders.reset('a');
  expect(bench.shown).toEqual([1, 0.5, 1]);
  await bench.evaluated(text);
  expect(bench.shown).toEqual([1, 0.5, 1, 1]);
});

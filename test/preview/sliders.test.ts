// Sliders in the page: what a reader moves, what follows, and that the slider itself stays. @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHarness, type Harness } from '../support/previewHarness.js';
import { propertyRuns } from '../support/runs.js';

const raw = String.raw;
const line = raw`slide \gamma \in [0,1]`;
const post = worksheet(
  line,
  raw`2\gamma`,
  raw`plot t^\gamma,\ t \in [0,1]`,
  raw`plot 2t,\ t \in [0,1]`,
);

function worksheet(...lines: readonly string[]): string {
  return ['```eval', ...lines, '```', '', ''].join('\n');
}

function open(text: string, left?: ReadonlyMap<string, number>): Harness {
  const harness = createHarness(undefined, {}, left);
  document.body.replaceChildren(harness.root);
  harness.write(text);
  harness.controller.start();
  harness.settle();
  return harness;
}

function sliderIn({ root }: Harness): HTMLInputElement {
  const found = root.querySelector<HTMLInputElement>('input.eval-slider');
  if (found === null) throw new Error('no slider');
  return found;
}

function move(harness: Harness, at: number): void {
  const input = sliderIn(harness);
  input.value = String(at);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function valuesOf({ root }: Harness): readonly (string | null)[] {
  return [...root.querySelectorAll('.eval-value')].map(({ textContent }) => textContent);
}

/** With the places of sliders, which no attribute says. */
function pageOf({ root }: Harness): string {
  const places = [...root.querySelectorAll('input')].map(({ value }) => value);
  const blocks = [...root.querySelectorAll('.block')].map((block) => block.outerHTML);
  return [...blocks, ...places].join('\n');
}

it('is a range with a name and a value for everyone', () => {
  const input = sliderIn(open(post));
  expect(input.type).toBe('range');
  expect([input.min, input.max, input.step, input.value]).toEqual(['0', '100', '1', '50']);
  expect(input.getAttribute('aria-label')).toBe(raw`\gamma`);
  expect(input.getAttribute('aria-valuetext')).toBe('0.5');
  expect(input.closest('.eval-line')?.textContent).toBe(raw`slide \gamma \in [0,1]\gamma = 0.5`);
});

it('has values and pictures follow, and stays in the page with the focus', () => {
  const harness = open(post);
  const input = sliderIn(harness);
  input.focus();
  const [curve, other] = harness.root.querySelectorAll('.eval-plot');
  move(harness, 25);
  harness.settle();
  expect(valuesOf(harness).slice(0, 2)).toEqual([raw`\gamma = 0.25`, '= 0.5']);
  expect(sliderIn(harness)).toBe(input);
  expect(document.activeElement).toBe(input);
  const plots = harness.root.querySelectorAll('.eval-plot');
  expect(plots).toHaveLength(2);
  expect(plots[0]?.outerHTML).not.toBe(curve?.outerHTML);
  // What does not depend on it is not even written again.
  expect(plots[1]).toBe(other);
  expect(harness.sent.filter(({ kind }) => kind === 'slide')).toEqual([
    { kind: 'slide', line, value: 0.25 },
  ]);
});

it('does not jump back to what is still on its way', () => {
  const harness = open(post);
  move(harness, 10);
  harness.step();
  move(harness, 20);
  for (let steps = 0; steps < 50 && harness.step(); steps++) {
    expect(sliderIn(harness).value).toBe('20');
    // The value that is printed is that of the results beside it.
    const [at, double] = valuesOf(harness);
    expect(double).toBe(`= ${String(2 * Number(at?.replace(/.* = /, '')))}`);
  }
  harness.settle();
  expect(valuesOf(harness).slice(0, 2)).toEqual([raw`\gamma = 0.2`, '= 0.4']);
});

it('keeps its value through an edit, and begins anew where its range is another', () => {
  const harness = open(post);
  move(harness, 25);
  harness.settle();
  harness.write(post.replace(raw`2\gamma`, raw`4\gamma`));
  harness.settle();
  expect(valuesOf(harness).slice(0, 2)).toEqual([raw`\gamma = 0.25`, '= 1']);
  expect(sliderIn(harness).value).toBe('25');
  harness.write(post.replace('[0,1]', '[0,2]'));
  harness.settle();
  expect(valuesOf(harness)[0]).toBe(raw`\gamma = 1`);
  harness.write('words\n');
  harness.settle();
  expect(harness.root.querySelector('input')).toBeNull();
});

it('comes back to where the reader left it when the page is loaded anew', () => {
  const harness = open(post, new Map([[line, 0.75]]));
  expect(valuesOf(harness).slice(0, 2)).toEqual([raw`\gamma = 0.75`, '= 1.5']);
  expect(sliderIn(harness).value).toBe('75');
  // Once: what the reader does next counts.
  move(harness, 0);
  harness.settle();
  expect(sliderIn(harness).value).toBe('0');
  expect(valuesOf(open(post, new Map([[line, 0.123]])))[0]).toBe(raw`\gamma = 0.5`);
});

it('is never what a post writes as HTML', () => {
  const html = raw`<input type="range" class="eval-slider" min="0" max="9" aria-label="a">
<span class="eval-line" data-eval-line="0"><input class="eval-slider"></span>

${post}`;
  const harness = open(html);
  expect(harness.root.querySelectorAll('input')).toHaveLength(1);
  expect(sliderIn(harness).closest('.worksheet')).not.toBeNull();
});

const pieces = [
  'words\n\n',
  worksheet(line, raw`2\gamma`),
  worksheet(raw`slide a \in \{1,2,3\}`, 'a', raw`plot at,\ t \in [0,1]`),
  worksheet(raw`table a t,\ t \in 1..2`, raw`\gamma`, raw`plot t\gamma,\ t \in 1..3`),
  worksheet('a', line),
  worksheet(raw`slide \gamma \in [0,2]`),
];

const steps = fc.array(
  fc.oneof(
    fc.record({ pieces: fc.subarray(pieces) }),
    fc.record({ slider: fc.nat(3), at: fc.nat(200) }),
    fc.record({ messages: fc.nat(5) }),
  ),
  { maxLength: 12 },
);

it('is after any edits and moves the page of the last state', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const harness = open(post);
      let text = post;
      const moved = new Map<string, number>();
      for (const step of all) {
        if ('pieces' in step) harness.write((text = step.pieces.join('')));
        else if ('messages' in step) for (let at = 0; at < step.messages; at++) harness.step();
        else {
          const inputs = harness.root.querySelectorAll<HTMLInputElement>('input.eval-slider');
          const input = inputs[step.slider];
          if (input === undefined) continue;
          input.value = String(Math.min(step.at, Number(input.max)));
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
      }
      harness.settle();
      for (const message of harness.sent)
        if (message.kind === 'slide') moved.set(message.line, message.value);
      const fresh = open(text, moved);
      expect(pageOf(harness)).toBe(pageOf(fresh));
    }),
    { numRuns: Math.ceil(propertyRuns / 8) },
  );
});

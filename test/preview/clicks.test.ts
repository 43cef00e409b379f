// What a click in the preview asks for. @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { listenToReader } from '../../src/preview/input.js';
import type { FromPreview } from '../../src/protocol/preview.js';
import { rowsAlone } from '../support/laidOutPreview.js';
import { createHarness, type Harness } from '../support/previewHarness.js';

const layout = rowsAlone('.mtable');

const post =
  'by $\\eqref{a}$ and $x+\\eqref{a}$ words\n\n\\begin{align}a&=b\\label{a}\\\\&=c\\\\&=d\\end{align}\n\n$\\nosuch$\n';

let harness: Harness;
let asked: FromPreview[];

beforeEach(() => {
  harness = createHarness(layout);
  harness.write(post);
  harness.controller.start();
  harness.settle();
  document.body.replaceChildren(harness.root);
  asked = [];
  const { root, controller } = harness;
  const tell = (message: FromPreview): void => void asked.push(message);
  listenToReader({ window, root, layout, controller, post: tell });
});

function click(selector: string, given: MouseEventInit = {}, from = given): void {
  const element = harness.root.querySelector(selector);
  if (!element) throw new Error(`Nothing is ${selector}.`);
  const init = { bubbles: true, cancelable: true, detail: 1, ...given };
  element.dispatchEvent(new MouseEvent('mousedown', { ...init, ...from }));
  element.dispatchEvent(new MouseEvent('click', init));
}

const place = (position: number, formula: number, row: object | null = null): object => ({
  revision: harness.controller.revision,
  position,
  formula,
  row,
});

it('asks for the source of a formula, and of its row', () => {
  click('.formula[data-formula="1"] .mord');
  click('.display .mord', { clientY: 150 });
  click('.display .eq-number', { clientY: 900 });
  expect(asked).toEqual([
    { kind: 'revealFormula', place: place(0, 1), opens: false },
    { kind: 'revealFormula', place: place(1, 0, { index: 1, count: 3 }), opens: false },
    { kind: 'revealFormula', place: place(1, 0, { index: 2, count: 3 }), opens: false },
  ]);
});

it('asks for the source of a formula in whose place an error is shown', () => {
  click('.math-error code');
  expect(asked).toEqual([{ kind: 'revealFormula', place: place(2, 0), opens: false }]);
});

it('follows a reference inside a formula, and asks for no source', () => {
  click('.formula a.eq-ref');
  expect(asked).toMatchObject([{ kind: 'follow', position: 0, index: 1 }]);
});

it('leads the keyboard to a reference inside a formula, which the formula itself hides from it', () => {
  const inside = harness.root.querySelector<HTMLElement>('.formula a.eq-ref');
  const link = harness.root.querySelector<HTMLElement>('.formula a.eq-key');
  expect([inside?.tabIndex, link?.tabIndex]).toEqual([-1, 0]);
  expect(link?.textContent).toBe(inside?.textContent);
  expect(link?.closest('[aria-hidden]')).toBeNull();
  click('.formula a.eq-key');
  expect(asked).toMatchObject([{ kind: 'follow', position: 0, index: 1 }]);
});

it('asks for nothing where text was selected, a key was held, or no formula was clicked', () => {
  click('.display', { clientY: 50 }, { clientY: 20 });
  click('.display', { ctrlKey: true });
  click('.display', { detail: 2 });
  click('p');
  window.getSelection()?.selectAllChildren(harness.root);
  click('.display');
  window.getSelection()?.removeAllRanges();
  expect(asked).toEqual([]);
});

it('opens an editor on a double click', () => {
  const double = new MouseEvent('dblclick', { bubbles: true, clientY: 150 });
  harness.root.querySelector('.display')?.dispatchEvent(double);
  const row = { index: 1, count: 3 };
  expect(asked).toEqual([{ kind: 'revealFormula', place: place(1, 0, row), opens: true }]);
});

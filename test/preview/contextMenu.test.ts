// What VS Code's menu is told of the formula that it is opened on. @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { listenToMenus } from '../../src/preview/contextMenu.js';
import { rowsAlone } from '../support/laidOutPreview.js';
import { createHarness, type Harness } from '../support/previewHarness.js';

const layout = rowsAlone('.katex-html');

const post =
  'words and $x$\n\n\\begin{align}a&=b\\label{eq:a}\\\\&=c\\\\&=d\\notag\\label{eq:d}\\end{align}\n\n' +
  '<span data-vscode-context="{}">html</span>\n';

let harness: Harness;

beforeEach(() => {
  harness = createHarness(layout);
  harness.write(post);
  harness.controller.start();
  harness.settle();
  document.body.replaceChildren(harness.root);
  listenToMenus({ window, root: harness.root, layout, controller: harness.controller });
});

/** What VS Code collects: the attributes of an element and of all around it. */
function menuOn(selector: string, clientY = 0): unknown {
  const element = harness.root.querySelector(selector);
  if (!element) throw new Error(`Nothing is ${selector}.`);
  let context: object = {};
  const collect = ({ target }: Event): void => {
    let at = (target as Element).closest<HTMLElement>('[data-vscode-context]');
    for (; at; at = at.parentElement?.closest<HTMLElement>('[data-vscode-context]') ?? null) {
      context = { ...(JSON.parse(at.dataset['vscodeContext'] ?? '') as object), ...context };
    }
  };
  document.addEventListener('contextmenu', collect, { once: true });
  element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientY }));
  return context;
}

it('names the formula, and the label of the row under the pointer where it has a number', () => {
  const { revision } = harness.controller;
  const place = (row: number): object => ({
    webviewSection: 'formula',
    post: '',
    place: { revision, position: 1, formula: 0, row: { index: row, count: 3 } },
  });
  expect(menuOn('.formula[data-formula="0"] .mord')).toEqual({
    webviewSection: 'formula',
    post: '',
    place: { revision, position: 0, formula: 0, row: null },
  });
  expect(menuOn('.display .mord', 50)).toEqual({ ...place(0), postulateLabel: 'eq:a' });
  expect(menuOn('.display .mord', 150)).toEqual(place(1));
  expect(menuOn('.display .mord', 250)).toEqual(place(2));
});

it('says nothing beside formulas, and nothing that the post says', () => {
  expect(menuOn('p')).toEqual({});
  expect(menuOn('.block:last-child span')).toEqual({});
  expect(harness.root.innerHTML).not.toContain('data-vscode-context');
});

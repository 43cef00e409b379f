// The graph of references in a real window: read and walked by keyboard, filtered, clicked, and by axe's rules.
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { faultsOf } from '../support/axe.js';
import { setTheme, themes } from './harness/themes.js';
import { openFolder, type Window } from './harness/window.js';

const raw = String.raw;

const files = {
  'heat.md': raw`# 扩散漫谈（一）：热传导

\begin{equation}
u_t = u_{xx} \label{eq:heat}
\end{equation}

By $\eqref{eq:heat}$; more in [the next part](waves.md), and 《Noise》.
`,
  'waves.md': raw`# 扩散漫谈（二）：波动

It began with [(1)](heat.md#eq:heat).

\begin{equation}
u_{tt} = u_{xx} \label{eq:wave}
\end{equation}
`,
  'noise.md': '# Noise\n\nSee [waves](waves.md#eq:wave).\n',
  'alone.md': '# Alone\n',
};

async function openGraph(): Promise<{ window: Window; graph: Frame }> {
  const window = await openFolder({ files, settings: {} });
  await window.openFile('heat.md');
  await window.runCommand('Postulate: Show Reference Graph');
  return { window, graph: await window.webviewFrame('main.postulate-graph .node') };
}

/** What the nodes that are seen are called. */
function names(graph: Frame): Promise<readonly string[]> {
  return graph.locator('.node:not([hidden]) > title').allTextContents();
}

function focused(graph: Frame): Promise<string | null> {
  return graph.locator('.node:focus > title').textContent();
}

const placeInEditor = (window: Window): Promise<string> =>
  window.host((vscode) => {
    const editor = vscode.window.activeTextEditor;
    const name = editor?.document.uri.path.split('/').pop() ?? '';
    return `${name}:${(editor?.selection.active.line ?? -1) + 1}`;
  });

const [heat, waves] = ['扩散漫谈（一）：热传导', '扩散漫谈（二）：波动'];

it('shows what is around a post, and is walked by keys that lead to places', async () => {
  const { window, graph } = await openGraph();
  expect(await names(graph)).toEqual([heat, waves, 'Noise']);
  await expect.poll(() => graph.locator('[role=status]').textContent()).toContain('3 of 4 posts');
  await window.keep('graph-posts');

  // Space shows the equation that is referred to; arrows go along references.
  await graph.locator('.node.center').focus();
  await window.press('Space');
  await expect.poll(() => names(graph)).toContain(`Equation (1) eq:heat of “${heat}”`);
  await expect.poll(() => focused(graph)).toBe(heat);
  await window.press('PageDown');
  await expect.poll(() => focused(graph)).toBe(`Equation (1) eq:heat of “${heat}”`);
  await window.keep('graph-equations');
  await window.press('Enter');
  await expect.poll(() => placeInEditor(window)).toBe('heat.md:3');
});

it('says the same in a list, is filtered, clicked, and follows what is typed', async () => {
  const { window, graph } = await openGraph();
  const entry = graph.locator('nav li.post', { hasText: 'Noise' }).last();
  await entry.locator('summary').click();
  expect(await entry.locator('ul button').allTextContents()).toEqual([
    `cited by ${heat}`,
    `links to ${waves}`,
  ]);
  await entry.getByRole('button', { name: `links to ${waves}` }).click();
  await expect.poll(() => placeInEditor(window)).toBe('waves.md:1');

  await graph.locator('select').selectOption('扩散漫谈');
  await expect.poll(async () => (await names(graph)).includes('Noise')).toBe(false);
  await graph.locator('select').selectOption('');
  await graph.locator('input').fill('noi');
  await expect.poll(() => names(graph)).toEqual(['Noise']);
  await graph.locator('.node', { hasText: 'Noise' }).locator('circle').click();
  await expect.poll(() => placeInEditor(window)).toBe('noise.md:1');

  // What is typed shows when typing rests. A file is opened in the group that has the focus: that of the editor.
  await window.openFile('noise.md');
  await window.press('End');
  await window.type(' [alone](alone.md) ');
  await graph.locator('input').fill('');
  await expect.poll(() => names(graph)).toContain('Alone');
});

it('is there again when the window is reloaded, with the equations that were shown', async () => {
  const { window, graph } = await openGraph();
  const equation = `Equation (1) eq:heat of “${heat}”`;
  await graph.locator('.node.center').focus();
  await window.press('Space');
  await expect.poll(() => names(graph)).toContain(equation);
  await window.reload(/postulate\.graph[^]*heat\.md[^]*expanded\W+\w/);
  const after = await window.webviewFrame('main.postulate-graph .node');
  await expect.poll(() => names(after)).toContain(equation);
});

it("meets axe's rules in every theme", async () => {
  const { window, graph } = await openGraph();
  await graph.locator('nav summary').first().click();
  await graph.evaluate(axe.source);
  const faults: string[] = [];
  for (const theme of themes) {
    await setTheme(window, graph, theme);
    await window.keep(`graph ${theme}`);
    faults.push(...(await faultsOf(graph)).map((fault) => `${theme}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

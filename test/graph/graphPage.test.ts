// The page with the graph: what keys, clicks and the list ask of the client, and what stays when it changes. @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import type { Filter } from '../../src/graph/filter.js';
import { GraphPage } from '../../src/graph/graphPage.js';
import type { GraphStrings } from '../../src/graph/strings.js';
import { isFromGraph, isToGraph, type FromGraph } from '../../src/protocol/graph.js';
import { graphFrom } from './graphs.js';

/** Each word is its own name, with what is filled in. */
const strings = new Proxy({} as GraphStrings, {
  get: (_, name) => `${String(name)} {0} {1}`,
});

const graph = graphFrom(`
a
b
a#x
a link b 2
b citation a
a holds a#x`);

let sent: FromGraph[];
let saved: Filter[];
let page: GraphPage;

beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
  sent = [];
  saved = [];
  document.body.innerHTML = '<main></main>';
  page = open({ text: '', series: null });
  page.show(graph);
});

function open(filter: Filter): GraphPage {
  const root = document.querySelector('main');
  if (!root) throw new Error('There is no root.');
  return new GraphPage({
    ...{ root, strings, filter },
    post: (message) => sent.push(message),
    saveFilter: (filter) => saved.push(filter),
  });
}

function node(id: string): SVGElement {
  const found = document.querySelector<SVGElement>(`.node[data-id="${id}"]`);
  if (!found) throw new Error(`There is no node ${id}.`);
  return found;
}

function press(key: string, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  document.activeElement?.dispatchEvent(event);
}

function focusedId(): string | undefined {
  return (document.activeElement as HTMLElement | null)?.dataset['id'];
}

const moved = (): string | null =>
  document.querySelector('svg > g')?.getAttribute('transform') ?? null;

it('tells what is asked at a node', () => {
  node('a').focus();
  for (const key of ['Enter', ' ', 'c']) press(key);
  node('a#x').focus();
  for (const key of ['Enter', ' ', 'c']) press(key);
  node('b').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(sent).toEqual([
    { kind: 'open', id: 'a' },
    { kind: 'toggle', id: 'a' },
    { kind: 'center', id: 'a' },
    { kind: 'open', id: 'a#x' },
    { kind: 'open', id: 'b' },
  ]);
  expect(sent.every(isFromGraph)).toBe(true);
});

it('goes from node to node by keys; one of them is a stop of the Tab key', () => {
  node('a').focus();
  press('End');
  expect(focusedId()).toBe('a#x');
  press('Home');
  press('PageDown');
  expect(focusedId()).toBe('b');
  const stops = [...document.querySelectorAll('.node[tabindex="0"]')];
  expect(stops).toEqual([node('b')]);
  expect(node('a').classList.contains('near')).toBe(true);
});

it('is moved and made larger by keys beside nodes', () => {
  document.querySelector('svg')?.focus();
  const before = moved();
  press('ArrowLeft');
  expect(moved()).not.toBe(before);
  press('ArrowRight');
  expect(moved()).toBe(before);
  press('+');
  expect(moved()).not.toBe(before);
  press('0');
  expect(moved()).toBe(before);
  // VS Code's own keys are left to it.
  press('ArrowLeft', { ctrlKey: true });
  expect(moved()).toBe(before);
});

it('lists each node with what it refers to and what refers to it', () => {
  const entries = [...document.querySelectorAll('nav li[data-id]')].map((entry) =>
    [...entry.querySelectorAll('summary, button')].map(({ textContent }) => textContent?.trim()),
  );
  expect(entries).toEqual([
    [
      'Post a',
      'open {0} {1}',
      'center {0} {1}',
      'equations 2 {1}',
      'times link Post b {1} 2',
      'cited Post b {1}',
    ],
    [
      'Post b',
      'open {0} {1}',
      'center {0} {1}',
      'equations 2 {1}',
      'times linked Post a {1} 2',
      'citation Post a {1}',
    ],
    ['equation (1) x Post a', 'open {0} {1}'],
  ]);
  document.querySelector<HTMLElement>('nav li[data-id="b"] ul button')?.click();
  expect(sent).toEqual([{ kind: 'open', id: 'a' }]);
});

it('shows what the filter leaves, counts it, and saves the filter', () => {
  const input = document.querySelector('input');
  if (input) input.value = 'post b';
  input?.dispatchEvent(new Event('input'));
  const hidden = [...document.querySelectorAll('.node[hidden]')];
  expect(hidden).toEqual([node('a'), node('a#x')]);
  expect(document.querySelectorAll('.edge:not([hidden])')).toHaveLength(0);
  expect(document.querySelector('[role=status]')?.textContent).toContain('filtered 1');
  expect(saved).toEqual([{ text: 'post b', series: null }]);
});

it('keeps the focus, what is unfolded and where nodes stand when the graph changes', () => {
  document.querySelector('nav li[data-id="b"] details')?.setAttribute('open', '');
  node('b').focus();
  const place = node('b').getAttribute('transform');
  page.show(graphFrom('a\nb\nc\na link b\nc link a'));
  expect(focusedId()).toBe('b');
  expect(node('b').getAttribute('transform')).toBe(place);
  expect(document.querySelector('nav li[data-id="b"] details')?.hasAttribute('open')).toBe(true);
});

it('writes titles as text, whatever they hold', () => {
  const [post, ...nodes] = graph.nodes;
  const title = '<img src=x onerror=alert(1)>';
  if (post?.kind === 'post') page.show({ ...graph, nodes: [{ ...post, title }, ...nodes] });
  expect(document.querySelector('img')).toBeNull();
  expect(document.querySelector('summary')?.textContent).toBe(title);
});

it('takes nothing for a message that is none', () => {
  expect(isToGraph({ kind: 'graph', graph })).toBe(true);
  for (const bad of [
    null,
    {},
    { kind: 'graph' },
    { kind: 'graph', graph: { ...graph, edges: [1] } },
  ]) {
    expect(isToGraph(bad)).toBe(false);
  }
  expect(isFromGraph({ kind: 'open', id: 1 })).toBe(false);
  expect(isFromGraph({ kind: 'run', id: 'a' })).toBe(false);
});

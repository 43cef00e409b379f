// Entry point of the script inside the graph's webview: joins the page to the client.
import { isToGraph, type FromGraph } from '../protocol/graph.js';
import type { Filter } from './filter.js';
import { GraphPage } from './graphPage.js';
import { readStrings } from './strings.js';

interface VsCodeApi {
  postMessage(message: FromGraph): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const root = document.querySelector<HTMLElement>('main.postulate-graph');
if (root) start(root, acquireVsCodeApi());

function start(root: HTMLElement, api: VsCodeApi): void {
  const page = new GraphPage({
    root,
    strings: readStrings(root.dataset['strings']),
    post: (message) => {
      api.postMessage(message);
    },
    filter: readFilter(api.getState()),
    saveFilter: (filter) => {
      api.setState(filter);
    },
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToGraph(data)) page.show(data.graph);
  });
  api.postMessage({ kind: 'ready' });
}

function readFilter(state: unknown): Filter {
  const { text, series } = (state ?? {}) as Readonly<Record<keyof Filter, unknown>>;
  return {
    text: typeof text === 'string' ? text : '',
    series: typeof series === 'string' ? series : null,
  };
}

// Entry point of the script inside the graph's webview: joins the page to the client.
import { isToGraph, type DrawnGraph, type FromGraph, type SavedGraph } from '../protocol/graph.js';
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
  let saved = { ...readFilter(api.getState()) };
  const save = (more: Filter | SavedGraph): void => {
    api.setState((saved = { ...saved, ...more }));
  };
  const page = new GraphPage({
    root,
    strings: readStrings(root.dataset['strings']),
    post: (message) => {
      api.postMessage(message);
    },
    filter: saved,
    saveFilter: save,
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToGraph(data)) return;
    page.show(data.graph);
    save(placeOf(data.graph));
  });
  api.postMessage({ kind: 'ready' });
}

function placeOf({ center, nodes }: DrawnGraph): SavedGraph {
  const expanded = nodes.flatMap((node) =>
    node.kind === 'post' && node.isExpanded ? [node.id] : [],
  );
  return { uri: nodes.find(({ id }) => id === center)?.uri ?? '', expanded };
}

function readFilter(state: unknown): Filter {
  const { text, series } = (state ?? {}) as Readonly<Record<keyof Filter, unknown>>;
  return {
    text: typeof text === 'string' ? text : '',
    series: typeof series === 'string' ? series : null,
  };
}

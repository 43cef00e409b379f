// Above the graph: what it is filtered by, how large it is, and how much of the blog it shows.
import type { DrawnGraph } from '../protocol/graph.js';
import { seriesIn, type Filter } from './filter.js';
import { filled, type GraphStrings } from './strings.js';

interface ToolbarActions {
  readonly filtered: (filter: Filter) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly #strings: GraphStrings;
  readonly #text: HTMLInputElement;
  readonly #series: HTMLSelectElement;
  readonly #status: HTMLElement;

  constructor(document: Document, strings: GraphStrings, actions: ToolbarActions) {
    this.#strings = strings;
    this.#text = document.createElement('input');
    this.#text.type = 'search';
    this.#text.placeholder = strings.filter;
    this.#text.setAttribute('aria-label', strings.filter);
    this.#series = document.createElement('select');
    this.#series.setAttribute('aria-label', strings.series);
    this.#status = document.createElement('p');
    this.#status.setAttribute('role', 'status');
    for (const input of [this.#text, this.#series]) {
      input.addEventListener('input', () => {
        actions.filtered(this.filter);
      });
    }
    const button = (text: string, name: string, act: () => void): HTMLButtonElement => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.title = name;
      made.setAttribute('aria-label', name);
      made.addEventListener('click', act);
      return made;
    };
    const heading = document.createElement('h1');
    heading.textContent = strings.heading;
    this.element = document.createElement('header');
    this.element.append(
      heading,
      this.#text,
      this.#series,
      button('+', strings.larger, () => {
        actions.zoom(1.25);
      }),
      button('−', strings.smaller, () => {
        actions.zoom(0.8);
      }),
      button('□', strings.whole, actions.fit),
      this.#status,
    );
  }

  get filter(): Filter {
    const { value } = this.#series;
    return { text: this.#text.value, series: value === '' ? null : value };
  }

  setFilter({ text }: Filter): void {
    this.#text.value = text;
  }

  /** A series that is gone filters no more. */
  showSeries(graph: DrawnGraph, chosen: string | null): void {
    const document = this.element.ownerDocument;
    const option = (value: string, text: string): HTMLOptionElement => {
      const made = document.createElement('option');
      made.value = value;
      made.textContent = text;
      return made;
    };
    const series = seriesIn(graph);
    this.#series.replaceChildren(
      option('', this.#strings.allSeries),
      ...series.map((name) => option(name, name)),
    );
    this.#series.value = chosen !== null && series.includes(chosen) ? chosen : '';
    this.#series.hidden = series.length === 0;
  }

  /** `shown` of its nodes the filter leaves. */
  showStatus(graph: DrawnGraph, shown: number): void {
    const strings = this.#strings;
    const posts = graph.nodes.filter(({ kind }) => kind === 'post');
    const center = posts.find(({ id }) => id === graph.center);
    const title = center?.kind === 'post' ? center.title : graph.center;
    const { leftOut } = graph;
    this.#status.textContent = [
      filled(strings.shown, posts.length, graph.total, title),
      ...(leftOut.posts > 0 ? [filled(strings.leftOutPosts, leftOut.posts)] : []),
      ...(leftOut.equations > 0 ? [filled(strings.leftOutEquations, leftOut.equations)] : []),
      ...(posts.length === 1 ? [strings.alone] : []),
      ...(shown < graph.nodes.length ? [filled(strings.filtered, shown)] : []),
    ].join(' ');
  }
}

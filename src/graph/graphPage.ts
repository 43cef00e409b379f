// The page with the graph: the picture, the list beside it, and what pointer and keys do in them.
import type { DrawnGraph, DrawnNode, FromGraph } from '../protocol/graph.js';
import { arrowHead, draw, svgElement, type Drawing } from './drawing.js';
import { shownNodes, type Filter } from './filter.js';
import { layOut, type Place } from './layout.js';
import { listEntries, type ListActions } from './list.js';
import { neighboursOf, nextNode } from './steps.js';
import type { GraphStrings } from './strings.js';
import { Toolbar } from './toolbar.js';
import { Viewport } from './viewport.js';

interface GraphPageParts {
  readonly root: HTMLElement;
  readonly strings: GraphStrings;
  readonly post: (message: FromGraph) => void;
  readonly filter: Filter;
  /** To be there again when the page was hidden. */
  readonly saveFilter: (filter: Filter) => void;
}

export class GraphPage {
  readonly #document: Document;
  readonly #strings: GraphStrings;
  readonly #post: (message: FromGraph) => void;
  readonly #svg: SVGSVGElement;
  readonly #nodes: SVGGElement;
  readonly #list: HTMLUListElement;
  readonly #toolbar: Toolbar;
  readonly #viewport: Viewport;
  #filter: Filter;
  #graph: DrawnGraph | null = null;
  #places: ReadonlyMap<string, Place> = new Map();
  /** The node that the keys start from. */
  #selected: string | null = null;

  constructor({ root, strings, post, filter, saveFilter }: GraphPageParts) {
    const document = (this.#document = root.ownerDocument);
    this.#strings = strings;
    this.#post = post;
    this.#filter = filter;
    this.#nodes = svgElement(document, 'g', {});
    this.#svg = svgElement(document, 'svg', {
      ...{ role: 'group', tabindex: 0, 'aria-label': strings.graph },
    });
    this.#svg.append(arrowHead(document), this.#nodes);
    this.#viewport = new Viewport(this.#svg, this.#nodes);
    this.#list = document.createElement('ul');
    this.#toolbar = new Toolbar(document, strings, {
      filtered: (filter) => {
        this.#filter = filter;
        saveFilter(filter);
        this.#applyFilter();
        this.#fit();
      },
      zoom: (factor) => {
        this.#viewport.zoom(factor);
      },
      fit: () => {
        this.#fit();
      },
    });
    this.#toolbar.setFilter(filter);
    root.append(this.#toolbar.element, this.#sides());
    this.#listen();
  }

  show(graph: DrawnGraph): void {
    const isMoved = this.#graph?.center !== graph.center;
    const focus = this.#focusKey();
    this.#graph = graph;
    this.#places = layOut(graph, isMoved ? new Map() : this.#places);
    if (isMoved || !this.#places.has(this.#selected ?? '')) this.#selected = graph.center;
    this.#toolbar.showSeries(graph, this.#filter.series);
    this.#filter = this.#toolbar.filter;
    this.#draw(graph);
    this.#applyFilter();
    if (isMoved) this.#fit();
    this.#focus(focus);
  }

  #sides(): HTMLElement {
    const document = this.#document;
    const keys = document.createElement('p');
    keys.className = 'keys';
    keys.textContent = this.#strings.keys;
    const picture = document.createElement('div');
    picture.className = 'picture';
    picture.append(this.#svg, keys);
    const list = document.createElement('nav');
    list.setAttribute('aria-label', this.#strings.list);
    list.append(this.#list);
    const sides = document.createElement('div');
    sides.className = 'sides';
    sides.append(picture, list);
    return sides;
  }

  #draw(graph: DrawnGraph): void {
    const drawing: Drawing = { graph, places: this.#places, strings: this.#strings };
    draw(this.#nodes, drawing);
    const open = [...this.#list.querySelectorAll<HTMLElement>('li[data-id]:has(> details[open])')];
    const ids = new Set(open.map(({ dataset }) => dataset['id'] ?? ''));
    this.#list.replaceChildren(...listEntries(this.#document, drawing, this.#actions(), ids));
  }

  #actions(): ListActions {
    const send = (kind: 'open' | 'center' | 'toggle') => (id: string) => {
      this.#post({ kind, id });
    };
    return { open: send('open'), center: send('center'), toggle: send('toggle') };
  }

  #applyFilter(): void {
    if (!this.#graph) return;
    const shown = new Set(shownNodes(this.#graph, this.#filter).map(({ id }) => id));
    for (const element of this.#withIds()) {
      element.toggleAttribute('hidden', !shown.has(element.dataset['id'] ?? ''));
    }
    for (const edge of this.#edges()) {
      const [from = '', to = ''] = [edge.dataset['from'], edge.dataset['to']];
      edge.toggleAttribute('hidden', !shown.has(from) || !shown.has(to));
    }
    this.#toolbar.showStatus(this.#graph, shown.size);
    if (!shown.has(this.#selected ?? '')) this.#selected = [...shown][0] ?? null;
    this.#markSelected();
  }

  /** The places of what the filter leaves, in the order of the nodes. */
  #shownPlaces(): ReadonlyMap<string, Place> {
    const shown = this.#graph ? shownNodes(this.#graph, this.#filter) : [];
    return new Map(
      shown.flatMap(({ id }): [string, Place][] => {
        const place = this.#places.get(id);
        return place ? [[id, place]] : [];
      }),
    );
  }

  #fit(): void {
    const around = this.#places.get(this.#selected ?? '') ?? { x: 0, y: 0 };
    this.#viewport.fit([...this.#shownPlaces().values()], around);
  }

  #listen(): void {
    const nodeAt = (target: EventTarget | null): DrawnNode | undefined => {
      const node = (target as Element | null)?.closest<SVGElement>('.node');
      return this.#graph?.nodes.find(({ id }) => id === node?.dataset['id']);
    };
    this.#svg.addEventListener('click', ({ target }) => {
      const node = nodeAt(target);
      if (node) this.#post({ kind: 'open', id: node.id });
    });
    this.#svg.addEventListener('focusin', ({ target }) => {
      const node = nodeAt(target);
      if (node) this.#select(node.id);
    });
    this.#list.addEventListener('focusin', ({ target }) => {
      const entry = (target as Element).closest<HTMLElement>('li[data-id]');
      if (entry) this.#select(entry.dataset['id'] ?? '');
    });
    this.#svg.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const node = event.shiftKey ? undefined : nodeAt(event.target);
      const isMeant = (node && this.#pressedAt(node, event.key)) ?? this.#pressed(event.key);
      if (isMeant) event.preventDefault();
    });
  }

  /** What only the picture hears. */
  #pressed(key: string): boolean {
    if (key === '0') this.#fit();
    return key === '0' || this.#viewport.pressed(key);
  }

  /** `undefined` where the key is not one of nodes. */
  #pressedAt({ id, kind }: DrawnNode, key: string): true | undefined {
    if (key === 'Enter') this.#post({ kind: 'open', id });
    else if (key === ' ') {
      if (kind === 'post') this.#post({ kind: 'toggle', id });
    } else if (key.toLowerCase() === 'c') {
      if (kind === 'post') this.#post({ kind: 'center', id });
    } else {
      const edges = this.#graph?.edges ?? [];
      const next = nextNode({ edges, places: this.#shownPlaces(), from: id, key });
      if (next !== null) this.#focus(`node ${next}`);
      // An arrow that leads to no node does not move the picture either.
      else if (!key.startsWith('Arrow')) return undefined;
    }
    return true;
  }

  #select(id: string): void {
    this.#selected = id;
    this.#markSelected();
    const place = this.#places.get(id);
    if (place) this.#viewport.reveal(place);
  }

  #markSelected(): void {
    const selected = this.#selected;
    const near = neighboursOf(selected ?? '', this.#graph?.edges ?? []);
    for (const element of this.#withIds()) {
      const id = element.dataset['id'] ?? '';
      element.classList.toggle('selected', id === selected);
      element.classList.toggle('near', near.has(id));
      if (element.matches('.node')) element.setAttribute('tabindex', id === selected ? '0' : '-1');
      else if (id === selected) element.scrollIntoView({ block: 'nearest' });
    }
    for (const { dataset, classList } of this.#edges()) {
      classList.toggle('near', dataset['from'] === selected || dataset['to'] === selected);
    }
  }

  #withIds(): readonly (HTMLElement | SVGElement)[] {
    return [
      ...this.#nodes.querySelectorAll<SVGElement>('.node'),
      ...this.#list.querySelectorAll<HTMLElement>('li[data-id]'),
    ];
  }

  #edges(): Iterable<SVGElement> {
    return this.#nodes.querySelectorAll<SVGElement>('.edge');
  }

  #focusKey(): string | null {
    const active = this.#document.activeElement as HTMLElement | null;
    return active?.dataset['focus'] ?? null;
  }

  /** What had the focus is a new element by now. */
  #focus(key: string | null): void {
    if (key === null) return;
    for (const element of this.#document.querySelectorAll<HTMLElement>('[data-focus]')) {
      if (element.dataset['focus'] === key) element.focus({ preventScroll: true });
    }
  }
}

// Entry point of the script inside the preview's webview: joins its parts to the page.
import type { FromPreview } from '../protocol/preview.js';
import { isToPreview } from '../protocol/previewGuards.js';
import type { Ways } from '../protocol/trail.js';
import { applyFont, Zoom } from './appearance.js';
import { listenToMenus } from './contextMenu.js';
import { FindBar } from './findBar.js';
import { HistoryBar } from './historyBar.js';
import { listenToReader } from './input.js';
import { createLayout } from './layout.js';
import { peekSubject } from './links.js';
import { createMarker } from './markText.js';
import { PreviewController } from './previewController.js';
import { createSanitizer, type Sanitizer } from './sanitize.js';
import { SavedPlace } from './savedPlace.js';
import { createSchedule } from './schedule.js';
import { Sliders } from './sliders.js';
import { Peek } from './peek.js';
import { readStrings } from './strings.js';
import { createTypesetter } from './typesetter.js';
import { WideParts } from './wideParts.js';

interface VsCodeApi {
  postMessage(message: FromPreview): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const root = document.querySelector<HTMLElement>('main.postulate');
if (root) start(root, acquireVsCodeApi());

function start(root: HTMLElement, api: VsCodeApi): void {
  const { dataset } = root;
  const place = new SavedPlace(api, dataset['uri'] ?? '');
  const strings = readStrings(dataset['strings']);
  applyFont(root, dataset['font']);
  const zoom = new Zoom(root, place.zoom, (factor) => {
    place.saveZoom(factor);
  });
  zoom.listen(window);
  const post = (message: FromPreview): void => {
    api.postMessage(message);
  };
  const layout = createLayout(window);
  const tools = { typesetter: createTypesetter(document, strings), strings };
  const sanitize = sanitizerFor(dataset, strings.imageBlocked);
  const controller = new PreviewController({
    root,
    layout,
    schedule: createSchedule(window),
    tools: {
      ...tools,
      wide: new WideParts(root, strings.wideFormula),
      sliders: slidersAt(place, post),
    },
    sanitize,
    post,
    waysChanged: (ways) => {
      historyBar.show(ways);
    },
    seen: (line) => {
      place.save(line);
    },
  });
  const findBar = new FindBar({
    document,
    strings,
    post,
    show: (position) => {
      controller.navigation.goTo(position, null);
    },
    firstSeen: () => controller.navigation.firstSeen(),
    mark: createMarker(window, root),
  });
  const historyBar = new HistoryBar(document, strings, waysIn(dataset['ways']), (step) => {
    controller.navigation.goAlong(step);
  });
  const peek = new Peek({
    root,
    // Nothing in it takes the focus: that stays with the link.
    tools,
    sanitize,
    post,
    subjectOf: (anchor) => peekSubject(controller, anchor),
    later: (milliseconds, callback) => {
      const timer = window.setTimeout(callback, milliseconds);
      return () => {
        window.clearTimeout(timer);
      };
    },
  });
  window.addEventListener('scroll', () => {
    peek.moved();
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToPreview(data)) return;
    if (data.kind === 'peeked') peek.show(data.request, data.equation);
    else if (data.kind === 'found') findBar.found(data.search, data.positions);
    else if (data.kind === 'ways') historyBar.showBeyond(data);
    else controller.receive(data);
    if (data.kind === 'patch') peek.patched();
  });
  new ResizeObserver(() => {
    controller.resized();
  }).observe(root);
  listenToReader({ window, root, layout, controller, post });
  listenToMenus({ window, root, layout, controller });
  controller.navigation.showLine(place.line);
  controller.start();
}

function sanitizerFor(dataset: DOMStringMap, blocked: string): Sanitizer {
  return createSanitizer(window, {
    base: dataset['base'] ?? '',
    remoteImages: dataset['remoteImages'] === 'true',
    blocked,
  });
}

function slidersAt(place: SavedPlace, post: (message: FromPreview) => void): Sliders {
  return new Sliders({
    left: new Map(place.sliders),
    moved: (line, value) => {
      place.saveSlider(line, value);
      post({ kind: 'slide', line, value });
    },
  });
}

/** Out of the post, as the client names them. */
function waysIn(text: string | undefined): Ways {
  const ways = (text ?? '').split(' ');
  return { back: ways.includes('back'), forward: ways.includes('forward') };
}

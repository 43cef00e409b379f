// How large and in which font the reader wants the post: VS Code's settings, and a zoom of the panel's own.

/** The settings come as JSON; what is not of their form is left out. */
export function applyFont(root: HTMLElement, settings: string | undefined): void {
  const { fontFamily, fontSize, lineHeight } = readSettings(settings);
  const { style } = root;
  if (typeof fontFamily === 'string') style.setProperty('--postulate-font-family', fontFamily);
  if (isPositive(fontSize)) style.setProperty('--postulate-font-size', `${fontSize}px`);
  if (isPositive(lineHeight)) style.setProperty('--postulate-line-height', String(lineHeight));
}

const smallest = 0.5;
const largest = 3;
/** For one notch of a wheel, which is 100 or 120 pixels. */
const growth = 1.1;
const notch = 100;

/** Turned by the wheel while Ctrl is held. */
export class Zoom {
  readonly #root: HTMLElement;
  readonly #save: (zoom: number) => void;
  #zoom: number;

  constructor(root: HTMLElement, zoom: number, save: (zoom: number) => void) {
    this.#root = root;
    this.#zoom = zoom;
    this.#save = save;
    this.#apply();
  }

  /** A listener that may stop the browser's own zoom slows every scroll: it is there only while Ctrl is held. */
  listen(window: Window): void {
    let listening = false;
    const turned = (event: WheelEvent): void => this.#turned(event);
    const follow = ({ ctrlKey }: KeyboardEvent | PointerEvent): void => {
      if (ctrlKey === listening) return;
      listening = ctrlKey;
      if (ctrlKey) window.addEventListener('wheel', turned, { passive: false });
      else window.removeEventListener('wheel', turned);
    };
    window.addEventListener('keydown', follow);
    window.addEventListener('keyup', follow);
    window.addEventListener('pointermove', follow, { passive: true });
  }

  #turned(event: WheelEvent): void {
    event.preventDefault();
    const pixels =
      event.deltaMode === event.DOM_DELTA_PIXEL ? event.deltaY : notch * Math.sign(event.deltaY);
    const zoom = this.#zoom * growth ** (-pixels / notch);
    this.#zoom = Math.min(Math.max(zoom, smallest), largest);
    this.#apply();
    this.#save(this.#zoom);
  }

  #apply(): void {
    this.#root.style.setProperty('--postulate-zoom', String(this.#zoom));
  }
}

interface FontSettings {
  readonly fontFamily?: unknown;
  readonly fontSize?: unknown;
  readonly lineHeight?: unknown;
}

function readSettings(text: string | undefined): FontSettings {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

// Post, line, zoom and moved sliders of the preview, kept by VS Code while its page is gone: hidden, or until the window is back.

interface StateKeeper {
  getState(): unknown;
  setState(state: unknown): void;
}

export class SavedPlace {
  readonly #keeper: StateKeeper;
  readonly #uri: string;
  #line: number;
  #zoom: number;
  readonly #sliders: Map<string, number>;

  constructor(keeper: StateKeeper, uri: string) {
    this.#keeper = keeper;
    this.#uri = uri;
    this.#line = savedLine(keeper.getState(), uri);
    this.#zoom = savedZoom(keeper.getState());
    this.#sliders = savedSliders(keeper.getState(), uri);
    this.#write();
  }

  get line(): number {
    return this.#line;
  }

  save(line: number): void {
    if (line === this.#line) return;
    this.#line = line;
    this.#write();
  }

  /** 1 is the size that the settings say. */
  get zoom(): number {
    return this.#zoom;
  }

  saveZoom(zoom: number): void {
    this.#zoom = zoom;
    this.#write();
  }

  /** Where sliders were moved, by their lines. */
  get sliders(): ReadonlyMap<string, number> {
    return this.#sliders;
  }

  saveSlider(line: string, value: number): void {
    // The last one moved is the last one forgotten.
    this.#sliders.delete(line);
    this.#sliders.set(line, value);
    const [oldest] = this.#sliders.keys();
    if (this.#sliders.size > MOST_SLIDERS && oldest !== undefined) this.#sliders.delete(oldest);
    this.#write();
  }

  #write(): void {
    this.#keeper.setState({
      uri: this.#uri,
      line: this.#line,
      zoom: this.#zoom,
      sliders: [...this.#sliders],
    });
  }
}

/** A writer tries many ranges. */
const MOST_SLIDERS = 100;

function savedLine(state: unknown, uri: string): number {
  if (!isOf(state, uri) || !('line' in state)) return 0;
  const { line } = state;
  return typeof line === 'number' && Number.isInteger(line) && line > 0 ? line : 0;
}

/** Of every post that the panel shows. */
function savedZoom(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('zoom' in state)) return 1;
  return typeof state.zoom === 'number' && state.zoom > 0 ? state.zoom : 1;
}

function savedSliders(state: unknown, uri: string): Map<string, number> {
  if (!isOf(state, uri) || !('sliders' in state) || !Array.isArray(state.sliders)) return new Map();
  return new Map(state.sliders.filter(isSaved));
}

function isSaved(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number';
}

function isOf(state: unknown, uri: string): state is object {
  return typeof state === 'object' && state !== null && 'uri' in state && state.uri === uri;
}

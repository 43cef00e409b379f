// Post, line and zoom of the preview, kept by VS Code while its page is gone: hidden, or until the window is back.

interface StateKeeper {
  getState(): unknown;
  setState(state: unknown): void;
}

export class SavedPlace {
  readonly #keeper: StateKeeper;
  readonly #uri: string;
  #line: number;
  #zoom: number;

  constructor(keeper: StateKeeper, uri: string) {
    this.#keeper = keeper;
    this.#uri = uri;
    this.#line = savedLine(keeper.getState(), uri);
    this.#zoom = savedZoom(keeper.getState());
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

  #write(): void {
    this.#keeper.setState({ uri: this.#uri, line: this.#line, zoom: this.#zoom });
  }
}

function savedLine(state: unknown, uri: string): number {
  if (typeof state !== 'object' || state === null) return 0;
  if (!('uri' in state) || state.uri !== uri || !('line' in state)) return 0;
  const { line } = state;
  return typeof line === 'number' && Number.isInteger(line) && line > 0 ? line : 0;
}

/** Of every post that the panel shows. */
function savedZoom(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('zoom' in state)) return 1;
  return typeof state.zoom === 'number' && state.zoom > 0 ? state.zoom : 1;
}

// The sliders of worksheets: a reader moves one, the server is told, and values and pictures follow.
import type { ResultSlider } from '../protocol/preview.js';

interface SliderParts {
  /** Tells that a slider was moved. */
  readonly moved: (line: string, value: number) => void;
  /** Where the reader has left sliders, by their lines, before the page was loaded anew. */
  readonly left: ReadonlyMap<string, number>;
}

interface Shown {
  slider: ResultSlider;
  /** Where the reader has moved it, until results with that value have come. */
  awaited: number | null;
}

export class Sliders {
  readonly #parts: SliderParts;
  readonly #shown = new WeakMap<Element, Shown>();
  /** Lines whose sliders need not be put where the reader left them any more. */
  readonly #restored = new Set<string>();

  constructor(parts: SliderParts) {
    this.#parts = parts;
  }

  /** At the end of its line, or as it stands there: what has the focus or is dragged stays in the page. */
  write(line: Element, slider: ResultSlider): void {
    const old = line.querySelector('input.eval-slider');
    const known = old === null ? undefined : this.#shown.get(old);
    if (old !== null && known?.slider.line === slider.line) {
      this.#show(old as HTMLInputElement, known, slider);
    } else {
      old?.remove();
      const input = line.ownerDocument.createElement('input');
      const shown: Shown = { slider, awaited: null };
      this.#shown.set(input, shown);
      input.type = 'range';
      input.className = 'eval-slider';
      input.addEventListener('input', () => {
        this.#move(input, shown);
      });
      line.append(input);
      this.#show(input, shown, slider);
    }
    this.#restore(slider);
  }

  #show(input: HTMLInputElement, shown: Shown, slider: ResultSlider): void {
    shown.slider = slider;
    input.setAttribute('aria-label', slider.name);
    input.min = '0';
    input.max = String(slider.values.length - 1);
    input.step = '1';
    const value = slider.values[slider.at] ?? null;
    // What is still on its way back is older than what the reader sees.
    if (shown.awaited !== null && shown.awaited !== value) return;
    shown.awaited = null;
    input.value = String(slider.at);
    say(input, value);
  }

  #move(input: HTMLInputElement, shown: Shown): void {
    const value = shown.slider.values[Number(input.value)];
    if (value === undefined) return;
    shown.awaited = value;
    say(input, value);
    this.#restored.add(shown.slider.line);
    this.#parts.moved(shown.slider.line, value);
  }

  #restore({ line, values, at }: ResultSlider): void {
    if (this.#restored.has(line)) return;
    this.#restored.add(line);
    const value = this.#parts.left.get(line);
    if (value === undefined || !values.includes(value) || values[at] === value) return;
    this.#parts.moved(line, value);
  }
}

/** The value for those who hear it: its place among the others says nothing. */
function say(input: HTMLInputElement, value: number | null): void {
  input.setAttribute('aria-valuetext', value === null ? '' : String(Number(value.toPrecision(6))));
}

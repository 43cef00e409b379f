// Back and forward along the links that were followed: two buttons, two keys, two buttons of the mouse.
import type { Step, Ways } from '../protocol/trail.js';
import type { PreviewStrings } from './strings.js';

export class HistoryBar {
  readonly #element: HTMLElement;
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  #within: Ways = { back: false, forward: false };
  #beyond: Ways;

  /** `beyond` are the ways that lead out of the post. */
  constructor(document: Document, strings: PreviewStrings, beyond: Ways, go: (step: Step) => void) {
    this.#beyond = beyond;
    this.#element = document.createElement('nav');
    this.#element.className = 'history';
    this.#element.hidden = true;
    this.#element.setAttribute('aria-label', strings.history);
    this.#back = button(document, '←', strings.goBack, () => {
      go(-1);
    });
    this.#forward = button(document, '→', strings.goForward, () => {
      go(1);
    });
    this.#element.append(this.#back, this.#forward);
    document.body.append(this.#element);
    this.#update();
    this.#listen(document, go);
  }

  /** The ways along the places of the post. */
  show(within: Ways): void {
    this.#within = within;
    this.#update();
  }

  showBeyond(beyond: Ways): void {
    this.#beyond = beyond;
    this.#update();
  }

  /** There is no bar before the first link is followed. */
  #update(): void {
    this.#back.disabled = !this.#within.back && !this.#beyond.back;
    this.#forward.disabled = !this.#within.forward && !this.#beyond.forward;
    this.#element.hidden = this.#back.disabled && this.#forward.disabled;
  }

  /** Where there is no way, key and button are VS Code's. */
  #listen(document: Document, go: (step: Step) => void): void {
    const take = (event: Event, step: Step | null): boolean => {
      if (step === null || (step < 0 ? this.#back : this.#forward).disabled) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    document.addEventListener('keydown', (event) => {
      const step = stepOfKey(event);
      if (step !== null && take(event, step)) go(step);
    });
    document.addEventListener('mouseup', (event) => {
      const step = stepOfButton(event);
      if (step !== null && take(event, step)) go(step);
    });
    // The browser would leave the page.
    document.addEventListener('mousedown', (event) => {
      take(event, stepOfButton(event));
    });
  }
}

function stepOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Step | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  if (key === 'ArrowLeft') return -1;
  return key === 'ArrowRight' ? 1 : null;
}

/** The fourth and fifth button of a mouse are for this. */
function stepOfButton({ button }: MouseEvent): Step | null {
  if (button === 3) return -1;
  return button === 4 ? 1 : null;
}

function button(
  document: Document,
  text: string,
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', onClick);
  return element;
}

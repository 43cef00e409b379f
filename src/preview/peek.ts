// Shows the equation that a reference or link names, while the reader looks at it; by pointer or keyboard.
import type { FromPreview, PeekedEquation, PeekSubject } from '../protocol/preview.js';
import { BlockView, type BlockTools } from './blockView.js';
import { placeBeside } from './placeBeside.js';
import type { Sanitizer } from './sanitize.js';

interface PeekParts {
  readonly root: HTMLElement;
  readonly tools: BlockTools;
  readonly sanitize: Sanitizer;
  readonly post: (message: FromPreview) => void;
  /** What a link names, in the state of the post that is shown; `null` for links that name no equation. */
  readonly subjectOf: (anchor: HTMLElement) => PeekSubject | null;
  /** Calls back after so many milliseconds; answers with a function that prevents it. */
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}

/** Until a pointer that rests is taken for a reader who looks. */
const openDelay = 300;
/** Time to move the pointer from the link into what it shows. */
const closeDelay = 250;

const id = 'postulate-peek';

export class Peek {
  readonly #parts: PeekParts;
  readonly #element: HTMLElement;
  #anchor: HTMLElement | null = null;
  #request = 0;
  #cancel: () => void = () => undefined;

  constructor(parts: PeekParts) {
    this.#parts = parts;
    const document = parts.root.ownerDocument;
    this.#element = document.createElement('div');
    this.#element.className = 'peek';
    this.#element.id = id;
    this.#element.setAttribute('role', 'tooltip');
    this.#element.hidden = true;
    // Inside the post it has the reader's font and zoom.
    parts.root.append(this.#element);
    this.#listenToPointer();
    this.#listenToKeys();
  }

  /** The answer to a request; one to an older request is none any more. */
  show(request: number, equation: PeekedEquation | null): void {
    const anchor = this.#anchor;
    if (request !== this.#request || !anchor?.isConnected) return;
    if (!equation) return this.#hide();
    const view = this.#fill(equation);
    this.#element.hidden = false;
    anchor.setAttribute('aria-describedby', id);
    placeBeside(this.#element, anchor);
    const number = view.row(equation.row)?.number;
    number?.classList.add('named');
    if (number) scrollTo(this.#element, number);
  }

  /** The page has scrolled: what it shows stays beside its link, as long as that is seen. */
  moved(): void {
    const anchor = this.#anchor;
    if (!anchor || this.#element.hidden) return;
    const { top, bottom } = anchor.getBoundingClientRect();
    const { clientHeight } = anchor.ownerDocument.documentElement;
    if (bottom < 0 || top > clientHeight) this.close();
    else placeBeside(this.#element, anchor);
  }

  /** A patch came: the link may name another equation now, or be gone; or there are just more blocks. */
  patched(): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    const subject = anchor.isConnected && this.#parts.subjectOf(anchor);
    if (subject) this.#ask(subject);
    else this.close();
  }

  /** The link was left or followed. */
  close(): void {
    this.#cancel();
    this.#request++;
    this.#hide();
    this.#anchor = null;
  }

  #hide(): void {
    this.#anchor?.removeAttribute('aria-describedby');
    this.#element.hidden = true;
    this.#element.replaceChildren();
  }

  #fill({ html, texts, post }: PeekedEquation): BlockView {
    const document = this.#element.ownerDocument;
    const block = document.createElement('div');
    block.className = 'block';
    block.append(this.#parts.sanitize(html));
    const view = new BlockView(block, this.#parts.tools);
    view.write(texts);
    view.typeset(() => false);
    // It is looked at, not used: its links would lead away from what the reader reads.
    for (const link of block.querySelectorAll('a')) link.removeAttribute('href');
    this.#element.replaceChildren(block);
    if (post !== null) {
      const name = document.createElement('div');
      name.className = 'peek-post';
      name.textContent = post;
      this.#element.prepend(name);
    }
    return view;
  }

  #listenToPointer(): void {
    const { root } = this.#parts;
    root.addEventListener('pointerover', (event) => {
      const anchor = linkOf(event);
      if (!anchor || event.pointerType === 'touch') return;
      if (anchor === this.#anchor) this.#cancel();
      else this.#wait(openDelay, () => this.#open(anchor));
    });
    root.addEventListener('pointerout', (event) => {
      if (linkOf(event)) this.#leave();
    });
    this.#element.addEventListener('pointerenter', () => {
      this.#cancel();
    });
    this.#element.addEventListener('pointerleave', () => {
      this.#leave();
    });
  }

  #listenToKeys(): void {
    const { root } = this.#parts;
    root.addEventListener('focusin', (event) => {
      const anchor = linkOf(event);
      // A click puts the focus there too, and follows the link.
      if (anchor?.matches(':focus-visible')) this.#open(anchor);
    });
    root.addEventListener('focusout', (event) => {
      if (linkOf(event) === this.#anchor) this.close();
    });
    root.addEventListener('click', () => {
      this.close();
    });
    root.ownerDocument.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.#element.hidden) return;
        event.preventDefault();
        event.stopPropagation();
        this.close();
      },
      { capture: true },
    );
  }

  #open(anchor: HTMLElement): void {
    const subject = this.#parts.subjectOf(anchor);
    this.close();
    if (!subject) return;
    this.#anchor = anchor;
    this.#ask(subject);
  }

  #ask(subject: PeekSubject): void {
    this.#parts.post({ kind: 'peek', request: ++this.#request, subject });
  }

  #leave(): void {
    this.#wait(closeDelay, () => {
      this.close();
    });
  }

  /** One thing at a time is waited for. */
  #wait(milliseconds: number, then: () => void): void {
    this.#cancel();
    this.#cancel = this.#parts.later(milliseconds, then);
  }
}

function linkOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('a[href]') : null;
}

/** What is too tall to be seen as a whole shows the row that is named. */
function scrollTo(element: HTMLElement, target: HTMLElement): void {
  const { top, height } = element.getBoundingClientRect();
  element.scrollTop += target.getBoundingClientRect().top - top - height / 2;
}

// A formula that cannot be shown: its TeX, small, with the reason.

export function createMathError(document: Document, source: string, reason: string): HTMLElement {
  const error = document.createElement('span');
  error.className = 'math-error';
  const code = document.createElement('code');
  code.textContent = source;
  const text = document.createElement('span');
  text.className = 'math-error-reason';
  text.textContent = reason;
  error.append(code, ' ', text);
  return error;
}

/** A display that the site refuses shows the reason in place of its formula. */
export function writeFault(display: Element, source: string, fault: string | null): void {
  const shown = display.querySelector(':scope > .math-error');
  display.classList.toggle('at-fault', fault !== null);
  if (fault === null) return shown?.remove();
  const error = createMathError(display.ownerDocument, source, fault);
  if (shown?.textContent === error.textContent) return;
  shown?.remove();
  display.append(error);
}

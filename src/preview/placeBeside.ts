// Puts a fixed element below what it belongs to, or above where there is more room.

const gap = 4;
/** Kept free at the edges of the viewport. */
const margin = 8;

export function placeBeside(element: HTMLElement, anchor: Element): void {
  const document = element.ownerDocument.documentElement;
  const { clientWidth, clientHeight } = document;
  const beside = anchor.getBoundingClientRect();
  const below = clientHeight - beside.bottom - gap - margin;
  const above = beside.top - gap - margin;
  element.style.maxHeight = '';
  const wanted = element.getBoundingClientRect();
  const isBelow = wanted.height <= below || below >= above;
  element.style.maxHeight = `${Math.max(0, isBelow ? below : above)}px`;
  const { width, height } = element.getBoundingClientRect();
  const top = isBelow ? beside.bottom + gap : beside.top - gap - height;
  const left = Math.min(beside.left, clientWidth - width - margin);
  element.style.top = `${top}px`;
  element.style.left = `${Math.max(margin, left)}px`;
}

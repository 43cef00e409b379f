// The numbers of a display's rows: each stands at the height of its row, and its MathML says it.

/** The text of a number in the MathML of its formula, which is what screen readers read. */
const spokenNumbers = new WeakMap<Element, Element>();

export function writeNumber(number: Element, text: string): void {
  if (number.textContent !== text) number.textContent = text;
  const spoken = spokenNumbers.get(number);
  if (spoken && spoken.textContent !== text) spoken.textContent = text;
}

/** Moves each number of a typeset display to the place that KaTeX leaves for it. */
export function placeNumbers(formula: Element): void {
  const numbers = formula.parentElement?.querySelector(':scope > .eq-numbers');
  if (!numbers) return;
  const slots = [...formula.querySelectorAll('.katex-tag .eqn-num')];
  const own = [...numbers.children];
  // Where KaTeX counts other rows than the site, the numbers stay beside the formula.
  if (slots.length !== own.length) return;
  slots.forEach((slot, at) => {
    slot.replaceWith(own[at] ?? '');
  });
  numbers.remove();
  speakNumbers(formula, own);
}

function speakNumbers(formula: Element, numbers: readonly Element[]): void {
  const cells = [...formula.querySelectorAll('.mml-eqn-num')];
  if (cells.length !== numbers.length) return;
  cells.forEach((cell, at) => {
    const text = cell.ownerDocument.createElementNS(cell.namespaceURI, 'mtext');
    text.textContent = numbers[at]?.textContent ?? '';
    cell.replaceChildren(text);
    if (numbers[at]) spokenNumbers.set(numbers[at], text);
  });
}

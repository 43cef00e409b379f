// Formulas that the site's Markdown changes: marked, and what it takes apart named below its block.
import type { FormulaDamage } from '../protocol/preview.js';

export function writeDamage(block: Element, damage: readonly FormulaDamage[]): void {
  for (const old of block.querySelectorAll('.engine-damage-note')) old.remove();
  for (const old of block.querySelectorAll<HTMLElement>('.engine-damage')) {
    old.classList.remove('engine-damage');
    old.removeAttribute('title');
  }
  for (const { formula, text } of damage) {
    const marked = formula === null ? null : formulaIn(block, formula);
    if (marked) {
      marked.classList.add('engine-damage');
      marked.title = marked.title === '' ? text : `${marked.title}\n${text}`;
    } else {
      block.append(note(block.ownerDocument, text));
    }
  }
}

function formulaIn(block: Element, index: number): HTMLElement | null {
  const formula = block.querySelector<HTMLElement>(`.formula[data-formula="${index}"]`);
  return formula?.closest<HTMLElement>('.display') ?? formula;
}

function note(document: Document, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'engine-damage-note';
  element.setAttribute('role', 'note');
  element.textContent = text;
  return element;
}

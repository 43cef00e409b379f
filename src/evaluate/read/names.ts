// How a symbol on the page becomes a name: letter, font, accent and marks spelled in one canonical way.
import { wordTable } from '../../core/text/wordTable.js';
import type { Item } from './items.js';
import { itemsOf, nucleus } from './items.js';
import type { Name } from '../syntax.js';

/** Fonts that make a name of its own; bold is the same symbol unless both are bound. */
const FONT_PREFIXES: Readonly<Record<string, string>> = {
  roman: '\\mathrm',
  blackboard: '\\mathbb',
  calligraphic: '\\mathcal',
  fraktur: '\\mathfrak',
  sans: '\\mathsf',
  typewriter: '\\mathtt',
};

/** The name that an item without scripts is, or `null`. */
export function nameOfNucleus(item: Item): Name | null {
  switch (item.kind) {
    case 'symbol': {
      if (item.role !== 'letter') return null;
      const prefix = item.font === null ? undefined : FONT_PREFIXES[item.font];
      if (prefix !== undefined) return same(`${prefix}{${item.text}}`);
      return { key: item.font === 'bold' ? `\\mathbf{${item.text}}` : item.text, plain: item.text };
    }
    case 'text':
      return item.upright ? word(item.text) : null;
    case 'operator':
      return word(item.name);
    case 'accent': {
      const inner = itemsOf(item.body);
      const [only] = inner;
      const base = inner.length === 1 && only !== undefined ? nameOfNucleus(only) : null;
      return base === null ? null : decorate(base, (text) => `${accentOf(item.accent)}{${text}}`);
    }
    default:
      return null;
  }
}

/** What bars around a matrix stand for; no post can bind this name. */
export const DETERMINANT = same('determinant');

/** What `\binom` stands for; no post can bind this name. */
export const BINOMIAL = same('binomial');

/** d and one symbol, which end an integral. */
export function isDifferential(first: Item | undefined, second: Item | undefined): boolean {
  if (first?.kind !== 'symbol' || first.text !== 'd' || second?.kind === 'scripts') return false;
  return second !== undefined && nameOfNucleus(nucleus(second)) !== null;
}

/** A name of several upright letters, however it is set. */
export function word(text: string): Name {
  return same(`\\text{${text}}`);
}

export function same(key: string): Name {
  return { key, plain: key };
}

export function decorate(name: Name, mark: (text: string) => string): Name {
  return { key: mark(name.key), plain: mark(name.plain) };
}

/** The canonical spelling of what stands in a script, boldness dropped. */
export function spell(items: readonly Item[]): string {
  return items.map(spellItem).join('');
}

/** How a name is shown in messages. */
export function showName(name: Name): string {
  return name.key
    .replace(/\\text\{([a-zA-Z]+)\}/g, '$1')
    .replace(/\^\{((?:\\prime ?)+)\}/g, (_, marks: string) =>
      "'".repeat(marks.split('\\prime').length - 1),
    );
}

const WIDE_ACCENTS = wordTable<string>({
  '\\widehat': '\\hat',
  '\\widetilde': '\\tilde',
  '\\overline': '\\bar',
});

function accentOf(label: string): string {
  return WIDE_ACCENTS[label] ?? label;
}

function spellItem(item: Item): string {
  const inner = nucleus(item);
  return spellNucleus(inner) + spellScripts(item);
}

function spellNucleus(item: Item): string {
  const name = nameOfNucleus(item);
  if (name !== null) return spaced(name.plain);
  switch (item.kind) {
    case 'symbol':
      return spaced(item.text);
    case 'number':
    case 'text':
      return item.kind === 'number' ? item.text : `\\text{${item.text}}`;
    case 'fence':
      return `${item.left}${spell(itemsOf(item.body))}${item.right}`;
    case 'fraction':
      return `\\${item.bar ? 'frac' : 'binom'}{${spell(itemsOf(item.numerator))}}{${spell(itemsOf(item.denominator))}}`;
    default:
      return `\\${item.kind}{${item.span.start}}`;
  }
}

function spellScripts(item: Item): string {
  if (item.kind !== 'scripts') return '';
  const sub = item.subscript === null ? '' : `_{${spell(itemsOf(item.subscript))}}`;
  const sup = item.superscript === null ? '' : `^{${spell(itemsOf(item.superscript))}}`;
  return spellScripts(item.base) + sup + sub;
}

/** A command needs an end: `\gamma x` is not `\gammax`. */
export function spaced(text: string): string {
  return /^\\[a-zA-Z]+$/.test(text) ? `${text} ` : text;
}

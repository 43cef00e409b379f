// What a site's Markdown engine leaves of a piece of TeX for the math engine, mapped to the source.
import { composeMapped, MappedBuilder, type MappedText } from '../text/mapped.js';
import { engines } from './engines.js';
import { entityAt } from './entities.js';
import type { Site } from './site.js';

/**
 * `protected`: the engine itself knows the formula, as kramdown knows `$$…$$`.
 * `text`: to the engine it is text like any other.
 */
export type DecodeContext = 'protected' | 'text';

/** Escapes and character references undone, as far as the engine does so. */
export function decode(text: MappedText, site: Site, context: DecodeContext): MappedText {
  const { escapes } = engines[site.markdown];
  const source = text.text;
  if (context === 'protected' || escapes === '' || !/[\\&]/.test(source)) return text;
  const builder = new MappedBuilder();
  const marks = /[\\&]/g;
  let from = 0;
  for (let match = marks.exec(source); match !== null; match = marks.exec(source)) {
    const at = match.index;
    const entity = match[0] === '&' ? entityAt(source, at) : null;
    const drops = match[0] === '\\' && isDropped(source.charAt(at + 1), escapes);
    if (entity !== null || drops) {
      builder.append(source.slice(from, at), from);
      if (entity !== null) builder.append(entity.text, at);
      from = entity?.end ?? at + 1;
    }
    marks.lastIndex = match[0] === '\\' ? at + 2 : Math.max(from, at + 1);
  }
  builder.append(source.slice(from), from);
  return composeMapped(builder.build(0), text);
}

/** A backslash at a line's end is a hard break: the line ends, the backslash goes. */
export function isDropped(next: string, escapes: string): boolean {
  return next === '\n' || (next !== '' && escapes.includes(next));
}

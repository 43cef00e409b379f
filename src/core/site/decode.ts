// What a site's Markdown engine leaves of a piece of TeX for the math engine, mapped to the source.
import { composeMapped, MappedBuilder, type MappedText } from '../text/mapped.js';
import type { EngineRules } from './engine.js';
import { engineOf } from './engines.js';
import { entityAt } from './entities.js';
import type { Site } from './site.js';

/**
 * `protected`: the engine itself knows the formula, as kramdown knows `$$…$$`.
 * `text`: to the engine it is text like any other.
 */
export type DecodeContext = 'protected' | 'text';

/** Escapes and character references undone, as far as the engine does so. */
export function decode(text: MappedText, site: Site, context: DecodeContext): MappedText {
  const rules = engineOf(site);
  return context === 'protected' || rules.escapes === '' ? text : decodeBy(text, rules);
}

/** Character references alone undone. */
export function decodeEntities(text: MappedText): MappedText {
  return decodeBy(text, null);
}

function decodeBy(text: MappedText, rules: EngineRules | null): MappedText {
  const source = text.text;
  if (!/[\\&]/.test(source)) return text;
  const builder = new MappedBuilder();
  const marks = /[\\&]/g;
  let from = 0;
  for (let match = marks.exec(source); match !== null; match = marks.exec(source)) {
    const at = match.index;
    const entity = match[0] === '&' ? entityAt(source, at) : null;
    const isEscape = rules !== null && match[0] === '\\';
    const drops = isEscape && isDropped(source, at, rules);
    if (entity !== null || drops) {
      builder.append(source.slice(from, at), from);
      if (entity !== null) builder.append(entity.text, at);
      from = entity?.end ?? at + 1;
    }
    marks.lastIndex = isEscape ? at + 2 : Math.max(from, at + 1);
  }
  builder.append(source.slice(from), from);
  return composeMapped(builder.build(0), text);
}

/** Whether the backslash at `at` goes; at a line's end it may be a hard break. */
export function isDropped(text: string, at: number, rules: EngineRules): boolean {
  const next = text.charAt(at + 1);
  if (next !== '\n') return next !== '' && rules.escapes.includes(next);
  const { breaksAtBackslash: breaks } = rules;
  return breaks === 'lone' ? text.charAt(at - 1) !== '\\' : breaks !== 'never';
}

// What a site's Markdown engine leaves of a piece of TeX for the math engine, mapped to the source.
import { MappedBuilder, type MappedText, toSource } from '../text/mapped.js';
import { engines } from './engines.js';
import type { Site } from './site.js';

/**
 * `protected`: the engine itself knows the formula, as kramdown knows `$$…$$`.
 * `text`: to the engine it is text like any other.
 */
export type DecodeContext = 'protected' | 'text';

export function decode(text: MappedText, site: Site, context: DecodeContext): MappedText {
  const { escapes } = engines[site.markdown];
  if (context === 'protected' || escapes === '' || !text.text.includes('\\')) return text;
  const builder = new MappedBuilder();
  const source = text.text;
  let from = 0;
  for (let at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', at)) {
    if (at + 1 < source.length && isDropped(source.charAt(at + 1), escapes)) {
      appendSlice(builder, text, from, at);
      from = at + 1;
    }
    at += 2;
  }
  appendSlice(builder, text, from, source.length);
  return builder.build(toSource(text, 0));
}

/** A backslash at a line's end is a hard break: the line ends, the backslash goes. */
export function isDropped(next: string, escapes: string): boolean {
  return next === '\n' || escapes.includes(next);
}

/** Appends part of a mapped text, cut where its pieces end. */
function appendSlice(builder: MappedBuilder, text: MappedText, start: number, end: number): void {
  text.pieces.forEach((piece, index) => {
    const from = Math.max(start, piece.at);
    const to = Math.min(end, text.pieces[index + 1]?.at ?? text.text.length);
    if (from < to) builder.append(text.text.slice(from, to), piece.source + (from - piece.at));
  });
}

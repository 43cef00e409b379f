// Displays that arithmatex knows as blocks: all lines up to the next blank one, or up to what Python-Markdown
// takes out of them first, a heading before a thematic break before a quote.
import type { Protection } from '../../site/engine.js';
import type { ContainerLines } from '../containerLines.js';

/** The line behind the display that begins at `start`; `-1` if none does. */
export function chunkEnd(lines: ContainerLines, start: number, protection: Protection): number {
  const text = lines.text(start, false) ?? '';
  const inside = isInItem(lines) ? text.trimStart() : text;
  if (!inside.startsWith(protection.open)) return -1;
  const form = forms[protection.open];
  if (form === undefined) return -1;
  const rest = restOf(lines, start);
  const chunk = [inside, ...rest.map(({ text: line }) => line)];
  const count = endsOf(lines, start, rest).find((end) => form.test(chunk.slice(0, end).join('\n')));
  return count === undefined ? -1 : start + count;
}

/** An item of a list is indented by four columns to the engine, and so may be by more than to us. */
function isInItem({ container }: ContainerLines): boolean {
  return container % 0x10000 > 0;
}

const forms: Readonly<Record<string, RegExp>> = {
  $$: /^\$\$(?:\\[^]|[^\\])+\$\$ *$/,
  '\\[': /^\\\[(?:\\[^\]]|[^\\])+\\\] *$/,
  '\\begin': /^\\begin\{([a-z]+\*?)\}(?:\\[^]|[^\\])+\\end\{\1\} *$/,
};

interface Line {
  readonly text: string;
  /** With the indentation that it has in the post, or in its quote. */
  readonly source: string;
}

/** The lines behind the first one up to what ends all text. */
function restOf(lines: ContainerLines, start: number): readonly Line[] {
  const rest: Line[] = [];
  while (rest.length < mostLines) {
    const line = start + 1 + rest.length;
    const text = lines.text(line, false);
    if (text === null) break;
    const source = isInItem(lines) ? lines.source(line).replace(/^(?: {0,3}> ?)+/, '') : text;
    if (
      endsText.test(lines.source(line)) ||
      source.trim() === '' ||
      (isInItem(lines) && splitsItem.test(source))
    )
      break;
    rest.push({ text, source });
  }
  return rest;
}

/** No display has more; any number of them without an end must not cost more. */
const mostLines = 1000;

/** A blank line, a fence, HTML that is a block of its own, or a note. */
const endsText =
  /^\s*$|^(?:`{3,}|~{3,}) *(?:\{[^}]*\}|\.?[\w#.+-]* *(?:hl_lines=.*)?)\s*$|^ {0,3}(?:<!--|<\/?(?:div|p|table|pre|ul|ol)\b|\[\^[^\] ]+\]:)/;

const heading = /^#/;
const thematicBreak = /^ {0,3}(?:(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,})\s*$/;
const quote = /^ {0,3}>/;
const splitsItem = new RegExp(
  `${heading.source}|${thematicBreak.source}|^ {0,3}(?:[-*+]|\\d+\\.) `,
);

/** After how many lines the display may end, the whole first. */
function endsOf(lines: ContainerLines, start: number, rest: readonly Line[]): readonly number[] {
  let end = rest.length;
  const ends = [end + 1];
  const isTitle = /^(?:=+|-+) *\r?\n?$/.test(rest[0]?.text ?? '');
  for (const form of [heading, ...(isTitle ? [] : [thematicBreak]), quote]) {
    const at = rest.slice(0, end).findIndex(({ source }) => form.test(source));
    if (at < 0) continue;
    end = at;
    ends.push(end + 1);
  }
  return isTitle ? ends.filter((lineCount) => lineCount > 2) : ends;
}

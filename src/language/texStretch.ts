// Stretches of TeX as text: how far a term or a group goes, for fixes that put parentheses around it.

const OPEN = '([{';
const CLOSE = ')]}';

export function isBalanced(tex: string): boolean {
  return stretch(tex, () => false) === tex && depthAtEnd(tex) === 0;
}

/** Up to the next sign, relation, comma or closing bracket that stands in no bracket. */
export function termAt(tex: string): string {
  return stretch(tex, (at) => TERM_END.test(tex.slice(at))).trimEnd();
}

const TERM_END =
  /^(?:[-+=<>,;&$%]|\\\\|\\(?:le|ge|leq|geq|ne|approx|in|qquad|quad|right|end)(?![a-zA-Z])|<!--)/;

/** The brackets that the text begins with, and what is in them; `''` where it begins with none. */
export function groupAt(tex: string): string {
  if (!'(['.includes(tex[0] ?? ' ')) return '';
  const inside = stretch(tex.slice(1), () => false);
  const close = tex[inside.length + 1] ?? '';
  return CLOSE.indexOf(close) === OPEN.indexOf(tex[0] ?? '') && close !== ''
    ? tex.slice(0, inside.length + 2)
    : '';
}

/** The last bracket that is open at the end of the text. */
export function openBracket(tex: string): string {
  const open: string[] = [];
  for (const character of tex) {
    if (OPEN.includes(character)) open.push(character);
    else if (CLOSE.includes(character)) open.pop();
  }
  return open.at(-1) ?? '';
}

/** Where what stands in no bracket ends: `\{` and `\}` are brackets like others. */
function stretch(tex: string, isEnd: (at: number) => boolean): string {
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    const character = tex[at] ?? '';
    if (depth === 0 && isEnd(at)) return tex.slice(0, at);
    if (OPEN.includes(character)) depth++;
    if (CLOSE.includes(character)) depth--;
    if (depth < 0) return tex.slice(0, at);
  }
  return tex;
}

function depthAtEnd(tex: string): number {
  return [...tex].reduce(
    (depth, one) => depth + Number(OPEN.includes(one)) - Number(CLOSE.includes(one)),
    0,
  );
}

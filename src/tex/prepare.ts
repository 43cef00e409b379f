// Makes TeX ready for KaTeX without moving a character: labels, references and tags become blanks.

/** Deepest nesting of braces, fences and arguments that is read. */
export const MAXIMUM_NESTING = 200;
/** Longest formula that is read, in UTF-16 units. */
export const MAXIMUM_LENGTH = 200_000;

/** Of the same length; what only numbers or names equations is blank. */
export function prepareTex(tex: string): string {
  if (!tex.includes('\\')) return tex;
  return tex
    .replace(/\\(?:label|eqref|ref|tag\*?)\s*\{[^{}]*\}/g, blank)
    .replace(/\\(?:nonumber|notag)(?![a-zA-Z])/g, blank)
    .replace(/\\(begin|end)\{(eqnarray|multline)(\*?)\}/g, renameEnvironment);
}

/** The offset of the first brace that lies deeper than the limit, or -1. */
export function tooDeepAt(tex: string): number {
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    const code = tex.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x7b && ++depth > MAXIMUM_NESTING) return at;
    else if (code === 0x7d && depth > 0) depth--;
  }
  return -1;
}

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}

/** KaTeX lacks these two; the structure of the rows is the same. */
function renameEnvironment(whole: string, verb: string, name: string, star: string): string {
  const known = name === 'eqnarray' ? 'align' : 'gather';
  return `\\${verb}{${known}${star}}`.padEnd(whole.length);
}

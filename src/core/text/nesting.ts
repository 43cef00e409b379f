// How deep data nests: parsers of data go into it by recursion, and end the process where it is too deep.

/** No data that a post or a configuration needs nests deeper. */
export const maxNesting = 100;

/** Of YAML, JSON or TOML; judged by brackets and by what lines begin with, whatever stands in strings. */
export function nestsTooDeep(source: string): boolean {
  let brackets = 0;
  let isLineStart = true;
  let indentation = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\n') {
      isLineStart = true;
      indentation = 0;
    } else if (isLineStart) {
      // Each `- ` or `? ` opens a level, and so may each column of white space.
      isLineStart = ' \t-?:'.includes(character);
      if (isLineStart) indentation++;
    }
    if (character === '[' || character === '{') brackets++;
    else if ((character === ']' || character === '}') && brackets > 0) brackets--;
    if (brackets > maxNesting || indentation > 2 * maxNesting) return true;
  }
  return false;
}

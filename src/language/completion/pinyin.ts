// Chinese titles found by what their characters sound like: initials, whole syllables, or both mixed.
import { dict } from 'pinyin-match/src/simplified_dict.js';

/** Longer input is no abbreviation. */
const longestTyped = 30;

/** How a text holds what was typed; `null` where it does not. */
export type TypedMatch = 'start' | 'inside';

/** Both in the form that `looseTitle` gives. Characters stand for themselves too: `sc模型` finds 生成模型. */
export function matchTyped(text: string, typed: string): TypedMatch | null {
  if (typed.length > longestTyped) return text.includes(typed) ? 'inside' : null;
  const sounds = readings();
  const whole = 1 << typed.length;
  // Bit n of a state says that n characters of what was typed may have been read so far.
  let fromStart = 1;
  let fromAnywhere = 1;
  let found: TypedMatch | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const syllables = sounds.get(character);
    fromStart = fromStart === 0 ? 0 : step(fromStart, character, syllables, typed);
    fromAnywhere = step(fromAnywhere, character, syllables, typed) | 1;
    if (fromStart & whole) return 'start';
    if (fromAnywhere & whole) found = 'inside';
    if (found !== null && fromStart === 0) return found;
  }
  return found;
}

/** What may have been read once one more character of the text was taken. */
function step(
  state: number,
  character: string,
  syllables: readonly string[] | undefined,
  typed: string,
): number {
  let next = 0;
  for (let read = 0; read < typed.length; read++) {
    if ((state & (1 << read)) === 0) continue;
    if (typed.charAt(read) === character) next |= 1 << (read + 1);
    for (const syllable of syllables ?? []) {
      for (let length = 1; length <= syllable.length; length++) {
        if (typed.charAt(read + length - 1) !== syllable.charAt(length - 1)) break;
        next |= 1 << (read + length);
      }
    }
  }
  return next;
}

let table: ReadonlyMap<string, readonly string[]> | null = null;

/** Many characters have several: 重 is chóng and zhòng. */
function readings(): ReadonlyMap<string, readonly string[]> {
  if (table) return table;
  const made = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(dict)) {
    for (const character of characters) {
      const known = made.get(character);
      if (known) known.push(syllable);
      else made.set(character, [syllable]);
    }
  }
  return (table = made);
}

// Chinese titles found by what their characters sound like: initials, whole syllables, or both mixed.
import { dict } from 'pinyin-match/src/simplified_dict.js';

/** Longer input is no abbreviation. */
const longestTyped = 30;

/** How a text holds what was typed; `null` where it does not. */
export type TypedMatch = 'start' | 'inside';

/**
 * What was typed, to be looked for in many texts; both in the form that `looseTitle` gives. Characters stand for
 * themselves too: `sc模型` finds 生成模型.
 */
export function matcherOf(typed: string): (text: string) => TypedMatch | null {
  if (typed.length > longestTyped) return (text) => (text.includes(typed) ? 'inside' : null);
  const whole = 1 << typed.length;
  const known = new Map<number, readonly Step[]>();
  const stepsOf = (code: number): readonly Step[] => {
    let steps = known.get(code);
    if (steps === undefined) known.set(code, (steps = stepsFor(String.fromCharCode(code), typed)));
    return steps;
  };
  return (text) => {
    // Bit n of a state says that n characters of what was typed may have been read so far.
    let fromStart = 1;
    let fromAnywhere = 1;
    let found: TypedMatch | null = null;
    for (let at = 0; at < text.length; at++) {
      const steps = stepsOf(text.charCodeAt(at));
      fromStart = advance(fromStart, steps);
      fromAnywhere = advance(fromAnywhere, steps) | 1;
      if (fromStart & whole) return 'start';
      if (fromAnywhere & whole) found = 'inside';
      if (found !== null && fromStart === 0) return found;
    }
    return found;
  };
}

/** Where `from` has been read, `to` may have been read with one more character of the text: one bit, and bits. */
interface Step {
  readonly from: number;
  readonly to: number;
}

function advance(state: number, steps: readonly Step[]): number {
  // Most characters of most titles.
  if (steps.length === 0 || state === 0) return 0;
  let next = 0;
  for (const { from, to } of steps) if (state & from) next |= to;
  return next;
}

function stepsFor(character: string, typed: string): readonly Step[] {
  const syllables = readings().get(character) ?? [];
  return Array.from({ length: typed.length }, (_, read): Step => {
    let to = typed.charAt(read) === character ? 1 << (read + 1) : 0;
    for (const syllable of syllables) {
      for (let length = 1; length <= syllable.length; length++) {
        if (typed.charAt(read + length - 1) !== syllable.charAt(length - 1)) break;
        to |= 1 << (read + length);
      }
    }
    return { from: 1 << read, to };
  }).filter(({ to }) => to !== 0);
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

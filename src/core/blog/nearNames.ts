// Finding titles that nearly match without looking at all of them: two texts that differ in one half have the
// other in common.

/** How many letters longer or shorter the other may be. */
const farthest = 3;

/** The halves of a text, by which it is found. */
export function halvesOf(text: string): readonly string[] {
  const middle = Math.floor(text.length / 2);
  return [`${text.slice(0, middle)}…`, `…${text.slice(middle)}`];
}

/** The halves that a near text may have. */
export function nearHalves(text: string): ReadonlySet<string> {
  const halves = new Set<string>();
  for (let length = text.length - farthest; length <= text.length + farthest; length++) {
    const middle = Math.floor(length / 2);
    const rest = length - middle;
    if (middle > 0 && middle <= text.length) halves.add(`${text.slice(0, middle)}…`);
    if (rest > 0 && rest <= text.length) halves.add(`…${text.slice(-rest)}`);
  }
  return halves;
}

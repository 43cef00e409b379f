// The letters of formulas: two statements can only have to do with one another where they share one.
import type { TexMacros } from '../../tex/tree.js';
import type { Name } from '../syntax.js';

const LETTERS = /\\[a-zA-Z]+|\p{L}/gu;

/** Commands that dress a letter or join formulas; none of them names anything. */
const STYLE = new Set(
  String.raw`\boldsymbol \mathbf \mathrm \mathbb \mathcal \mathsf \mathfrak \mathit \operatorname \text \hat \bar \tilde \vec \in \le \ge \leq \geq \ne \neq \left \right \frac \begin \end \sim`.split(
    ' ',
  ),
);

/** All that a text could name, with what its macros stand for. */
export function lettersOf(text: string, macros: TexMacros): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [text];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [letter] of next.matchAll(LETTERS)) {
      if (found.has(letter) || STYLE.has(letter)) continue;
      found.add(letter);
      const body = macros[letter];
      if (body !== undefined) waiting.push(body);
    }
  }
  return found;
}

/** Whoever asks for a name writes these: what stands before its index and marks. */
export function lettersOfName({ key }: Name): ReadonlySet<string> {
  const base = /^[^_^']*/.exec(key)?.[0] ?? '';
  const letters = lettersOf(base, {});
  return letters.size > 0 ? letters : lettersOf(key, {});
}

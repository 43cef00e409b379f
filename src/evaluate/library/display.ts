// A formula of the library as the TeX of a display.
import type { LibraryEntry } from './entry.js';

/** Several definitions are rows, aligned at their signs. */
export function displayLines({ definitions }: LibraryEntry): readonly string[] {
  if (definitions.length === 1) return definitions;
  const rows = definitions.map((line, at) => {
    const end = at === definitions.length - 1 ? '' : String.raw` \\`;
    return line.replace(' = ', ' &= ') + end;
  });
  return [String.raw`\begin{aligned}`, ...rows, String.raw`\end{aligned}`];
}

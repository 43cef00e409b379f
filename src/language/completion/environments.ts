// In `\begin{` and `\end{`: environments, with their ends.
import { environmentNames, environmentsAt, openEnvironment } from '../environmentNames.js';
import type { CompletionItem, CompletionKind } from './item.js';

export const environments: CompletionKind = {
  triggers: ['{'],
  complete({ context: { post }, offset, before, after }) {
    const argument = /\\(begin|end)\{([a-zA-Z*]*)$/.exec(before);
    if (!argument) return null;
    const [whole, command, typed = ''] = argument;
    const start = before.length - typed.length;
    // The brace that the editor has closed by itself is replaced too: the item closes it.
    const end = before.length + (/^[a-zA-Z*]*\}?/.exec(after)?.[0].length ?? 0);
    if (command === 'begin') {
      // With an end of its own it is only named anew.
      const isEnded = environmentNames(post, offset) !== null;
      const names = environmentsAt(post, offset - whole.length);
      const write = (name: string): string =>
        isEnded ? `${name}}` : `${name}}\n\t$0\n\\end{${name}}`;
      return { start, end, items: names.map((name) => environmentItem(name, write(name))) };
    }
    const open = openEnvironment(post, offset - whole.length);
    return open === null ? null : { start, end, items: [environmentItem(open, `${open}}`)] };
  },
};

function environmentItem(name: string, snippet: string): CompletionItem {
  const written = { text: snippet, isSnippet: true };
  return { kind: 'environment', text: name, filter: name, written };
}

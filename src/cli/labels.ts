// `postulate labels`: the displays of posts with their numbers and labels, and the references.
import { listCommand } from './listCommand.js';
import { listPosts, type ListedPost, type ListedReference } from './listPosts.js';

export const labels = listCommand('labels', (posts) => {
  const listed = listPosts(posts);
  return {
    code: 0,
    json: () => listed,
    text: () => listed.map((post, at) => (at === 0 ? '' : '\n') + toText(post)),
  };
});

function toText({ file, title, displays, references }: ListedPost): string {
  const lines = [title === null ? file : `${file}  ${title}`];
  for (const { environment, line, column, error, rows } of displays) {
    const shown = error ?? rows.map(({ number, labels: keys }) => rowText(number, keys)).join(', ');
    lines.push(`  ${line}:${column}  ${environment}  ${shown}`);
  }
  for (const reference of references) {
    lines.push(`  ${reference.line}:${reference.column}  ${referenceText(reference)}`);
  }
  return `${lines.join('\n')}\n`;
}

function rowText(number: string | null, keys: readonly string[]): string {
  // Under tags all, MathJax gives a display with `\\notag` a number of no characters.
  return [number ? `(${number})` : '-', ...keys].join(' ');
}

function referenceText({ command, target, number, file }: ListedReference): string {
  const shown = number ?? '???';
  switch (command) {
    case 'ref':
      return `\\ref{${target}}  ${shown}`;
    case 'eqref':
      return `\\eqref{${target}}  (${shown})`;
    case 'link':
      return `${file}#${target}  (${shown})`;
  }
}

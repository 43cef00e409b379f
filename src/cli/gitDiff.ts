// Reads what `git diff` prints.
import type { ChangedLines, FileChange } from './git.js';

/** `numstat` is of `--numstat -z`, which names files as they are; `patch` is of `--unified=0` with the prefixes `a/` and `b/`. */
export function changesOf(numstat: string, patch: string): ReadonlyMap<string, FileChange> {
  return new Map<string, FileChange>([...hunksOf(patch), ...binaryFiles(numstat)]);
}

/** Git does not say which lines of them changed. */
function binaryFiles(numstat: string): readonly (readonly [string, 'whole'])[] {
  const files: (readonly [string, 'whole'])[] = [];
  const fields = numstat.split('\0');
  for (let at = 0; at < fields.length; at++) {
    const [, added, name] = /^(\S+)\t\S+\t(.*)$/s.exec(fields[at] ?? '') ?? [];
    if (name === undefined) continue;
    // Of a renamed file, both names follow.
    const path = name === '' ? (fields[(at += 2)] ?? '') : name;
    if (added === '-') files.push([path, 'whole']);
  }
  return files;
}

function hunksOf(patch: string): ReadonlyMap<string, readonly ChangedLines[]> {
  const files = new Map<string, ChangedLines[]>();
  let hunks: ChangedLines[] = [];
  const lines = patch.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const [, removed = '1', start = '', count = '1'] = hunk;
      hunks.push({ start: Number(start), count: Number(count) });
      // What follows is text, and may look like anything.
      at = behindHunk(lines, at, Number(removed) + Number(count));
    } else if (line.startsWith('+++ ')) {
      hunks = [];
      // Git ends a name that holds a space with a tab.
      const name = unquoted(line.slice(4).replace(/\t$/, ''));
      if (name.startsWith('b/')) files.set(name.slice(2), hunks);
    }
  }
  return files;
}

/** The last line of a hunk; `\ No newline at end of file` is none of those that count. */
function behindHunk(lines: readonly string[], header: number, count: number): number {
  let at = header;
  for (let left = count; left > 0 && at + 1 < lines.length; at++) {
    if (!(lines[at + 1] ?? '').startsWith('\\')) left--;
  }
  return at;
}

const escapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/** Git writes odd names as strings of C, whose octal numbers are bytes. */
function unquoted(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"')) return name;
  const bytes: number[] = [];
  for (const [part, octal, letter] of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/g)) {
    if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes[letter] ?? 63);
    else bytes.push(...new TextEncoder().encode(part));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

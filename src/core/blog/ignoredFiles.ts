// What `.gitignore` files leave out of a folder: by git's rules, without git.
import ignore, { type Ignore } from 'ignore';

export const ignoreFileName = '.gitignore';

/** Of a folder below which files are named, with `/`; the rules nearest to a file come first. */
export class IgnoredFiles {
  readonly #byFolder = new Map<string, Ignore>();
  readonly #above: { readonly path: string; readonly rules: Ignore }[] = [];

  /** Of the text of the file in a folder; the folder itself is `''`. */
  add(folder: string, text: string): void {
    this.#byFolder.set(folder, rulesOf(text));
  }

  /** Those of folders above, nearest first; `path` leads from there to the folder. A folder that is left out itself was asked for all the same: there they say nothing. */
  addAbove(files: readonly { readonly path: string; readonly text: string }[]): void {
    const above = files.map(({ path, text }) => ({ path, rules: rulesOf(text) }));
    if (!isIgnored(above.map(({ path, rules }) => ({ rules, name: `${path}/` })))) {
      this.#above.push(...above);
    }
  }

  /** A folder's path ends with `/`. Of a path in a folder that is left out this says nothing. */
  ignoresEntry(path: string): boolean {
    const tests: { readonly rules: Ignore; readonly name: string }[] = [];
    const end = path.endsWith('/') ? path.length - 1 : path.length;
    for (let at = path.lastIndexOf('/', end - 1); ; at = path.lastIndexOf('/', at - 1)) {
      const rules = this.#byFolder.get(path.slice(0, Math.max(at, 0)));
      if (rules) tests.push({ rules, name: path.slice(at + 1) });
      if (at <= 0) break;
    }
    for (const { path: prefix, rules } of this.#above) {
      tests.push({ rules, name: `${prefix}/${path}` });
    }
    return isIgnored(tests);
  }

  /** Of a file, and all folders that it lies in. */
  ignores(path: string): boolean {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (this.ignoresEntry(path.slice(0, at + 1))) return true;
    }
    return this.ignoresEntry(path);
  }
}

function rulesOf(text: string): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(text);
}

/** The first that says something decides. */
function isIgnored(tests: readonly { readonly rules: Ignore; readonly name: string }[]): boolean {
  for (const { rules, name } of tests) {
    const { ignored, unignored } = rules.test(name);
    if (ignored || unignored) return ignored;
  }
  return false;
}

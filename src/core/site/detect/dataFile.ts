// A file of settings, in YAML, JSON or TOML: what stands under a key, and on which line.
import { parse as parseToml } from 'smol-toml';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { nestsTooDeep } from '../../text/nesting.js';
import type { SiteFolder } from './siteFolder.js';

export interface DataEntry {
  readonly value: unknown;
  /** Zero-based. */
  readonly line: number;
}

export interface DataFile {
  readonly file: string;
  /** `null` where nothing stands there. Generators take keys in upper and lower case alike. */
  at(...keys: readonly string[]): DataEntry | null;
}

/** `null` where the folder has no such file, or it cannot be read; an empty one can. */
export function dataFile(folder: SiteFolder, file: string): DataFile | null {
  const text = folder.texts.get(file);
  if (text === undefined || nestsTooDeep(text)) return null;
  return file.endsWith('.toml') ? tomlFile(file, text) : yamlFile(file, text);
}

/** JSON is YAML. Tags of other programs, such as `!!python/name`, are passed over. */
function yamlFile(file: string, text: string): DataFile | null {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'silent',
    // Generators take the last of the same keys; and to compare all of a long file takes seconds.
    uniqueKeys: false,
  });
  if (errors.length > 0) return null;
  return {
    file,
    at: (...keys) => {
      let node: Node | null = contents;
      let line = 0;
      for (const key of keys) {
        if (!isMap(node)) return null;
        const pair: Pair | undefined = node.items
          .filter((item) => isScalar(item.key) && isSameKey(String(item.key.value), key))
          .at(-1);
        if (!pair || !isNode(pair.value)) return null;
        line = lineOf(pair.key, lines) ?? line;
        node = pair.value;
      }
      return { value: valueOf(node), line };
    },
  };
}

function lineOf(key: unknown, lines: LineCounter): number | null {
  const offset = isNode(key) ? key.range?.[0] : undefined;
  return offset === undefined ? null : lines.linePos(offset).line - 1;
}

function valueOf(node: Node | null): unknown {
  try {
    const value: unknown = isScalar(node) ? node.value : node?.toJSON();
    return value;
  } catch {
    // Aliases of aliases.
    return null;
  }
}

function tomlFile(file: string, text: string): DataFile | null {
  let data: unknown;
  try {
    data = parseToml(text);
  } catch {
    return null;
  }
  return {
    file,
    at: (...keys) => {
      let value = data;
      for (const key of keys) {
        if (typeof value !== 'object' || value === null) return null;
        const table = value as Readonly<Record<string, unknown>>;
        const name = Object.keys(table).find((candidate) => isSameKey(candidate, key));
        if (name === undefined) return null;
        value = table[name];
      }
      return { value, line: tomlLine(text, keys) };
    },
  };
}

/** The first line that names the last of the keys which is named at all. */
function tomlLine(text: string, keys: readonly string[]): number {
  const lines = text.split('\n');
  for (const key of [...keys].reverse()) {
    const named = new RegExp(`^\\s*(?:\\[[^\\]]*)?\\b${key}\\b`, 'i');
    const line = lines.findIndex((candidate) => named.test(candidate));
    if (line >= 0) return line;
  }
  return 0;
}

function isSameKey(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

// What the front matter of a post states: YAML, or TOML between `+++`.
import { parse as parseToml } from 'smol-toml';
import { parseDocument, type Document } from 'yaml';
import type { Block } from '../markdown/block.js';
import { nestsTooDeep } from '../text/nesting.js';

/** `null` where the block is no front matter, or holds no such data. */
export function readFrontMatter({
  text,
  frontMatter,
}: Pick<Block, 'text' | 'frontMatter'>): Readonly<Record<string, unknown>> | null {
  if (!frontMatter) return null;
  const data = text.startsWith('+++') ? readToml(frontMatter.text) : readYaml(frontMatter.text);
  return isRecord(data) ? data : null;
}

/** The title that front matter states. */
export function statedTitle(data: Readonly<Record<string, unknown>>): string | null {
  const { title } = data;
  if (typeof title !== 'string' && typeof title !== 'number') return null;
  const trimmed = String(title).trim();
  return trimmed === '' ? null : trimmed;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** For each alias all of the front matter is gone through. */
const mostAliases = 100;

function readYaml(source: string): unknown {
  const document = yamlDocument(source);
  if (document === null) return titleLine(source);
  try {
    return document.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch {
    // Such as aliases of aliases, which would grow without end.
    return titleLine(source);
  }
}

/** `null` where it has a mistake, or would take too long. */
export function yamlDocument(source: string): Document.Parsed | null {
  if (nestsTooDeep(source)) return null;
  if ((source.match(/(?<![^\s[{,])\*[^\s*]/g) ?? []).length > mostAliases) return null;
  try {
    // Were keys to be unique, each would be held against each other; the later of two wins.
    const document = parseDocument(source, {
      logLevel: 'silent',
      uniqueKeys: false,
      // Nobody reads where the errors stand.
      prettyErrors: false,
    });
    return document.errors.length > 0 ? null : document;
  } catch {
    return null;
  }
}

function readToml(source: string): unknown {
  if (nestsTooDeep(source)) return null;
  try {
    return parseToml(source);
  } catch {
    return null;
  }
}

/** The title as it is written, where that is all that can be read. */
export const plainTitleLine = /^title:[ \t]*(.+?)[ \t]*$/m;

/** Front matter with a mistake elsewhere, or a colon in its title, still shows its title to its author. */
function titleLine(source: string): unknown {
  const match = plainTitleLine.exec(source);
  return match === null ? null : { title: match[1]?.replace(/^(["'])(.*)\1$/, '$2') };
}

// What the front matter of a post states: YAML, or TOML between `+++`.
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
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
  if (nestsTooDeep(source)) return titleLine(source);
  if ((source.match(/(?<![^\s[{,])\*[^\s*]/g) ?? []).length > mostAliases) return titleLine(source);
  try {
    // Were keys to be unique, each would be held against each other; the later of two wins.
    const document = parseDocument(source, {
      logLevel: 'silent',
      uniqueKeys: false,
      // Nobody reads where the errors stand.
      prettyErrors: false,
    });
    if (document.errors.length > 0) return titleLine(source);
    return document.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch {
    // Such as aliases of aliases, which would grow without end.
    return titleLine(source);
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

/** Front matter with a mistake elsewhere, or a colon in its title, still shows its title to its author. */
function titleLine(source: string): unknown {
  const match = /^title:[ \t]*(.+?)[ \t]*$/m.exec(source);
  return match === null ? null : { title: match[1]?.replace(/^(["'])(.*)\1$/, '$2') };
}

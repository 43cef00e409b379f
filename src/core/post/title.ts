// The title of a post: of its front matter, else its first heading of level 1.
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import type { Block } from '../markdown/block.js';
import { nestsTooDeep } from '../text/nesting.js';
import type { HeadingFacts } from './facts.js';

export function titleOf(
  first: Block | undefined,
  headings: readonly HeadingFacts[],
): string | null {
  const stated = first?.frontMatter ? frontMatterTitle(first) : null;
  return stated ?? headings.find(({ level }) => level === 1)?.text ?? null;
}

function frontMatterTitle({ text, frontMatter }: Block): string | null {
  const source = frontMatter?.text ?? '';
  const data = text.startsWith('+++') ? readToml(source) : readYaml(source);
  if (typeof data !== 'object' || data === null || !('title' in data)) return null;
  const { title } = data;
  if (typeof title !== 'string' && typeof title !== 'number') return null;
  const trimmed = String(title).trim();
  return trimmed === '' ? null : trimmed;
}

function readYaml(source: string): unknown {
  if (nestsTooDeep(source)) return titleLine(source);
  try {
    const document = parseDocument(source, { logLevel: 'silent' });
    if (document.errors.length > 0) return titleLine(source);
    return document.toJS({ maxAliasCount: 100 }) as unknown;
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

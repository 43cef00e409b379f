// Where front matter writes the title of its post, and how another title is written in that place.
import { isMap, isScalar, parseDocument, type Scalar } from 'yaml';
import type { Block } from '../markdown/block.js';
import { spanToSource } from '../text/mapped.js';
import type { Span } from '../text/span.js';
import { plainTitleLine, yamlDocument } from './frontMatter.js';

export interface TitleSource {
  /** In the source of the block. */
  readonly span: Span;
  /** The ways to write a title there, the one that is like the old first; one may be read as another title. */
  readonly waysToWrite: (title: string) => readonly string[];
}

/** `null` where there is no title that could be written over. */
export function titleSource({
  text,
  frontMatter,
}: Pick<Block, 'text' | 'frontMatter'>): TitleSource | null {
  if (!frontMatter) return null;
  const source = frontMatter.text;
  const found = text.startsWith('+++') ? inToml(source) : inYaml(source);
  return found && { ...found, span: spanToSource(frontMatter, found.span) };
}

function inYaml(source: string): TitleSource | null {
  const document = yamlDocument(source);
  if (document === null) return inLine(source);
  if (!isMap(document.contents)) return null;
  // The later of two counts.
  const pair = document.contents.items
    .filter(({ key }) => isScalar(key) && key.value === 'title')
    .at(-1);
  const value: unknown = pair?.value;
  if (!isScalar(value) || !value.range) return null;
  const [start, end] = value.range;
  return value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL'
    ? inBlockScalar(source, { start, end })
    : { span: { start, end }, waysToWrite: (title) => yamlForms(value, title) };
}

function yamlForms({ type }: Scalar, title: string): readonly string[] {
  switch (type) {
    case 'PLAIN':
      return isPlain(title) ? [title, JSON.stringify(title)] : [JSON.stringify(title)];
    case 'QUOTE_SINGLE':
      return [`'${title.replaceAll("'", "''")}'`];
    default:
      return [JSON.stringify(title)];
  }
}

/** Whether it means itself wherever YAML takes a scalar without quotes. */
function isPlain(title: string): boolean {
  return [`title: ${title}\n`, `{ title: ${title} }\n`].every((source) => {
    const document = parseDocument(source, { logLevel: 'silent' });
    return document.errors.length === 0 && document.get('title') === title;
  });
}

/** Behind `>-` or `|`, the lines that hold something. */
function inBlockScalar(source: string, { start, end }: Span): TitleSource | null {
  const lines = /^[^\n]*\n\s*(?=\S)/.exec(source.slice(start, end));
  if (lines === null) return null;
  const span = { start: start + lines[0].length, end: source.slice(0, end).trimEnd().length };
  return { span, waysToWrite: (title) => [title] };
}

/** Front matter with a mistake, of which a line is read alone. */
function inLine(source: string): TitleSource | null {
  const match = plainTitleLine.exec(source);
  const written = match?.[1];
  if (!match || written === undefined) return null;
  const start = match.index + match[0].indexOf(written, 'title:'.length);
  const quote = /^(["']).*\1$/.exec(written)?.[1] ?? '';
  return {
    span: { start, end: start + written.length },
    waysToWrite: (title) => [`${quote}${title}${quote}`],
  };
}

const tomlKey = /^[ \t]*(?:title|"title"|'title')[ \t]*=[ \t]*/m;
const tomlString = /^(?:"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')/;

function inToml(source: string): TitleSource | null {
  const [above = ''] = source.split(/^[ \t]*\[/m, 1);
  const key = tomlKey.exec(above);
  if (key === null) return null;
  const start = key.index + key[0].length;
  const value = tomlString.exec(above.slice(start))?.[0];
  if (value === undefined) return null;
  const isLiteral = value.startsWith("'");
  return {
    span: { start, end: start + value.length },
    waysToWrite: (title) =>
      isLiteral && !title.includes("'")
        ? [`'${title}'`, JSON.stringify(title)]
        : [JSON.stringify(title)],
  };
}

// Blocks cut at blank lines, with their formulas found by one expression: enough for small posts.
import type { Block, BlockKind, Formula } from '../../src/core/markdown/block.js';
import { identityText } from '../../src/core/text/mapped.js';
import type { RowsOf } from '../../src/render/context.js';

const formulaPattern =
  /\$\$([\s\S]+?)\$\$|\\begin\{(\w+\*?)\}[\s\S]*?\\end\{\2\}|\$((?:\\.|[^$\\])+)\$/g;

export function blocksOf(text: string): readonly Block[] {
  return text.split(/(?<=\n\n)(?!\n)/).map(blockOf);
}

export function blockOf(text: string): Block {
  return {
    kind: kindOf(text),
    text,
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    formulas: text.startsWith('```') ? [] : formulasOf(text),
    references: [],
    headings: [],
    links: [],
    linkDefinitions: [...text.matchAll(/^\[([^\]^]+)\]: *(\S+)$/gm)].map((found) => ({
      label: found[1] ?? '',
      target: found[2] ?? '',
      title: '',
      span: { start: found.index, end: found.index + found[0].length },
    })),
    titleCitations: [],
    handWrittenNumbers: [],
    comments: [],
    fences: [],
    frontMatter: null,
  };
}

/** One row for each `\\`, with its labels: what the tests of rendering need of the numbering. */
export const rowsOfHandMade: RowsOf = (formula) =>
  formula.tex.text
    .split('\\\\')
    .map((row) => [...row.matchAll(/\\label\{([^}]*)\}/g)].map((found) => found[1] ?? ''));

function kindOf(text: string): BlockKind {
  if (text.trim() === '') return 'blank';
  return text.startsWith('```') ? 'code' : 'paragraph';
}

function formulasOf(text: string): readonly Formula[] {
  return [...text.matchAll(formulaPattern)].map((found) => {
    const [whole, block, environment, inline] = found;
    const delimiter = block !== undefined ? '$$' : environment !== undefined ? 'environment' : '$';
    const tex = block ?? inline ?? whole;
    return {
      span: { start: found.index, end: found.index + whole.length },
      delimiter,
      display: delimiter !== '$',
      tex: identityText(tex, found.index + whole.indexOf(tex)),
    };
  });
}

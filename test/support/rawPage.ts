// The page of a site whose Markdown leaves math alone: that of markdown-it, with the formulas as they are written.
import markdownIt from 'markdown-it';
import type { Formula } from '../../src/core/markdown/block.js';
import type { Snapshot } from '../../src/core/post/facts.js';

const engine = markdownIt({ html: true });

export function rawPage({ blocks }: Snapshot): string {
  const formulas: string[] = [];
  const texts = blocks.blocks
    .filter(({ kind }) => kind !== 'frontMatter')
    .map(({ text, formulas: own }) => {
      let done = 0;
      const parts = own.map((formula) => {
        const before = text.slice(done, formula.span.start);
        done = formula.span.end;
        return `${before}FORMULA${formulas.push(written(formula)) - 1}END`;
      });
      return parts.join('') + text.slice(done);
    });
  return engine
    .render(texts.join(''))
    .replace(/FORMULA(\d+)END/g, (_, at: string) => formulas[Number(at)] ?? '');
}

function written({ delimiter, display, tex: { text } }: Formula): string {
  const tex = engine.utils.escapeHtml(text);
  if (delimiter === 'environment') return tex;
  return display ? `\\[${tex}\\]` : `\\(${tex}\\)`;
}

// What readers see of a post, as one text: its page by markdown-it, references and numbers as the math engine shows them.
import markdownIt from 'markdown-it';
import type { Snapshot } from '../../src/core/post/facts.js';
import { readsProse } from '../../src/core/site/engines.js';
import { shiftSpan, type Span } from '../../src/core/text/span.js';

/** Of other engines than markdown-it, the formulas are what the scanner says that they leave. */
export function shownPage(post: Snapshot): string {
  const isOwnEngine = ['commonmark', 'markdown-it'].includes(post.site.markdown);
  const { text, formulas } = isOwnEngine
    ? { text: post.lines.join(''), formulas: [] }
    : withoutFormulas(post);
  const html = markdownIt({ html: true })
    // The site makes links of its generator's tags.
    .render(text.replace(/^---\n[^]*?\n---\n/, '').replace(/\{(?:\{<|%)[^{}]*(?:>\}|%)\}/g, 'TAG'))
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<code[^>]*>[^]*?<\/code>/g, (code) => code.replaceAll('\\', ''))
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
  const readsAll = readsProse(post.site);
  const shown = html.replace(/FORMULA(\d+)END/g, (_, at: string) => {
    const tex = formulas[Number(at)] ?? '';
    return readsAll ? tex : withNumbers(tex, post);
  });
  return (readsAll ? withNumbers(shown, post) : shown).replace(/\s+/g, '') + numbersOf(post);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function withoutFormulas({ blocks, lines }: Snapshot): {
  readonly text: string;
  readonly formulas: readonly string[];
} {
  const source = lines.join('');
  const formulas: string[] = [];
  let text = '';
  let done = 0;
  const replace = ({ start, end }: Span, by: string): void => {
    text += `${source.slice(done, start)}FORMULA${formulas.length}END`;
    formulas.push(by);
    done = end;
  };
  for (const [at, block] of blocks.blocks.entries()) {
    const offset = blocks.starts[at] ?? 0;
    for (const { span, tex } of block.formulas) replace(shiftSpan(span, offset), tex.text);
  }
  return { text: text + source.slice(done), formulas };
}

function withNumbers(text: string, { facts, site }: Snapshot): string {
  if (site.math === 'katex') return text;
  const numbers = new Map<string, string>();
  for (const { key, number } of facts.labels) {
    if (number !== null && !numbers.has(key)) numbers.set(key, number);
  }
  return (
    text
      .replace(/\\label\s*\{[^{}]*\}/g, '')
      // A formula that is a number alone looks as the number of a reference does.
      .replace(/\$\s*(\([\d.]+\))\s*\$/g, '$1')
      .replace(/\$?\\(eq)?ref\s*\{([^{}]*)\}\$?/g, (_, eq: string | undefined, key: string) => {
        const number = numbers.get(key) ?? '???';
        return eq ? `(${number})` : number;
      })
  );
}

/** Of the rows of displays, as they show them; of one in error, the error. */
function numbersOf({ facts }: Snapshot): string {
  return facts.displays
    .flatMap(({ rows, error }) => error?.code ?? rows.flatMap(({ shown }) => shown ?? []))
    .join(' ');
}

// engine.template: braces of a formula that the site's template engine takes for its own before Markdown runs.
import type { Formula } from '../../core/markdown/block.js';
import { readFrontMatter } from '../../core/post/frontMatter.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { TemplateEngine } from '../../core/site/detect/detectedSite.js';
import { spanAt } from '../../core/text/search.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { message } from '../messages.js';
import type { Finding, PostRule } from '../rule.js';

export const template: PostRule = {
  sees: 'post',
  code: 'engine.template',
  severity: 'error',
  check({ post, detected }) {
    const engine = detected?.templates ?? null;
    const [first] = post.blocks.blocks;
    // Generators read as templates what has front matter.
    if (engine === null || first?.kind !== 'frontMatter') return [];
    if (readFrontMatter(first)?.[switches[engine].key] === switches[engine].off) return [];
    const raw = rawSpans(post);
    return post.blocks.blocks.flatMap(({ formulas, text }, at) => {
      const offset = post.blocks.starts[at] ?? 0;
      return formulas.flatMap((formula) => {
        const found = finding(formula, text, engine, offset, raw);
        return found ? [found] : [];
      });
    });
  },
};

/** What of the front matter keeps the engine away. */
const switches = {
  liquid: { key: 'render_with_liquid', off: false },
  nunjucks: { key: 'disableNunjucks', off: true },
} as const;

const marks: Readonly<Record<TemplateEngine, RegExp>> = {
  liquid: /\{(?=[{%])/g,
  nunjucks: /\{(?=[{%#])/g,
};

function finding(
  { span }: Formula,
  source: string,
  engine: TemplateEngine,
  offset: number,
  raw: readonly Span[],
): Finding | null {
  const tex = source.slice(span.start, span.end);
  const found = [...tex.matchAll(marks[engine])].map(({ index }) => span.start + index);
  const [first] = found;
  if (first === undefined) return null;
  const start = first + offset;
  if (spanAt(raw, start)) return null;
  const all = { start: first, end: (found.at(-1) ?? first) + 1 };
  return {
    span: { start, end: start + 2 },
    message: message('engine.template', { mark: source.slice(first, first + 2) }),
    ...(mayBeSpaced(tex) && {
      fix: {
        span: shiftSpan(all, offset),
        text: source.slice(all.start, all.end).replace(/\{(?=[{%#]|$)/g, '{ '),
        title: message('fix.space-braces'),
      },
    }),
  };
}

/** Where spaces are seen, or are part of a name, none may be put between braces. */
function mayBeSpaced(tex: string): boolean {
  return !/\\(?:text|mbox|hbox|fbox|tag|label|ref|eqref|begin|end|color|operatorname)[a-z]*\s*\{[{%#]/.test(
    tex,
  );
}

/** What stands between `{% raw %}` and `{% endraw %}`, with both. */
function rawSpans({ lines }: Snapshot): readonly Span[] {
  const text = lines.join('');
  const spans: Span[] = [];
  const tags = /\{%-?\s*(end)?raw\s*-?%\}/g;
  let open: number | null = null;
  for (const { index, 0: tag, 1: ends } of text.matchAll(tags)) {
    if (ends === undefined) open ??= index;
    else if (open !== null) {
      spans.push({ start: open, end: index + tag.length });
      open = null;
    }
  }
  return spans;
}

// number.tag-collides: a number written by hand with \tag that another equation of the page has by itself.
import type { PostFacts, RowFacts, Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { message } from './messages.js';
import { numberedRows } from './numberedRows.js';
import type { PostRule } from './rule.js';

export const tagCollides: PostRule = {
  sees: 'post',
  code: 'number.tag-collides',
  severity: 'warning',
  check({ post, assumed }) {
    const automatic = new Map(
      numberedRows(post.facts)
        .filter(({ tagged }) => !tagged)
        .map((row) => [row.number, row]),
    );
    if (automatic.size === 0 || (assumed.tags && !refersTo(automatic, post.facts))) return [];
    return post.facts.displays.flatMap(({ rows, block }) =>
      rows.flatMap((row) => {
        const other = row.tagged ? automatic.get(row.number ?? '') : undefined;
        if (!other) return [];
        const data = { number: row.number ?? '' };
        return [
          {
            span: tagIn(post, block, row),
            message: message('number.tag-collides', data),
            related: [{ span: other.span, message: message('number.tag-collides.other', data) }],
          },
        ];
      }),
    );
  },
};

/** A site of which nobody said that it numbers may number nothing, unless the post relies on it. */
function refersTo(rows: ReadonlyMap<string, RowFacts>, { references }: PostFacts): boolean {
  const labels = new Set([...rows.values()].flatMap((row) => row.labels));
  return references.some(({ key }) => labels.has(key));
}

/** The `\tag`, where the row writes it out; else the row. */
function tagIn({ blocks }: Snapshot, block: number, { span }: RowFacts): Span {
  const offset = blocks.starts[block] ?? 0;
  const source = blocks.blocks[block]?.text.slice(span.start - offset, span.end - offset) ?? '';
  const tag = /\\tag\*?\s*\{[^{}]*\}/.exec(source);
  if (!tag) return span;
  const start = span.start + tag.index;
  return { start, end: start + tag[0].length };
}

// Where the definitions of links of a post write their targets: `[label]: post.md#eq:a`.
import { fromBlocks } from '../core/markdown/blockList.js';
import { destinationAt } from '../core/markdown/linkParts.js';
import type { Snapshot } from '../core/post/facts.js';
import { shiftSpan, type Span } from '../core/text/span.js';

export interface DefinedTarget {
  /** As Markdown reads it. */
  readonly target: string;
  /** As it is written. */
  readonly targetSpan: Span;
  /** Of the definition. */
  readonly span: Span;
}

/** Without those whose target is not found where it is looked for. */
export function definedTargets({ blocks }: Snapshot): readonly DefinedTarget[] {
  return fromBlocks(blocks, 'linkDefinitions', ({ text, linkDefinitions }, offset) =>
    linkDefinitions.flatMap(({ target, span }) => {
      const source = text.slice(span.start, span.end);
      const start = head.exec(source)?.[0].length ?? source.length;
      const part = destinationAt(source, start, source.length);
      if (part?.value !== target) return [];
      const targetSpan = shiftSpan({ start, end: part.end }, offset + span.start);
      return [{ target, targetSpan, span: shiftSpan(span, offset) }];
    }),
  );
}

/** Its lines may be those of a quote. */
const head = /^[\s>]*\[(?:[^\\\]]|\\[^])*\]:[\s>]*/;

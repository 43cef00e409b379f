// What can be folded in a post, and how a selection grows in its formulas.
import type { FoldingRange, SelectionRange } from 'vscode-languageserver';
import { foldingRanges } from '../language/folding.js';
import { selectionRanges } from '../language/selectionRanges.js';
import { toOffset, toRange } from './convert.js';
import { answered } from './answered.js';
import type { Server } from './serverParts.js';

export function registerStructure({ connection, log, store, resting }: Server): void {
  connection.onFoldingRanges(
    answered(log, 'Folding', null, ({ textDocument: { uri } }, token) =>
      resting.answer({ kind: 'folding', uri, token }, (): FoldingRange[] | null => {
        const post = store.get(uri)?.snapshot;
        return post ? [...foldingRanges(post)] : null;
      }),
    ),
  );
  connection.onSelectionRanges(
    answered(log, 'Growing the selection', null, ({ textDocument, positions }) => {
      const post = store.get(textDocument.uri)?.snapshot;
      if (!post) return null;
      const chains = positions.map((position) =>
        chain(
          selectionRanges(post, toOffset(post.lines, position)).map((span) =>
            toRange(post.lines, span),
          ),
        ),
      );
      // Each position wants an answer; an empty range adds nothing to those of other providers.
      return chains.every((found) => found === null)
        ? null
        : chains.map((found, at) => found ?? { range: emptyAt(positions[at]) });
    }),
  );
}

type Range = SelectionRange['range'];

/** From the smallest on. */
function chain(ranges: readonly Range[]): SelectionRange | null {
  return ranges.reduceRight<SelectionRange | null>(
    (parent, range) => (parent ? { range, parent } : { range }),
    null,
  );
}

function emptyAt(position: Range['start'] = { line: 0, character: 0 }): Range {
  return { start: position, end: position };
}

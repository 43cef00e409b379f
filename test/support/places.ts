// What the blocks of a text number, and the places that their HTML has for it.
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { blockTexts, rowLabelsOf } from '../../src/render/blockTexts.js';
import { placeholders } from '../../src/render/placeholders.js';
import { contextAt, openContext } from '../../src/render/postContext.js';
import { renderBlock } from '../../src/render/renderBlock.js';

/** Of each block: its text, its counts by the numbering, its counts by the HTML. */
export function countPlaces(text: string): readonly (readonly [string, object, object])[] {
  const snapshot = openSnapshot({ path: '', version: 0, text, site: assumedSite });
  const { blocks } = snapshot.blocks;
  const context = openContext(assumedSite, blocks);
  return blocks.map((block, position) => {
    const { html } = renderBlock(block, contextAt(context, position, placeholders), (formula) =>
      rowLabelsOf(snapshot, position, formula),
    );
    const texts = blockTexts(snapshot, position, [], []);
    const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
    const inFormulas = [...html.matchAll(/data-references="([^"]*)"/g)].reduce(
      (sum, found) => sum + (found[1] ?? '').split('#mjx-eqn').length - 1,
      0,
    );
    return [
      block.text,
      {
        rows: texts.rows.length,
        references: texts.references.length,
        displays: block.formulas.filter(
          ({ display }, formula) => display || rowLabelsOf(snapshot, position, formula).length > 0,
        ).length,
      },
      {
        rows: count(/class="eq-number"/g),
        references: count(/class="eq-ref"/g) + inFormulas,
        displays: count(/class="display"/g),
      },
    ] as const;
  });
}

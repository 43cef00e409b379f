// What KaTeX refuses, after our translation, of the formulas that MathJax 4 typesets; by folder, with the reasons.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import type { Snapshot } from '../src/core/post/facts.js';
import { openSnapshot } from '../src/core/post/snapshot.js';
import { assumedSite, type DelimiterPair, type Site } from '../src/core/site/site.js';
import { rowLabelsOf } from '../src/render/blockTexts.js';
import type { BlockWriter, FormulaHtml } from '../src/render/context.js';
import { contextAt, openContext } from '../src/render/postContext.js';
import { renderBlock } from '../src/render/renderBlock.js';
import { typesetMessages } from '../src/protocol/typesetting.js';
import { typesetToString } from '../src/render/typesetString.js';
import { typesetPage } from '../test/support/mathjax.js';
import { limit, report, type Benchmark, type Measure } from './measure.js';

export const fidelity: Benchmark = {
  name: 'fidelity',
  title: 'Formulas that MathJax 4 typesets and the preview cannot',
  run: countRefusals,
};

const budgetInPercent = 0.5;

/** What turns the posts of a folder into pages; a folder that is not named is raw. */
const sites: Readonly<Record<string, Partial<Site>>> = {
  acjones: { markdown: 'kramdown' },
  'iclr-2024': { markdown: 'kramdown' },
  mcbal: {
    markdown: 'goldmark',
    passthrough: [
      ['$$', '$$'],
      ['\\[', '\\]'],
      ...['equation', 'equation*', 'align', 'align*', 'gather', 'gather*', 'multline'].map(
        (name): DelimiterPair => [`\\begin{${name}}`, `\\end{${name}}`],
      ),
      ['$', '$'],
      ['\\(', '\\)'],
    ],
  },
};

interface Refusal {
  readonly reason: string;
  readonly place: string;
  readonly tex: string;
}

interface FolderCount {
  formulas: number;
  readonly refused: Refusal[];
}

async function countRefusals(): Promise<readonly Measure[]> {
  const corpus = process.env['POSTULATE_CORPUS'];
  if (corpus === undefined)
    return [report('POSTULATE_CORPUS names no folder of posts', 'left out')];
  const counts = new Map<string, FolderCount>();
  for (const file of (await glob('**/*.{md,markdown}', { cwd: corpus })).sort()) {
    const folder = file.split('/')[0] ?? '';
    const count = counts.get(folder) ?? { formulas: 0, refused: [] };
    counts.set(folder, count);
    const snapshot = openSnapshot({
      path: file,
      version: 0,
      text: await readFile(path.join(corpus, file), 'utf8'),
      site: { ...assumedSite, ...sites[folder] },
    });
    count.formulas += snapshot.blocks.blocks.reduce((sum, block) => sum + block.formulas.length, 0);
    count.refused.push(...(await refusalsOf(snapshot)));
  }
  return [...counts].flatMap(([folder, count]) => measuresOf(folder, count));
}

function measuresOf(folder: string, { formulas, refused }: FolderCount): readonly Measure[] {
  const share = (100 * refused.length) / Math.max(1, formulas);
  return [
    limit(`${folder}, ${refused.length} of ${formulas} formulas`, share, budgetInPercent, '%'),
    ...refused.map(({ reason, place, tex }) =>
      report(`  ${place}`, `${reason} in ${tex.replaceAll(/\s+/g, ' ').slice(0, 80)}`),
    ),
  ];
}

async function refusalsOf(snapshot: Snapshot): Promise<readonly Refusal[]> {
  const refused = typesetPost(snapshot);
  if (refused.length === 0) return [];
  const formulas = snapshot.blocks.blocks.flatMap((block) =>
    block.formulas.map(({ tex, delimiter }) => ({ tex: tex.text, delimiter })),
  );
  const page = await typesetPage(4, snapshot.site.tags, formulas);
  return refused.filter(({ at }) => {
    const seen = page.formulas[at];
    return seen?.error === null && seen.unknownCommands.length === 0;
  });
}

/** The refused formulas, `at` their index in the post. */
function typesetPost(snapshot: Snapshot): readonly (Refusal & { readonly at: number })[] {
  const refused: (Refusal & { readonly at: number })[] = [];
  const context = openContext(snapshot.site, snapshot.blocks.blocks);
  let first = 0;
  for (const [position, block] of snapshot.blocks.blocks.entries()) {
    const typeset = (formula: FormulaHtml, display: boolean): string => {
      const typesetFormula = typesetToString(formula.tex, display, typesetMessages);
      if (typesetFormula.kind === 'error') {
        const line = (snapshot.blocks.firstLines[position] ?? 0) + 1;
        const { reason } = typesetFormula;
        const tex = block.formulas[formula.index]?.tex.text ?? '';
        refused.push({ reason, tex, place: `${snapshot.path}:${line}`, at: first + formula.index });
      }
      return '';
    };
    const writer: BlockWriter = {
      inline: (formula) => typeset(formula, false),
      display: (formula) => typeset(formula, true),
      reference: () => '',
      worksheetLine: () => '',
      worksheetTable: () => '',
      html: () => '',
    };
    renderBlock(block, contextAt(context, position, writer), (formula) =>
      rowLabelsOf(snapshot, position, formula),
    );
    first += block.formulas.length;
  }
  return refused;
}

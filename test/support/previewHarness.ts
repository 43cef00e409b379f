// A preview and the session that feeds it, joined by queues of messages, in a page without a layout.
import katex from 'katex';
import type { Block } from '../../src/core/markdown/block.js';
import { assumedSite } from '../../src/core/site/site.js';
import type { Layout } from '../../src/preview/layout.js';
import { PreviewController, type Schedule } from '../../src/preview/previewController.js';
import { createSanitizer } from '../../src/preview/sanitize.js';
import { englishStrings } from '../../src/preview/strings.js';
import { createTypesetter } from '../../src/preview/typesetter.js';
import type { BlockTexts, FromPreview, ToPreview } from '../../src/protocol/preview.js';
import { isFromPreview, isToPreview } from '../../src/protocol/previewGuards.js';
import { placeholders } from '../../src/render/placeholders.js';
import { contextAt, openContext } from '../../src/render/postContext.js';
import { renderBlock } from '../../src/render/renderBlock.js';
import { blockWeight } from '../../src/server/blockWeight.js';
import {
  PreviewSession,
  type BlockChange,
  type PreviewedPost,
} from '../../src/server/previewSession.js';
import { blockOf, rowsOf } from './handMade.js';

/** A post of hand-made blocks whose displays are numbered one after the other. */
export function createPost(blocks: readonly Block[]): PreviewedPost {
  const context = openContext(assumedSite, blocks);
  const numbers = numberRows(blocks);
  return {
    blockCount: blocks.length,
    lineCount: (position) => blocks[position]?.lineCount ?? 0,
    weight: (position) => blockWeight(blocks[position] ?? blockOf('')),
    render: (position) => {
      const block = blocks[position] ?? blockOf('');
      const rowCount = (formula: number): number => rowsOf(block, formula).length;
      return renderBlock(block, contextAt(context, position, placeholders), rowCount);
    },
    texts: (position) => textsOf(blocks[position], numbers[position] ?? [], numbers),
    follow: (position, index) => followIn(blocks, position, index),
    followAnchor: () => null,
    find: (text) =>
      blocks.flatMap((block, position) => (block.text.includes(text) ? [position] : [])),
  };
}

interface NumberedRow {
  readonly labels: readonly string[];
  readonly number: string;
}

function numberRows(blocks: readonly Block[]): readonly (readonly NumberedRow[])[] {
  let count = 0;
  return blocks.map((block) =>
    block.formulas
      .flatMap(({ display }, formula) => (display ? rowsOf(block, formula) : []))
      .map((labels) => ({ labels, number: `(${++count})` })),
  );
}

function textsOf(
  block: Block | undefined,
  rows: readonly NumberedRow[],
  all: readonly (readonly NumberedRow[])[],
): BlockTexts {
  const numberOf = new Map(
    all.flat().flatMap(({ labels, number }) => labels.map((label) => [label, number] as const)),
  );
  return {
    rows: rows.map(({ number }) => number),
    references: referencedIn(block).map((key) => numberOf.get(key) ?? null),
    faults: [],
    results: [],
  };
}

function referencedIn(block: Block | undefined): readonly string[] {
  return [...(block?.text ?? '').matchAll(/\\eqref\{([^}]*)\}/g)].map((found) => found[1] ?? '');
}

function followIn(
  blocks: readonly Block[],
  position: number,
  index: number,
): { readonly position: number; readonly row: number } | null {
  const key = referencedIn(blocks[position])[index];
  for (const [at, rows] of numberRows(blocks).entries()) {
    const row = rows.findIndex(({ labels }) => key !== undefined && labels.includes(key));
    if (row >= 0) return { position: at, row };
  }
  return null;
}

/** What an edit from one list of blocks to another replaces. */
export function changeBetween(before: readonly Block[], after: readonly Block[]): BlockChange {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - from &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return { from, removed: before.length - from - end, inserted: after.length - from - end };
}

export interface Harness {
  readonly root: HTMLElement;
  readonly session: PreviewSession;
  readonly controller: PreviewController;
  /** Calls of KaTeX so far. */
  typesetCount(): number;
  readonly toPreview: ToPreview[];
  readonly fromPreview: FromPreview[];
  /** Messages that left the preview, in order. */
  readonly sent: readonly FromPreview[];
  readonly received: readonly ToPreview[];
  /** Hands over the oldest message in each direction; says whether there was one. */
  step(): boolean;
  /** Runs everything until nothing is left to do. */
  settle(): void;
}

export function createHarness(layout: Layout = noLayout): Harness {
  const root = document.createElement('main');
  root.className = 'postulate';
  const toPreview: ToPreview[] = [];
  const fromPreview: FromPreview[] = [];
  const sent: FromPreview[] = [];
  const received: ToPreview[] = [];
  const tasks: (() => void)[] = [];
  let typeset = 0;
  const render: typeof katex.render = (...parameters) => {
    typeset++;
    katex.render(...parameters);
  };
  const controller = new PreviewController({
    root,
    layout,
    schedule: scheduleOn(tasks),
    tools: {
      typesetter: createTypesetter(document, englishStrings, render),
      strings: englishStrings,
    },
    sanitize: createSanitizer(window, { base: '', remoteImages: false, blocked: '{0}' }),
    post: (message) => {
      fromPreview.push(message);
      sent.push(message);
    },
  });
  const session = new PreviewSession((message) => {
    toPreview.push(message);
    received.push(message);
  });
  const step = (): boolean => {
    const inward = toPreview.shift();
    if (inward) controller.receive(copied(inward, isToPreview));
    const outward = fromPreview.shift();
    if (outward) session.receive(copied(outward, isFromPreview));
    const task = tasks.shift();
    task?.();
    return inward !== undefined || outward !== undefined || task !== undefined;
  };
  const settle = (): void => {
    for (let steps = 0; step(); steps++) if (steps > 10_000) throw new Error('It never settles.');
  };
  const typesetCount = (): number => typeset;
  return {
    root,
    session,
    controller,
    typesetCount,
    toPreview,
    fromPreview,
    sent,
    received,
    step,
    settle,
  };
}

/** As it arrives at the other end. */
function copied<M>(message: M, guard: (value: unknown) => value is M): M {
  const copy: unknown = JSON.parse(JSON.stringify(message));
  if (!guard(copy)) throw new Error(`The guard refuses ${JSON.stringify(message)}`);
  return copy;
}

function scheduleOn(tasks: (() => void)[]): Schedule {
  return {
    frame: (callback) => tasks.push(callback),
    idle: (callback) =>
      tasks.push(() => {
        callback(() => false);
      }),
    budget: () => () => false,
  };
}

/** Nothing has a height, so everything is in the viewport. */
const noLayout: Layout = {
  viewportHeight: () => 1000,
  scrollTop: () => 0,
  scrollTo: () => undefined,
  top: () => 0,
  height: () => 0,
};

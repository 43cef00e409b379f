// Checks that an edited snapshot is the snapshot of its text.
import { expect } from 'vitest';
import type { Snapshot } from '../../src/core/post/facts.js';
import { editSnapshot, openSnapshot, type EditedSnapshot } from '../../src/core/post/snapshot.js';
import type { TextEdit } from '../../src/core/text/lines.js';
import { formulaFaults } from '../../src/language/formulaFaults.js';
import { blockTexts } from '../../src/render/blockTexts.js';
import { withoutReach } from './withoutReach.js';

/** Edits, and holds the result to a snapshot opened from the edited text. */
export function checkEdit(
  before: Snapshot,
  edits: readonly TextEdit[],
  macros = before.math[0]?.macrosBefore,
): EditedSnapshot {
  const edited = editSnapshot(before, before.version + 1, edits);
  const { snapshot, change } = edited;
  const { path, version, site } = snapshot;
  const text = snapshot.lines.join('');
  const opened = openSnapshot({ path, version, text, site, ...(macros ? { macros } : {}) });
  expect(withoutReach(snapshot.blocks)).toEqual(withoutReach(opened.blocks));
  expect(snapshot.facts).toEqual(opened.facts);
  expect(allNumbers(snapshot)).toEqual(allNumbers(opened));
  checkChange(before, snapshot, change);
  return edited;
}

const nothingAssumed = { markdown: false, math: false, tags: false };

function allNumbers(snapshot: Snapshot): unknown {
  return snapshot.blocks.blocks.map((_, block) =>
    blockTexts(snapshot, block, formulaFaults(snapshot, block, nothingAssumed, {}), []),
  );
}

/** Blocks outside the change are the same objects. */
function checkChange(
  before: Snapshot,
  after: Snapshot,
  { from, removed, inserted }: EditedSnapshot['change'],
): void {
  const old = before.blocks.blocks;
  const now = after.blocks.blocks;
  expect(now.length - old.length).toBe(inserted - removed);
  for (let at = 0; at < from; at++) expect(now[at]).toBe(old[at]);
  for (let at = from + removed; at < old.length; at++) {
    expect(now[at - removed + inserted]).toBe(old[at]);
  }
}

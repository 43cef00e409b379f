// Helpers of the scanner's fixtures: a post as text, and what is expected of its blocks.
import { expect } from 'vitest';
import type { Block } from '../../src/core/markdown/block.js';
import { scanBlocks } from '../../src/core/markdown/scan.js';
import { assumedSite, type MarkdownEngine, type Site } from '../../src/core/site/site.js';
import { splitLines } from '../../src/core/text/lines.js';
import { endToSource, toSource } from '../../src/core/text/mapped.js';
import type { Span } from '../../src/core/text/span.js';

/** An engine without a setting, or one with what the site passes through. */
export type EngineOfSite = MarkdownEngine | Pick<Site, 'markdown' | 'passthrough'>;

export function scanText(text: string, engine: EngineOfSite = 'raw'): readonly Block[] {
  const site = typeof engine === 'string' ? { markdown: engine } : engine;
  return scanBlocks(splitLines(text), { ...assumedSite, ...site });
}

/** Checks kind and lines of each block, and that the blocks tile the post. */
export function checkKinds(text: string, expected: string, markdown: MarkdownEngine = 'raw'): void {
  const blocks = scanText(text, markdown);
  expect(blocks.map((block) => block.text).join('')).toBe(text);
  expect(blocks.map((block) => `${block.kind}:${block.lineCount}`).join(' ')).toBe(expected);
}

/**
 * Checks the formulas of a post: `display ` before displays, then the delimiter unless it is an
 * environment, then the TeX. Each must stand where its span says.
 */
export function checkFormulas(
  text: string,
  expected: readonly string[],
  engine: EngineOfSite = 'raw',
): void {
  const found: string[] = [];
  for (const block of scanText(text, engine)) {
    for (const { span, tex, delimiter, display } of block.formulas) {
      const mark = delimiter === 'environment' ? '' : `${delimiter} `;
      found.push((display ? 'display ' : '') + mark + tex.text);
      expect(toSource(tex, 0)).toBeGreaterThanOrEqual(span.start);
      expect(endToSource(tex, tex.text.length)).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(block.text.length);
      checkMapped(block.text, tex.text, (offset) => toSource(tex, offset));
    }
  }
  expect(found).toEqual(expected);
}

/** Every character that was not decoded stands in the source where the mapping says. */
function checkMapped(source: string, text: string, sourceOf: (offset: number) => number): void {
  for (let offset = 0; offset < text.length; offset++) {
    const there = source.charAt(sourceOf(offset));
    const here = text.charAt(offset);
    if (/[‘’“”–—…«»]/.test(here) && /['"\-.<>]/.test(there)) continue;
    if (there === here || there === '&' || there === '\t' || there === '\0') continue;
    expect([here, there]).toEqual(
      here === '\n' ? ['\n', expect.stringMatching(/[\r<]/)] : [here, here],
    );
  }
}

/** Collects something of all blocks, with its source text by its span in the post. */
export function collect<T extends { readonly span: Span }>(
  text: string,
  pick: (block: Block) => readonly T[],
  markdown: MarkdownEngine = 'raw',
): { readonly value: T; readonly source: string }[] {
  const found: { value: T; source: string }[] = [];
  let start = 0;
  for (const block of scanText(text, markdown)) {
    for (const value of pick(block)) {
      found.push({ value, source: text.slice(start + value.span.start, start + value.span.end) });
    }
    start += block.text.length;
  }
  return found;
}

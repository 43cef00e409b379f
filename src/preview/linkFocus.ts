// The link that the keyboard followed: it has the focus again on the way back, though its block had left the page.
import type { BlockRecord } from './blockList.js';

export interface LinkPlace {
  readonly record: BlockRecord;
  /** Among the links of the block once its formulas are typeset. */
  readonly index: number;
}

export function linkPlace(record: BlockRecord | undefined, link: HTMLElement): LinkPlace | null {
  const index = record ? linksOf(record).indexOf(link) : -1;
  return record && index >= 0 ? { record, index } : null;
}

/** Says whether the link was there: a block comes back without its text, and that without its formulas. */
export function focusLink({ record, index }: LinkPlace): boolean {
  const isTypeset = record.element?.querySelector('.formula[data-tex]') === null;
  const link = isTypeset ? linksOf(record)[index] : undefined;
  link?.focus({ preventScroll: true });
  return link !== undefined;
}

function linksOf({ element }: BlockRecord): readonly HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>('a[href]') ?? [])];
}

// The tags of one top-level block that go on over lines, as far as any rule has asked.
import type { LineTable } from './lineTable.js';
import { isInTag, longestTag, tagsOverLines, type TagSpan } from './python/openTags.js';

export class OpenTags {
  readonly #table: LineTable;
  #spans: readonly TagSpan[] = [];
  /** How many lines were read. */
  #read = 0;
  #looked = 0;

  constructor(table: LineTable) {
    this.#table = table;
  }

  /** The line behind the last one that was looked at. */
  get looked(): number {
    return this.#looked;
  }

  /** A block begins. */
  begin(): void {
    this.#spans = [];
    this.#read = 0;
    this.#looked = 0;
  }

  /** Whether a line begins in a tag. */
  covers(line: number): boolean {
    if (line === 0) return false;
    this.#readTo(line);
    return isInTag(this.#spans, this.#startOf(line));
  }

  #startOf(line: number): number {
    this.#table.see(line);
    return (this.#table.offset[line] ?? 0) + this.#table.first(line);
  }

  /** All that a tag that is open at the line may need; twice as much each time. */
  #readTo(line: number): void {
    if (line < this.#read) return;
    const { total } = this.#table;
    const texts: string[] = [];
    let behind = 0;
    for (let at = 0; at < total && behind <= longestTag; at++) {
      const text = this.#table.text(at);
      texts.push(text);
      if (at > 2 * line) behind += text.length;
    }
    this.#read = 2 * line + 1;
    this.#looked = texts.length;
    this.#spans = tagsOverLines(texts.join(''));
  }
}

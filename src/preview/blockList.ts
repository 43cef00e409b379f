// All blocks of the post in chunks, shown or not: positions, lines and heights without the DOM.
import type { BlockOutlines, BlockTexts } from '../protocol/preview.js';
import type { BlockView } from './blockView.js';

/** One block, as far as it is known here. */
export interface BlockRecord {
  readonly lineCount: number;
  /** Estimated height, in lines of text. */
  readonly weight: number;
  key: string;
  /** `null` until the server has sent it. */
  html: string | null;
  texts: BlockTexts | null;
  /** Its place in the page, while its chunk is mounted. */
  element: HTMLElement | null;
  /** What its element shows, where its HTML is known. */
  view: BlockView | null;
}

export interface Chunk {
  records: BlockRecord[];
  /** As it was measured when last mounted; `null` where only an estimate is known. */
  height: number | null;
  /** The sum of the weights of its records. */
  weight: number;
  element: HTMLElement | null;
}

interface Place {
  readonly chunk: number;
  readonly index: number;
}

const chunkSize = 32;
/** A chunk of tall blocks ends earlier, so that all chunks cost about the same to show. */
const chunkWeight = 80;

export class BlockList {
  chunks: Chunk[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The place of a block; for the end of the list, behind the last block. */
  locate(position: number): Place {
    let index = position;
    for (let chunk = 0; chunk < this.chunks.length; chunk++) {
      const size = this.chunks[chunk]?.records.length ?? 0;
      if (index < size) return { chunk, index };
      index -= size;
    }
    const last = this.chunks.length - 1;
    return { chunk: Math.max(last, 0), index: this.chunks[last]?.records.length ?? 0 };
  }

  at(position: number): BlockRecord | undefined {
    if (position < 0 || position >= this.#count) return undefined;
    const { chunk, index } = this.locate(position);
    return this.chunks[chunk]?.records[index];
  }

  /** The position of the first block of a chunk. */
  positionOf(chunk: number): number {
    let position = 0;
    for (let at = 0; at < chunk; at++) position += this.chunks[at]?.records.length ?? 0;
    return position;
  }

  /** -1 where the block is gone. */
  positionOfRecord(record: BlockRecord): number {
    let position = 0;
    for (const { records } of this.chunks) {
      const index = records.indexOf(record);
      if (index >= 0) return position + index;
      position += records.length;
    }
    return -1;
  }

  /** The first line of a block. */
  lineOf(position: number): number {
    const place = this.locate(position);
    let line = 0;
    for (let at = 0; at < place.chunk; at++) line += linesOf(this.chunks[at]?.records ?? []);
    return line + linesOf((this.chunks[place.chunk]?.records ?? []).slice(0, place.index));
  }

  /** The block that holds a line, and which of its lines that is, counted from its first. */
  atLine(line: number): { readonly position: number; readonly line: number } | null {
    let rest = line;
    let position = 0;
    for (const { records } of this.chunks) {
      for (const { lineCount } of records) {
        if (rest < lineCount) return { position, line: Math.max(rest, 0) };
        rest -= lineCount;
        position++;
      }
    }
    const last = this.at(this.#count - 1);
    return last ? { position: this.#count - 1, line: last.lineCount } : null;
  }

  /** Replaces records. Chunks that became empty are taken out. */
  splice(from: number, removed: number, inserted: BlockOutlines): SpliceResult {
    const start = this.locate(from);
    const { gone, touched } = this.#remove(start, removed);
    const added = inserted.lineCounts.map((lineCount, at) =>
      createRecord(lineCount, inserted.weights[at] ?? 1),
    );
    this.#count += added.length - gone.length;
    if (added.length > 0) touched.push(...this.#insert(start, added));
    this.chunks = this.chunks.filter((chunk) => chunk.records.length > 0);
    return { removed: gone, touched };
  }

  #remove(start: Place, count: number): { gone: BlockRecord[]; touched: Chunk[] } {
    let gone: BlockRecord[] = [];
    const touched: Chunk[] = [];
    let index = start.index;
    for (let at = start.chunk; gone.length < count && at < this.chunks.length; at++) {
      const chunk = this.chunks[at];
      if (!chunk) break;
      gone = gone.concat(chunk.records.splice(index, count - gone.length));
      touch(chunk);
      touched.push(chunk);
      index = 0;
    }
    return { gone, touched };
  }

  /** A few blocks join their chunk; many become chunks of their own. Gives back the chunks it changed. */
  #insert(place: Place, records: readonly BlockRecord[]): readonly Chunk[] {
    const chunk = this.chunks[place.chunk];
    if (chunk && chunk.records.length + records.length <= 2 * chunkSize) {
      chunk.records.splice(place.index, 0, ...records);
      touch(chunk);
      return [chunk];
    }
    const behind = chunk?.records.splice(place.index) ?? [];
    if (chunk) touch(chunk);
    const created = cut(records.concat(behind));
    const before = this.chunks.slice(0, place.chunk + 1);
    this.chunks = before.concat(created, this.chunks.slice(place.chunk + 1));
    return chunk ? [chunk, ...created] : created;
  }
}

interface SpliceResult {
  readonly removed: readonly BlockRecord[];
  /** Chunks with other records than before, those now empty included. */
  readonly touched: readonly Chunk[];
}

function createRecord(lineCount: number, weight: number): BlockRecord {
  return { lineCount, weight, key: '', html: null, texts: null, element: null, view: null };
}

function cut(records: readonly BlockRecord[]): Chunk[] {
  const chunks: Chunk[] = [];
  let current = createChunk();
  for (const record of records) {
    const isFull =
      current.records.length >= chunkSize || current.weight + record.weight > chunkWeight;
    if (isFull && current.records.length > 0) {
      chunks.push(current);
      current = createChunk();
    }
    current.records.push(record);
    current.weight += record.weight;
  }
  if (current.records.length > 0) chunks.push(current);
  return chunks;
}

function createChunk(): Chunk {
  return { records: [], height: null, weight: 0, element: null };
}

/** Its records changed: what was measured holds no more. */
function touch(chunk: Chunk): void {
  chunk.height = null;
  chunk.weight = chunk.records.reduce((sum, { weight }) => sum + weight, 0);
}

function linesOf(records: readonly BlockRecord[]): number {
  return records.reduce((sum, { lineCount }) => sum + lineCount, 0);
}

// Data beside the post: what asks for them, where their bytes come from, and what they are once read.
import { refuse, type Attempt } from '../refusal.js';
import type { ProblemCode } from '../messages.js';

/** `\operatorname{file}(attention.npz, layer3)`. */
export interface DataRequest {
  /** As written, relative to the post. */
  readonly path: string;
  /** An array in the file, or a column; indices behind it choose a part: `layer3[2]`. */
  readonly key: string | null;
}

/** What a definition reads of a file. */
export interface NamedData {
  readonly request: DataRequest;
  /** `first` is the number of the first entry of an axis. */
  readonly read: (first: number) => Attempt<DataArray>;
}

/** A file as a main found it. */
export type DataFile =
  | {
      readonly kind: 'found';
      /** What opens it, where its bytes are not at hand. */
      readonly location: string;
      readonly bytes: Uint8Array | null;
      /** Another one where the file has changed. */
      readonly stamp: string;
      /** How many bytes of it may be read. */
      readonly limit: number;
    }
  | { readonly kind: 'refused'; readonly code: DataRefusal };

export type DataRefusal = 'data.missing' | 'data.outside' | 'data.no-file';

/** By the paths that worksheets write. */
export type DataFiles = ReadonlyMap<string, DataFile>;

/** Single precision stays as it is: half the memory, and the same numbers. */
export type Numbers = Float64Array | Float32Array;

/** The last axis runs fastest; a number has no axes. */
export interface DataArray {
  readonly axes: readonly number[];
  readonly numbers: Numbers;
}

/** What is read of a file at once. */
export const WINDOW = 16_000_000;

/** In bytes, where nobody allows more. */
export const USUAL_DATA_LIMIT = 256_000_000;

export interface ByteReader {
  readonly size: number;
  /** At most a window; `null` where they cannot be read. */
  read(start: number, length: number): Uint8Array | null;
}

/** What the host does for the formats. */
export interface DataHost {
  /** A plain file; `null` where there is none any more. Whoever opens it closes it. */
  open(location: string): (ByteReader & { close(): void }) | null;
  /** Of a deflated stream so many bytes; `null` where it is none, or has another length. */
  inflate(bytes: Uint8Array, size: number): Uint8Array | null;
  /** As UTF-8, without a mark of its byte order; `null` for anything else. */
  text(bytes: Uint8Array): string | null;
}

export type Format = 'npy' | 'npz' | 'safetensors' | 'csv' | 'tsv' | 'JSON';

/** A file being read: its bytes, and how to refuse it. */
export class OpenData {
  readonly path: string;
  readonly limit: number;
  readonly host: DataHost;
  readonly #reader: ByteReader;

  constructor(path: string, limit: number, host: DataHost, reader: ByteReader) {
    this.path = path;
    this.limit = limit;
    this.host = host;
    this.#reader = reader;
  }

  get size(): number {
    return this.#reader.size;
  }

  /** The same file, where part of it stands for all. */
  within(reader: ByteReader): OpenData {
    return new OpenData(this.path, this.limit, this.host, reader);
  }

  /** At most a window. */
  at(start: number, length: number, format: Format): Uint8Array {
    const isInside = start >= 0 && length >= 0 && length <= WINDOW && start + length <= this.size;
    if (!isInside) return this.damaged(format);
    return this.#reader.read(start, length) ?? this.refuse('data.changed');
  }

  /** More than a window, one after the other. */
  all(start: number, length: number, format: Format): Uint8Array {
    if (length > this.limit) this.tooLarge(length);
    if (start < 0 || length < 0 || start + length > this.size) this.damaged(format);
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += WINDOW)
      bytes.set(this.at(start + at, Math.min(WINDOW, length - at), format), at);
    return bytes;
  }

  text(format: Format): string {
    return this.host.text(this.all(0, this.size, format)) ?? this.refuse('data.not-text');
  }

  tooLarge(bytes: number): never {
    const megabytes = (size: number): string => String(Math.ceil(size / 100_000) / 10);
    return this.refuse('data.too-large', {
      size: megabytes(bytes),
      limit: megabytes(this.limit),
    });
  }

  damaged(format: Format): never {
    return this.refuse('data.damaged', { format });
  }

  /** The place is that of whoever asks. */
  refuse(code: ProblemCode, data: Readonly<Record<string, string>> = {}): never {
    return refuse(code, { start: 0, end: 0 }, { ...data, path: this.path });
  }
}

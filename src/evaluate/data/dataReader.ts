// Reads data files by what their names end in, and keeps what was read until a file is another.
import { attempt, refuse, type Attempt } from '../refusal.js';
import {
  OpenData,
  type DataArray,
  type DataFile,
  type DataFiles,
  type DataHost,
  type DataRefusal,
  type DataRequest,
  type NamedData,
} from './dataFile.js';
import { refuseKey } from './keys.js';
import { readJson } from './json.js';
import { readNpy } from './npy.js';
import { readNpz } from './npz.js';
import { partOf, type Part } from './part.js';
import { readSafetensors } from './safetensors.js';
import { readSeparated } from './separated.js';
import { readerOf } from './zip.js';

type FoundFile = Extract<DataFile, { kind: 'found' }>;

/** So many bytes are kept, beside those that the last evaluation asked for. */
const MOST_KEPT = 256_000_000;

export class DataReader {
  readonly #host: DataHost;
  /** By file, stamp and part; what was asked for last stands last. */
  readonly #kept = new Map<string, Attempt<DataArray>>();

  constructor(host: DataHost) {
    this.#host = host;
  }

  /** `first` is the number of the first entry of an axis. */
  read(file: FoundFile, request: DataRequest, first: number): Attempt<DataArray> {
    const { location, stamp, limit } = file;
    const key = JSON.stringify([location, stamp, limit, request.path, request.key, first]);
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const read = known ?? attempt(() => this.#read(file, request, first), NOWHERE);
    this.#kept.set(key, read);
    this.#forget();
    return read;
  }

  #forget(): void {
    let bytes = 0;
    for (const [key, read] of [...this.#kept].reverse()) {
      if (bytes > MOST_KEPT) this.#kept.delete(key);
      bytes += 1000 + (read.ok ? read.value.numbers.byteLength : 0);
    }
  }

  #read({ location, bytes, limit }: FoundFile, request: DataRequest, first: number): DataArray {
    const nothing = new OpenData(request.path, limit, this.#host, readerOf(new Uint8Array()));
    const format = formatOf(nothing);
    const opened = bytes === null ? this.#host.open(location) : null;
    const reader = opened ?? (bytes === null ? null : readerOf(bytes));
    if (reader === null) return nothing.refuse('data.changed');
    try {
      const open = new OpenData(request.path, limit, this.#host, reader);
      return onlyNumbers(open, format(open, partOf(request.key, first)), first);
    } finally {
      opened?.close();
    }
  }
}

/** Read where it is asked for; `reader` is `null` where the host has no files. */
export function namedData(
  files: DataFiles,
  request: DataRequest,
  reader: DataReader | null,
): NamedData {
  const file = files.get(request.path);
  const refused = (code: DataRefusal | 'data.not-here'): Attempt<DataArray> =>
    attempt(() => refuse(code, NOWHERE, { path: request.path }), NOWHERE);
  return {
    request,
    read: (first) => {
      if (file === undefined || reader === null) return refused('data.not-here');
      return file.kind === 'refused' ? refused(file.code) : reader.read(file, request, first);
    },
  };
}

const NOWHERE = { start: 0, end: 0 };

type FormatReader = (file: OpenData, part: Part) => DataArray;

const FORMATS: ReadonlyMap<string, FormatReader> = new Map<string, FormatReader>([
  [
    'npy',
    (file, part) => {
      refuseKey(file, part);
      return readNpy(file, part);
    },
  ],
  ['npz', readNpz],
  ['safetensors', readSafetensors],
  ['csv', (file, part) => readSeparated(file, part, 'csv')],
  ['tsv', (file, part) => readSeparated(file, part, 'tsv')],
  ['json', readJson],
]);

/** To read one of these can run what it holds. */
const PICKLES: ReadonlySet<string> = new Set(['pt', 'pth', 'pkl', 'pickle', 'ckpt', 'joblib']);

function formatOf(file: OpenData): FormatReader {
  const ending = /\.([^./\\]+)$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
  if (PICKLES.has(ending)) return file.refuse('data.pickle');
  return FORMATS.get(ending) ?? file.refuse('data.format');
}

/** What is not a number has no value. */
function onlyNumbers(file: OpenData, { axes, numbers }: DataArray, first: number): DataArray {
  for (let at = 0; at < numbers.length; at++) {
    if (!Number.isNaN(numbers[at])) continue;
    const columns = axes[1] ?? 1;
    const place = axes.length === 2 ? [Math.floor(at / columns), at % columns] : [at];
    const shown = place.map((each) => each + first).join(', ');
    file.refuse('data.not-a-number', { place: shown });
  }
  return { axes, numbers };
}

// What was found out about the posts of a blog, kept from one run to the next: a line of text for each post.
// It holds for a file of the same size and time, and under the settings that it was found out under.

/** What a file is known by while nobody reads it. */
export interface FileStamp {
  readonly size: number;
  /** Milliseconds. */
  readonly modified: number;
}

/** A file may change once more in the moment of its change, and its time stay as it was. In milliseconds. */
const unsettled = 2_000;

/** It is read whole: what is longer would hardly be sooner than the posts. In characters. */
const longest = 120_000_000;

export class KeptPosts {
  /** The lines by the paths of their posts, without the path. */
  readonly #lines: Map<string, string>;
  readonly #asked = new Set<string>();
  readonly #now: number;
  /** Whether what is to be kept is other than what was. */
  isChanged = false;

  /** `now` is the time at which reading begins, in milliseconds. */
  constructor(now: number, text = '') {
    this.#now = now;
    this.#lines = readLines(text);
  }

  get(path: string, stamp: FileStamp, setting: string): string | null {
    this.#asked.add(path);
    const line = this.#lines.get(path);
    const head = headOf(stamp, setting);
    return line?.startsWith(head) === true ? line.slice(head.length) : null;
  }

  /** `found` is JSON in one line. */
  put(path: string, stamp: FileStamp, setting: string, found: string): void {
    this.#asked.add(path);
    if (this.#now - stamp.modified < unsettled) return;
    this.isChanged = true;
    this.#lines.set(path, headOf(stamp, setting) + found);
  }

  /** Posts that this run neither asked for nor put are no more. */
  forgetOthers(): void {
    for (const path of [...this.#lines.keys()]) {
      if (this.#asked.has(path)) continue;
      this.#lines.delete(path);
      this.isChanged = true;
    }
  }

  /** The text to be kept, in pieces that are lines; no longer than `limit`. */
  *lines(limit = longest): Generator<string> {
    let length = 0;
    for (const [path, line] of this.#lines) {
      const written = `${inAscii(JSON.stringify(path))}\t${line}\n`;
      length += written.length;
      if (length > limit) return;
      yield written;
    }
  }
}

/** The same JSON: a text of nothing but ASCII takes half the memory. */
export function inAscii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function headOf({ size, modified }: FileStamp, setting: string): string {
  return `${size}\t${modified}\t${setting}\t`;
}

/** A line that is none of ours is left out. */
function readLines(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const tab = text.indexOf('\t', start);
    const path = tab < 0 || tab > end ? null : parsePath(text.slice(start, tab));
    if (path !== null) lines.set(path, text.slice(tab + 1, end));
    start = end + 1;
  }
  return lines;
}

function parsePath(text: string): string | null {
  try {
    const path: unknown = JSON.parse(text);
    return typeof path === 'string' ? path : null;
  } catch {
    return null;
  }
}

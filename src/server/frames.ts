// Where messages begin and end in a stream: behind a header that cannot be read, none is found any more.

/** In bytes. */
const longestHeader = 1_000;
const longestMessage = 500_000_000;

export class Frames {
  #header = '';
  /** How many bytes of the message are still to come. */
  #missing = 0;

  /** Whether all headers up to here could be read. */
  follow(bytes: Uint8Array): boolean {
    let at = 0;
    while (at < bytes.length) {
      if (this.#missing > 0) {
        const there = Math.min(this.#missing, bytes.length - at);
        this.#missing -= there;
        at += there;
        continue;
      }
      this.#header += String.fromCharCode(bytes[at++] ?? 0);
      if (this.#header.endsWith('\r\n\r\n')) {
        const length = lengthIn(this.#header);
        if (length === null) return false;
        this.#missing = length;
        this.#header = '';
      } else if (this.#header.length > longestHeader) return false;
    }
    return true;
  }
}

function lengthIn(header: string): number | null {
  const lines = header.split('\r\n').slice(0, -2);
  if (!lines.every((line) => line.includes(':'))) return null;
  const stated = lines.flatMap(
    (line) => /^content-length:[ \t]*(\d+)[ \t]*$/i.exec(line)?.[1] ?? [],
  );
  const length = Number(stated.at(-1) ?? NaN);
  return length <= longestMessage ? length : null;
}

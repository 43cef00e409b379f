// Which braces of a formula belong together; all are matched when the first is asked for.

export class BraceMatcher {
  readonly #tex: string;
  #closing: Int32Array | null = null;

  constructor(tex: string) {
    this.#tex = tex;
  }

  /** The offset of the `}` of the `{` at `open`; the end of the formula where it has none. */
  closing(open: number): number {
    this.#closing ??= matchBraces(this.#tex);
    return this.#closing[open] ?? this.#tex.length;
  }
}

function matchBraces(tex: string): Int32Array {
  const closing = new Int32Array(tex.length).fill(tex.length);
  const open: number[] = [];
  for (let at = 0; at < tex.length; at++) {
    const code = tex.charCodeAt(at);
    if (code === 92 /* \ */) at++;
    else if (code === 123 /* { */) open.push(at);
    else if (code === 125 /* } */) {
      const start = open.pop();
      if (start !== undefined) closing[start] = at;
    }
  }
  return closing;
}

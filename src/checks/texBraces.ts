// Which braces of a formula belong together.

export interface Braces {
  /** For each `{` the offset of its `}`; -1 elsewhere. */
  readonly closing: Int32Array;
  /** The first brace that has no partner; -1 where each has one. */
  readonly alone: number;
}

export function matchBraces(tex: string): Braces {
  const closing = new Int32Array(tex.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < tex.length; at++) {
    const code = tex.charCodeAt(at);
    if (code === 92 /* \ */) at++;
    else if (code === 123 /* { */) open.push(at);
    else if (code === 125 /* } */) {
      const start = open.pop();
      if (start === undefined) return { closing, alone: at };
      closing[start] = at;
    }
  }
  return { closing, alone: open.at(-1) ?? -1 };
}

// Loops over the same range become one: it goes through data once, and sums do not wait for one another.

export interface Loop {
  readonly name: string;
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly body: readonly string[];
}

/** The last loop of a block that others may join, and where it stands in its lines. */
export interface PlacedLoop extends Omit<Loop, 'body'> {
  readonly start: number;
  /** Of its closing brace. */
  readonly end: number;
}

/** Adds a loop to the lines of a block, or its body to that of the last one; gives what the next may join. */
export function addLoop(lines: string[], loop: Loop, last: PlacedLoop | null): PlacedLoop | null {
  const { name, from, to, body } = loop;
  if (last !== null && canJoin(lines, loop, last)) return joined(lines, loop, last);
  const start = lines.length;
  lines.push(`for (let ${name} = ${from}; ${name} <= ${to}; ${name}++) {`, ...body, '}');
  return isPlain(body) ? { name, from, to, start, end: lines.length - 1 } : null;
}

/** What stands between begins the second loop, and can as well begin it before the first. */
function joined(lines: string[], loop: Loop, last: PlacedLoop): PlacedLoop {
  const between = lines.splice(last.end + 1);
  lines.splice(last.start, 0, ...between);
  const start = last.start + between.length;
  const end = last.end + between.length;
  const body = loop.body.map((line) => renamed(line, loop.name, last.name));
  lines.splice(end, 0, ...body);
  return { ...last, start, end: end + body.length };
}

function canJoin(lines: readonly string[], { from, to, body }: Loop, last: PlacedLoop): boolean {
  if (last.from !== from || last.to !== to || !isPlain(body)) return false;
  if (!lines.slice(last.end + 1).every((line) => BEGINNING.test(line))) return false;
  // It must not look at what the first has not yet come to.
  const first = lines.slice(last.start + 1, last.end).join('\n');
  const assigned = new Set([...first.matchAll(ASSIGNED)].map(([, total]) => total));
  return !(body.join('\n').match(/\bt\d+\b/g) ?? []).some((used) => assigned.has(used));
}

/** Counts the steps of a range that is known, or begins a total. */
const BEGINNING = /^(?:count\(Math\.max\(0, -?\d+ - -?\d+ \+ 1\)\);|let t\d+ = [01];)$/;

const ASSIGNED = /\b(t\d+) [+*]?= /g;

/** Whether each line adds to a total or names a number, and what it calls has no other effect. */
function isPlain(body: readonly string[]): boolean {
  return body.every(
    (line) =>
      /^(?:const )?t\d+ [+*]?= [^;]*;$/.test(line) &&
      !/[a-zA-Z]\w*\(/.test(line.replace(/\bMath\.\w+\(/g, '(')),
  );
}

function renamed(line: string, from: string, to: string): string {
  return line.replace(new RegExp(`\\b${from}\\b`, 'g'), to);
}

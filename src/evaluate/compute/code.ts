// A block of generated JavaScript under construction.
import type { Numbers } from '../data/dataFile.js';
import type { Expression } from '../expression.js';

/** What generates the code of expressions, into a block; it gives the code of the value. */
export interface Emitter {
  number(expression: Expression, block: CodeBlock): string;
  array(expression: Expression, block: CodeBlock): string;
  /** The name of data. */
  input(data: Numbers): string;
  /** A name that nothing else has. */
  name(): string;
}

export class CodeBlock {
  readonly lines: string[] = [];
  #last: LastLoop | null = null;

  push(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  /** Names a value that does not change. */
  define(name: string, code: string): string {
    this.lines.push(`const ${name} = ${code};`);
    return name;
  }

  declare(name: string, start?: string): string {
    this.lines.push(start === undefined ? `let ${name};` : `let ${name} = ${start};`);
    return name;
  }

  branch(condition: string, yes: CodeBlock, no: CodeBlock): void {
    this.lines.push(`if (${condition}) {`, ...yes.lines, '}');
    if (no.lines.length > 0) this.lines.push('else {', ...no.lines, '}');
  }

  /** Runs over whole numbers, both ends included. */
  loop(name: string, from: string, to: string, body: CodeBlock): void {
    const last = this.#joinable(from, to, body);
    const lines = last === null ? body.lines : renamed(body.lines, name, last.name);
    if (last !== null) {
      // What stands between begins another sum, and can as well begin before the first.
      const between = this.lines.splice(last.end + 1);
      this.lines.splice(last.start, 0, ...between);
      const start = last.start + between.length;
      const end = last.end + between.length;
      this.lines.splice(end, 0, ...lines);
      this.#last = { ...last, start, end: end + lines.length };
      return;
    }
    const start = this.lines.length;
    this.lines.push(`for (let ${name} = ${from}; ${name} <= ${to}; ${name}++) {`, ...lines, '}');
    const end = this.lines.length - 1;
    this.#last = isPlain(lines) ? { name, from, to, start, end } : null;
  }

  /** The loop before, where both can be one: it goes through the same data once, and their sums do not wait for one another. */
  #joinable(from: string, to: string, body: CodeBlock): LastLoop | null {
    const last = this.#last;
    if (last?.from !== from || last.to !== to || !isPlain(body.lines)) return null;
    const between = this.lines.slice(last.end + 1);
    if (!between.every((line) => BEGINS.test(line))) return null;
    // It must not look at what the first has not yet come to.
    const first = this.lines.slice(last.start, last.end + 1).join('\n');
    const own = new Set(body.lines.join('\n').match(/\bt\d+\b/g) ?? []);
    const assigned = first.matchAll(/\b(t\d+) [+*]?= /g);
    for (const [, total = ''] of assigned) if (own.has(total)) return null;
    return last;
  }
}

/** A loop among the lines, which other code may follow. */
interface LastLoop {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

const BEGINS = /^(?:count\(Math\.max\(0, \d+ - \d+ \+ 1\)\);|let t\d+ = [01];)$/;

/** Whether each line adds up or names a number, and what it calls has no other effect. */
function isPlain(lines: readonly string[]): boolean {
  return lines.every(
    (line) =>
      /^(?:const )?t\d+ [+*]?= [^;]*;$/.test(line) &&
      !/[a-zA-Z]\w*\(/.test(line.replace(/\bMath\.\w+\(/g, '(')),
  );
}

function renamed(lines: readonly string[], from: string, to: string): readonly string[] {
  const name = new RegExp(`\\b${from}\\b`, 'g');
  return lines.map((line) => line.replace(name, to));
}

/** A number as a literal that stands anywhere. */
export function numberCode(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '(-Infinity)';
  return value < 0 || Object.is(value, -0)
    ? `(${Object.is(value, -0) ? '-0' : String(value)})`
    : String(value);
}

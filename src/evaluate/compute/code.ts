// A block of generated JavaScript under construction.
import type { Numbers } from '../data/dataFile.js';
import type { Expression } from '../expression.js';
import { addLoop, type PlacedLoop } from './joinedLoops.js';

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
  #last: PlacedLoop | null = null;

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
    this.#last = addLoop(this.lines, { name, from, to, body: body.lines }, this.#last);
  }
}

/** A number as a literal that stands anywhere. */
export function numberCode(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '(-Infinity)';
  return value < 0 || Object.is(value, -0)
    ? `(${Object.is(value, -0) ? '-0' : String(value)})`
    : String(value);
}

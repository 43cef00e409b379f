// A formula that computes as a program for NumPy: what it rests on, in order, and its value.
import { childrenOf } from '../children.js';
import { shapeOf, type Expression, type Instance, type Local, type Origin } from '../expression.js';
import { capturedBy } from './bindings.js';
import { writeFile } from './files.js';
import { HELPERS, type Helper } from './helpers.js';
import { freeName, pythonName } from './names.js';
import { LEVEL, piece, within } from './piece.js';
import { PythonRefusal, type Python } from './refusal.js';
import type { BoundLocal, ProgramParts, Scope } from './scope.js';
import { write } from './write.js';

/** It prints the number, or lists of numbers, with all their digits. */
export function pythonOf(expression: Expression): Python {
  try {
    return { ok: true, text: new Program().of(expression) };
  } catch (error) {
    if (error instanceof PythonRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Program implements ProgramParts {
  readonly #lines: string[] = [];
  readonly #names = new Set<string>();
  readonly #origins = new Map<Origin, string>();
  readonly #functions = new Map<string, string>();
  /** Functions by their texts, but for their names. */
  readonly #texts = new Map<string, string>();
  readonly #helpers = new Set<Helper>();
  readonly #modules = new Set<string>();

  of(expression: Expression): string {
    this.#reserve(expression, false);
    const value = write(expression, this.#scope());
    const shown =
      shapeOf(expression).rank === 0 ? value.text : `${within(value, LEVEL.whole)}.tolist()`;
    const body = [...this.#lines, `print(${shown})`];
    const settings = body.some((line) => line.includes('np.where('))
      ? ['np.seterr(all="ignore")  # np.where computes both of its sides']
      : [];
    const imports = [...this.#modules].sort().map((module) => `import ${module}`);
    const head = [...imports, ...(imports.length > 0 ? [''] : []), 'import numpy as np'];
    const helpers = [...this.#helpers].map((name) => `\n\n${HELPERS[name]}\n\n`);
    return `${[...head, ...helpers, '', ...settings, ...body].join('\n').replace(/\n{4,}/g, '\n\n\n')}\n`;
  }

  nameOf(origin: Origin): string {
    const known = this.#origins.get(origin);
    if (known !== undefined) return known;
    const { from } = origin;
    if (from.kind !== 'file') this.#reserve(from, false);
    const name = this.#newName(pythonName(origin.name));
    this.#origins.set(origin, name);
    const value = from.kind === 'file' ? writeFile(from, this) : write(from, this.#scope());
    this.#lines.push(`${name} = ${value.text}`);
    return name;
  }

  nameOfFunction(instance: Instance, isComplex: boolean): string {
    const key = `${instance.id} ${isComplex}`;
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    this.#reserve(instance.body, isComplex);
    const taken = new Set(this.#namesIn(instance.body, isComplex));
    const parameters = this.#parameters(instance, taken);
    const lines: string[] = [];
    const scope: Scope = { ...this.#scope(), locals: parameters.locals, taken, lines, isComplex };
    const value = write(instance.body, scope).text;
    const body = [...lines, `return ${value}`].map((line) => `    ${line}`);
    const text = [`(${parameters.names.join(', ')}):`, ...body].join('\n');
    const wanted = pythonName(instance.written.name);
    const name = this.#texts.get(`${wanted}${text}`) ?? this.#define(wanted, text);
    this.#functions.set(key, name);
    return name;
  }

  helper(name: Helper): string {
    this.#helpers.add(name);
    return name;
  }

  uses(module: string): string {
    this.#modules.add(module);
    return module;
  }

  #define(wanted: string, text: string): string {
    const name = this.#newName(wanted);
    this.#lines.push('', '', `def ${name}${text}`, '', '');
    this.#texts.set(`${wanted}${text}`, name);
    return name;
  }

  #parameters(
    instance: Instance,
    taken: Set<string>,
  ): { readonly names: readonly string[]; readonly locals: ReadonlyMap<Local, BoundLocal> } {
    const locals = new Map<Local, BoundLocal>();
    const named = instance.parameters.map((local, at) => {
      return [local, pythonName(instance.written.parameters[at] ?? 'value')] as const;
    });
    const captured = capturedBy(instance).map((local) => [local, 'value'] as const);
    const names = [...named, ...captured].map(([local, wanted]) => {
      const name = freeName(wanted, (each) => taken.has(each));
      taken.add(name);
      locals.set(local, { kind: 'piece', piece: piece(name), isWhole: false });
      return name;
    });
    return { names, locals };
  }

  #scope(): Scope {
    return {
      program: this,
      locals: new Map(),
      taken: this.#names,
      bound: new Set(),
      lines: this.#lines,
      isComplex: false,
      write,
    };
  }

  #newName(wanted: string): string {
    const name = freeName(wanted, (each) => this.#names.has(each));
    this.#names.add(name);
    return name;
  }

  /** Writes what a part rests on before it, so that all its names are known when its own are chosen. */
  #reserve(expression: Expression, isComplex: boolean): void {
    this.#namesIn(expression, isComplex);
  }

  #namesIn(expression: Expression, isComplex: boolean): readonly string[] {
    const names = new Set<string>();
    const seen = new Set<Expression>();
    const visit = (part: Expression, inComplex: boolean): void => {
      if (seen.has(part)) return;
      seen.add(part);
      if ((part.kind === 'constant' || part.kind === 'input') && part.origin !== undefined)
        names.add(this.nameOf(part.origin));
      if (part.kind === 'call') names.add(this.nameOfFunction(part.instance, inComplex));
      const isDerivative = part.kind === 'algorithm' && part.algorithm === 'derivative';
      if (!isDerivative) return childrenOf(part).forEach((child) => visit(child, inComplex));
      part.operands.forEach((operand) => visit(operand, inComplex));
      part.functions.forEach(({ body }) => visit(body, true));
    };
    visit(expression, isComplex);
    return [...names];
  }
}

// Finds in a formula what no TeX engine accepts. Only sure things: where engines differ, where macros
// of the page play a part, or where a command reads its argument in its own way, it says nothing.
import type { Span } from '../text/span.js';
import type { TexFaultInPlace } from './display.js';
import { BraceMatcher } from './texBraces.js';
import {
  argumentCounts,
  isDelimiter,
  singleCellEnvironments,
  takesArguments,
  textCommands,
  unreadable,
} from './texCommands.js';

export type TexFaultCode =
  | 'unclosed-brace'
  | 'extra-close'
  | 'unclosed-environment'
  | 'unclosed-left'
  | 'misplaced-middle'
  | TexFaultInPlace;

export interface TexFault {
  readonly code: TexFaultCode;
  readonly subject: string;
  /** In the formula's TeX. */
  readonly span: Span;
}

/** The first fault, as an engine would stop there. `isMacro` knows the commands that the page defines. */
export function scanTex(tex: string, isMacro: (name: string) => boolean): TexFault | null {
  if (!mayBeFaulty.test(tex)) return null;
  const fault = new TexScan(tex).run();
  // Few formulas have a fault: only then is it worth asking whether it is sure.
  return fault && !unreadable.test(tex) && !usesMacros(tex, isMacro) ? fault : null;
}

/** Letters, digits and signs alone are no fault. */
const mayBeFaulty = /[\\{}^_&]/;

/** Whether engines stop where the fault stands, and not where what is open ends. */
export function isInPlace(code: string): code is TexFaultInPlace {
  return inPlace.has(code);
}

const inPlace: ReadonlySet<string> = new Set<TexFaultInPlace>([
  ...(['missing-argument', 'double-superscript', 'double-subscript'] as const),
  ...(['misplaced-cell', 'bad-delimiter'] as const),
]);

function usesMacros(tex: string, isMacro: (name: string) => boolean): boolean {
  for (const [, name = ''] of tex.matchAll(/\\([a-zA-Z]+)/g)) if (isMacro(name)) return true;
  return false;
}

/** What is open: a group, a `\left`, an environment. */
interface Level {
  readonly kind: 'formula' | 'group' | 'left' | 'environment';
  readonly name: string;
  readonly span: Span;
  /** Which scripts the atom around it has with this group; `null` where it is no script. */
  readonly script: Scripts | null;
  /** Those of the atom that was read last in it. */
  scripts: Scripts;
}

interface Scripts {
  readonly superscript: boolean;
  readonly subscript: boolean;
}

const noScripts: Scripts = { superscript: false, subscript: false };

class TexScan {
  readonly #tex: string;
  readonly #braces: BraceMatcher;
  readonly #levels: Level[];
  /** How many `\left` are open, in whatever groups. */
  #lefts = 0;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
    this.#braces = new BraceMatcher(tex);
    this.#levels = [level('formula', '', { start: 0, end: tex.length })];
  }

  run(): TexFault | null {
    while (this.#at < this.#tex.length) {
      const fault = this.#step();
      if (fault) return fault;
    }
    return this.#openAtEnd();
  }

  /** The innermost that is still open. */
  #openAtEnd(): TexFault | null {
    const { kind, name, span } = this.#top;
    switch (kind) {
      case 'formula':
        return null;
      case 'group':
        return { code: 'unclosed-brace', subject: '{', span };
      case 'left':
        return { code: 'unclosed-left', subject: '\\left', span };
      case 'environment':
        return { code: 'unclosed-environment', subject: name, span };
    }
  }

  get #top(): Level {
    return this.#levels[this.#levels.length - 1] ?? level('formula', '', { start: 0, end: 0 });
  }

  #step(): TexFault | null {
    const start = this.#at;
    const character = this.#tex.charAt(this.#at++);
    switch (character) {
      case '\\':
        return this.#command(start);
      case '{':
        this.#open('group', '', start);
        return null;
      case '}':
        return this.#closeGroup(start);
      case '^':
      case '_':
        return this.#script(character, start);
      case '&':
        return this.#cell(start);
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case "'": // A superscript to some engines.
        return null;
      default:
        this.#atom();
        return null;
    }
  }

  #atom(): void {
    this.#top.scripts = noScripts;
  }

  #open(kind: Level['kind'], name: string, start: number, script: Scripts | null = null): void {
    this.#atom();
    this.#levels.push(level(kind, name, { start, end: this.#at }, script));
  }

  /** The end of a cell, where there are cells. */
  #cell(start: number): TexFault | null {
    const { kind, name, span, script } = this.#top;
    this.#atom();
    if (kind === 'environment' && !singleCellEnvironments.has(name)) return null;
    // What is the argument of a command may be a table of it.
    if (kind === 'group' && script === null && mayBeArgument(this.#tex, span.start)) return null;
    // A character reference, such as `&lt;`, is for the page to read.
    if (/^&#?\w+;/.test(this.#tex.slice(start, start + 12))) return null;
    const subject = kind === 'environment' ? name : '';
    return { code: 'misplaced-cell', subject, span: { start, end: this.#at } };
  }

  #closeGroup(start: number): TexFault | null {
    const { kind, name, span, script } = this.#top;
    switch (kind) {
      case 'left':
        return { code: 'unclosed-left', subject: '\\left', span };
      case 'environment':
        return { code: 'unclosed-environment', subject: name, span };
      case 'formula':
        return { code: 'extra-close', subject: '}', span: { start, end: this.#at } };
      case 'group':
        this.#levels.pop();
        if (script) this.#top.scripts = script;
        return null;
    }
  }

  #script(character: '^' | '_', start: number): TexFault | null {
    const span = { start, end: this.#at };
    if (this.#lacksScript()) return { code: 'missing-argument', subject: character, span };
    const { superscript, subscript } = this.#top.scripts;
    const isSuperscript = character === '^';
    if (isSuperscript ? superscript : subscript) {
      const code = isSuperscript ? 'double-superscript' : 'double-subscript';
      return { code, subject: character, span };
    }
    const scripts = {
      superscript: superscript || isSuperscript,
      subscript: subscript || !isSuperscript,
    };
    const next = this.#tex.charAt(this.#at);
    // A command takes arguments of its own: where the script ends, is for the engine to say.
    if (next === '\\') return null;
    const opened = this.#at++;
    if (next === '{') this.#open('group', '', opened, scripts);
    else this.#top.scripts = scripts;
    return null;
  }

  #command(start: number): TexFault | null {
    let end = this.#at;
    while (isLetter(this.#tex.charCodeAt(end))) end++;
    const name = this.#tex.slice(this.#at, end);
    this.#at = Math.max(end, this.#at + 1);
    switch (name) {
      case 'left':
        this.#open('left', name, start);
        this.#lefts++;
        return this.#delimiter(name, start);
      case 'right':
        return this.#closeLeft(start);
      case 'middle':
        return this.#middle(start);
      case 'begin':
      case 'end':
        return this.#environment(name, start);
      default:
        this.#atom();
        return this.#arguments(name, start);
    }
  }

  #closeLeft(start: number): TexFault | null {
    const span = { start, end: this.#at };
    if (this.#top.kind !== 'left') return { code: 'extra-close', subject: '\\right', span };
    this.#levels.pop();
    this.#lefts--;
    return this.#delimiter('right', start);
  }

  #middle(start: number): TexFault | null {
    const span = { start, end: this.#at };
    if (this.#lefts === 0) return { code: 'misplaced-middle', subject: '\\middle', span };
    this.#atom();
    return this.#delimiter('middle', start);
  }

  #environment(verb: 'begin' | 'end', start: number): TexFault | null {
    const argument = /^\s*\{([^{}\\]*)\}/.exec(this.#tex.slice(this.#at, this.#at + 60));
    // Not how environments are written: whatever comes, comes.
    if (!argument) {
      this.#at = this.#tex.length;
      this.#levels.length = 1;
      return null;
    }
    this.#at += argument[0].length;
    const name = argument[1] ?? '';
    const span = { start, end: this.#at };
    if (verb === 'begin') {
      this.#open('environment', name, start);
      return null;
    }
    const top = this.#top;
    if (top.kind === 'left') return { code: 'unclosed-left', subject: '\\left', span: top.span };
    if (top.kind === 'environment' && top.name === name) {
      this.#levels.pop();
      return null;
    }
    return top.kind === 'environment'
      ? { code: 'unclosed-environment', subject: top.name, span: top.span }
      : { code: 'extra-close', subject: `\\end{${name}}`, span };
  }

  #arguments(name: string, start: number): TexFault | null {
    if (textCommands.has(name)) {
      this.#skipGroups();
      return null;
    }
    const count = argumentCounts.get(name) ?? 0;
    const span = { start, end: this.#at };
    const back = this.#at;
    for (let given = 0; given < count; given++) {
      if (this.#lacksArgument(name)) {
        return { code: 'missing-argument', subject: `\\${name}`, span };
      }
      if (!this.#skipArgument()) break;
    }
    // What stands in the arguments is read like the rest.
    this.#at = back;
    return null;
  }

  /** The end of the formula, of the group or the cell around, or what cannot be an argument. */
  #lacksArgument(command: string): boolean {
    this.#skipBlanks();
    const next = this.#tex.charAt(this.#at);
    if (next !== '\\') return next === '' || '}&^_'.includes(next);
    const name = this.#nextCommand();
    // MathJax reads the fraction with its root.
    return takesArguments(name) && command !== 'sqrt';
  }

  #lacksScript(): boolean {
    this.#skipBlanks();
    const next = this.#tex.charAt(this.#at);
    if (next !== '\\') return next === '' || next === '}' || next === '&';
    return ['\\', 'right', 'end'].includes(this.#nextCommand());
  }

  /** The name of the command that stands here. */
  #nextCommand(): string {
    return /^\\([a-zA-Z]+|[^])/.exec(this.#tex.slice(this.#at, this.#at + 40))?.[1] ?? '';
  }

  #skipArgument(): boolean {
    const next = this.#tex.charAt(this.#at);
    if (next === '[' || next === '\\') return false;
    this.#at = next === '{' ? this.#braces.closing(this.#at) + 1 : this.#at + 1;
    return true;
  }

  #skipGroups(): void {
    if (this.#tex.charAt(this.#at) === '*') this.#at++;
    this.#skipBlanks();
    if (this.#tex.charAt(this.#at) === '{') {
      this.#at = this.#braces.closing(this.#at) + 1;
    }
  }

  #delimiter(command: string, start: number): TexFault | null {
    const span = { start, end: this.#at };
    this.#skipBlanks();
    const next = this.#tex.charAt(this.#at);
    const delimiter = next === '\\' ? `\\${this.#nextCommand()}` : next;
    // At the end of the formula, what is open says more.
    if (delimiter !== '' && !isDelimiter(delimiter)) {
      return { code: 'bad-delimiter', subject: `\\${command}`, span };
    }
    this.#at += delimiter.length;
    return null;
  }

  #skipBlanks(): void {
    while (isBlank(this.#tex.charCodeAt(this.#at))) this.#at++;
  }
}

function level(
  kind: Level['kind'],
  name: string,
  span: Span,
  script: Scripts | null = null,
): Level {
  return { kind, name, span, script, scripts: noScripts };
}

/** Whether a command stands before the brace at `at`, perhaps with other arguments. */
function mayBeArgument(tex: string, at: number): boolean {
  return /[a-zA-Z}\])*]\s{0,9}$/.test(tex.slice(Math.max(0, at - 10), at));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

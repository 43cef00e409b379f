// How one hand writes: which of several customs it follows is chance.
import type { Chance } from './chance.js';
import { bracketed, ofLevel, type Level, type Written } from './latexLevels.js';
import type { FunctionName, MatrixName, Place, Range, Scalar, VectorName } from './terms.js';

const raw = String.raw;

export const functions: Readonly<Record<FunctionName, readonly string[]>> = {
  exp: [raw`\exp`],
  log: [raw`\log`, raw`\ln`],
  log2: [raw`\log_2`],
  sqrt: [],
  cbrt: [],
  sin: [raw`\sin`],
  cos: [raw`\cos`],
  tanh: [raw`\tanh`],
  arctan: [raw`\arctan`],
  sinh: [raw`\sinh`],
  cosh: [raw`\cosh`],
  logistic: [raw`\sigma`],
  abs: [],
  positivePart: [],
};

export class Hand {
  readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  name(name: VectorName): string {
    const bold = [raw`\boldsymbol{${name}}`, raw`\mathbf{${name}}`];
    return this.chance.often(0.6) ? name : this.chance.pick(bold);
  }

  matrixName(name: MatrixName): string {
    return this.chance.often(0.7) ? name : raw`\boldsymbol{${name}}`;
  }

  indexed(name: string, at: string): string {
    return at.length === 1 && this.chance.often(0.7) ? `${name}_${at}` : `${name}_{${at}}`;
  }

  entry2(name: MatrixName, row: string, column: string): string {
    const alike = /^(\d\d|[a-z][a-z])$/.test(row + column);
    const tight = alike && this.chance.often(0.5);
    return `${name}_{${tight ? row + column : `${row},${column}`}}`;
  }

  plus(left: Written, minus: boolean, right: Written): Written {
    const space = this.chance.pick(['', ' ']);
    const after = this.within(right, 'term');
    return {
      tex: `${this.within(left, 'term')}${space}${minus ? '-' : '+'}${space}${after}`,
      level: 'sum',
    };
  }

  /** Side by side where that can be read in one way, else with a sign. */
  product(factors: readonly Written[], ofArray = false): Written {
    const parts = factors.map((factor, at) =>
      this.within(factor, at === factors.length - 1 ? 'lastFactor' : 'factor'),
    );
    const tex = parts.reduce((before, part) => {
      const needsSign = /^[\d.]/.test(part) || (/\d$/.test(before) && part.startsWith('\\frac'));
      // A bracket behind a name may look like a call.
      const looksCalled = /^\\?(?:left|bigl|Big)?[([]/.test(part) && !/^[a-c\d.]$/.test(before);
      if (needsSign || looksCalled || this.chance.often(0.2))
        return `${before}${this.chance.pick([raw` \cdot `, raw`\cdot `, ofArray ? raw`\cdot ` : raw`\times `])}${part}`;
      return `${before}${this.chance.pick([' ', ' ', raw`\,`])}${part}`;
    });
    if (factors.at(-1)?.level === 'open') return { tex, level: 'open' };
    return { tex, level: ofArray ? 'scaled' : 'product' };
  }

  hadamard(left: Written, right: Written): Written {
    const [before, after] = [this.within(left, 'tight'), this.within(right, 'tight')];
    return { tex: raw`${before} \odot ${after}`, level: 'odot' };
  }

  fraction(over: string, under: string): Written {
    return atom(
      `${this.chance.pick([raw`\frac`, raw`\frac`, raw`\dfrac`, raw`\tfrac`])}{${over}}{${under}}`,
    );
  }

  over(body: Written, by: Written): Written {
    return this.chance.often(0.7)
      ? this.fraction(body.tex, by.tex)
      : { tex: `${this.within(body, 'atom')}/${this.within(by, 'atom')}`, level: 'slash' };
  }

  plainPower(base: Written, up: string): Written {
    const short = up.length === 1 && this.chance.often(0.7);
    return { tex: `${this.within(base, 'atom')}^${short ? up : `{${up}}`}`, level: 'power' };
  }

  function(name: FunctionName, argument: Written, ofVector = false): Written {
    if (name === 'sqrt') return atom(raw`\sqrt{${argument.tex}}`);
    if (name === 'cbrt') return atom(raw`\sqrt[3]{${argument.tex}}`);
    if (name === 'abs') return atom(this.bars(argument.tex));
    if (name === 'positivePart') return atom(`${this.brackets(argument.tex, 'square')}_+`);
    if (name === 'exp' && this.chance.often(0.6))
      return { tex: `e^{${argument.tex}}`, level: 'power' };
    const word = this.chance.pick(functions[name]);
    const bare = argument.level === 'atom' && /^\\?[a-z]+(_.)?$/.test(argument.tex);
    if (bare && name !== 'logistic' && this.chance.often(0.6))
      return { tex: `${word} ${argument.tex}`, level: 'open' };
    return prefix(
      `${word}${this.brackets(argument.tex, name === 'logistic' || ofVector ? 'round' : 'any')}`,
    );
  }

  rounded(name: 'floor' | 'ceiling' | 'sign', { tex }: Written): Written {
    if (name === 'sign')
      return prefix(
        raw`${this.chance.pick([raw`\operatorname{sign}`, raw`\mathrm{sgn}`])}${this.brackets(tex, 'round')}`,
      );
    const [open, close] =
      name === 'floor' ? [raw`\lfloor`, raw`\rfloor`] : [raw`\lceil`, raw`\rceil`];
    return atom(
      this.chance.often(0.5) ? raw`\left${open} ${tex}\right${close}` : `${open} ${tex}${close}`,
    );
  }

  /** Factors without a sign or a function among them need no brackets. */
  extremumBody(body: Written): string {
    const isPlain =
      ofLevel(body, 'lastFactor') && !/\\(?!boldsymbol|mathbf|gamma|lambda|,)|\(/.test(body.tex);
    return isPlain ? body.tex : this.brackets(body.tex, 'round');
  }

  range({ kind, letter, other }: Range): string {
    const apart = other === null ? '' : place(other);
    switch (kind) {
      case 'bare':
        return this.chance.often(0.7) ? `_${letter}` : `_{${letter}}`;
      case 'whole':
        return this.chance.pick([
          `_{${letter}=1}^n`,
          `_{${letter}=1}^{n}`,
          `^n_{${letter}=1}`,
          `_{${letter}=1}^4`,
        ]);
      case 'part':
        return this.chance.pick([`_{${letter}=2}^k`, `_{${letter}=2}^{3}`, `_{${letter}=2}^{n-1}`]);
      case 'other':
        return this.chance.pick([raw`_{${letter}\neq ${apart}}`, raw`_{${letter}\ne ${apart}}`]);
      case 'below':
        return `_{${letter}<${apart}}`;
      case 'subset':
        return this.chance.pick([raw`_{${letter}\in\Omega}`, raw`_{${letter}\in\{1,3\}}`]);
      case 'filtered':
        return this.chance.pick([
          raw`_{${letter}: x_${letter}>0}`,
          raw`_{${letter}:\,x_${letter} > 0}`,
        ]);
    }
  }

  norm(order: Extract<Scalar, { kind: 'norm' }>['order'], body: string): Written {
    const bars = this.doubleBars(body);
    switch (order) {
      case '1':
        return atom(`${bars}_1`);
      case '2':
        return atom(this.chance.often(0.5) ? bars : `${bars}_2`);
      case '3':
        return atom(`${bars}_3`);
      case 'infinity':
        return atom(raw`${bars}_\infty`);
      case 'squared':
        return { tex: this.chance.pick([`${bars}^2`, `${bars}_2^2`]), level: 'power' };
    }
  }

  transposed(body: Written): string {
    return `${this.within(body, 'atom')}${this.chance.pick([raw`^\top`, raw`^{\top}`, '^T'])}`;
  }

  statistic(name: 'mean' | 'variance', body: string): Written {
    const words =
      name === 'mean'
        ? [raw`\mathbb{E}`, raw`\operatorname{mean}`, raw`\mathbb E`]
        : [raw`\operatorname{Var}`, raw`\mathrm{Var}`];
    return prefix(`${this.chance.pick(words)}${this.brackets(body)}`);
  }

  softmax(body: Written): string {
    const word = this.chance.pick([
      raw`\operatorname{softmax}`,
      raw`\text{softmax}`,
      raw`\mathrm{softmax}`,
    ]);
    return `${word}${this.brackets(body.tex, 'round')}`;
  }

  divergence(from: string, to: string): Written {
    return atom(
      this.chance.pick([
        raw`KL(${from}\|${to})`,
        raw`\operatorname{KL}(${from}\Vert ${to})`,
        raw`\mathrm{KL}\left(${from}\,\|\,${to}\right)`,
      ]),
    );
  }

  bars(body: string): string {
    return this.chance.often(0.5) ? raw`\left|${body}\right|` : raw`\lvert ${body}\rvert`;
  }

  doubleBars(body: string): string {
    const bars: readonly string[] = [
      raw`\left\|${body}\right\|`,
      raw`\lVert ${body}\rVert`,
      raw`\left\Vert ${body}\right\Vert`,
      raw`\|${body}\|`,
      raw`\Vert ${body}\Vert`,
    ];
    // Bars that do not tell which side they are on cannot be nested.
    return this.chance.pick(body.includes('|') || body.includes('Vert') ? bars.slice(0, 3) : bars);
  }

  comma(): string {
    return this.chance.pick([',', ', ', raw`,\,`]);
  }

  brackets(body: string, kind: 'round' | 'square' | 'any' = 'any'): string {
    const square = kind === 'square' || (kind === 'any' && this.chance.often(0.3));
    return bracketed(body, square, this.chance);
  }

  /** In brackets where its place asks for them. */
  within(written: Written, needed: Level): string {
    return ofLevel(written, needed) ? written.tex : this.brackets(written.tex, 'round');
  }
}

export function atom(tex: string): Written {
  return { tex, level: 'atom' };
}

export function prefix(tex: string): Written {
  return { tex, level: 'call' };
}

export function place(at: Place): string {
  switch (at.kind) {
    case 'digit':
      return String(at.digit);
    case 'letter':
      return at.letter;
    case 'k':
      return 'k';
    case 'mirrored':
      return `5-${at.letter}`;
  }
}

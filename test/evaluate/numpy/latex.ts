// Writes terms as people write them in posts: one meaning, many hands.
import { closedForms, gradientForms } from './closedForms.js';
import type { Chance } from './chance.js';
import { atom, functions, Hand, place, prefix } from './latexHand.js';
import type { Written } from './latexLevels.js';
import type { Matrix, Range, Reduction, Scalar, ScalarName, Term, Test, Vector } from './terms.js';

const raw = String.raw;

export function toLatex({ shape, term }: Term, chance: Chance): string {
  const writer = new Writer(chance);
  if (shape === 'scalar') return writer.scalar(term).tex;
  return (shape === 'vector' ? writer.vector(term) : writer.matrix(term)).tex;
}

const names: Readonly<Record<ScalarName, string>> = {
  a: 'a',
  b: 'b',
  c: 'c',
  gamma: raw`\gamma`,
  lambda: raw`\lambda`,
  k: 'k',
  m: 'm',
  n: 'n',
  x_0: 'x_0',
};

class Writer extends Hand {
  scalar(term: Scalar): Written {
    switch (term.kind) {
      case 'number':
        return atom(term.text);
      case 'scalar':
        return atom(names[term.name]);
      case 'index':
        return atom(term.letter);
      case 'entry':
        return atom(this.indexed(this.name(term.vector), place(term.at)));
      case 'ordered':
        return atom(`${term.vector}_{(${place(term.at)})}`);
      case 'entry2':
        return atom(this.entry2(term.matrix, place(term.row), place(term.column)));
      case 'member':
        return atom(this.indexed('r', place(term.at)));
      case 'add':
        return this.#sum(term.terms);
      case 'multiply':
        return this.product(term.factors.map((factor) => this.scalar(factor)));
      case 'divide':
        return this.#quotient(term.above, term.below);
      case 'power':
        return this.#power(term.base, term.exponent);
      case 'function':
        return this.function(term.name, this.scalar(term.argument));
      case 'rounded':
        return this.rounded(term.name, this.scalar(term.argument));
      default:
        return this.#structured(term);
    }
  }

  #structured(term: Scalar): Written {
    switch (term.kind) {
      case 'remainder': {
        const left = this.within(this.scalar(term.left), 'atom');
        const right = this.within(this.scalar(term.right), 'atom');
        return { tex: raw`${left} \bmod ${right}`, level: 'sum' };
      }
      case 'extremum': {
        const items = term.items.map((item) => this.scalar(item).tex).join(this.comma());
        return prefix(`\\${term.name}${this.brackets(items, 'round')}`);
      }
      case 'cases': {
        const otherwise = this.chance.pick([raw`\text{otherwise}`, raw`\text{else}`]);
        const [yes, no] = [this.scalar(term.yes).tex, this.scalar(term.no).tex];
        return atom(
          raw`\begin{cases}${yes}, & ${this.#test(term.test)} \\ ${no}, & ${otherwise}\end{cases}`,
        );
      }
      case 'indicator':
        return atom(
          this.chance.often(0.5)
            ? raw`\mathbf{1}_{${this.#test(term.test)}}`
            : raw`\mathbb{1}[${this.#test(term.test)}]`,
        );
      case 'reduce':
        return this.#reduce(term.operator, term.over, this.scalar(term.body));
      case 'count': {
        const bar = this.chance.pick([':', raw`\mid `, raw`\,|\,`]);
        return atom(raw`\#\{${term.letter}${bar}${this.#test(term.test)}\}`);
      }
      case 'norm':
        return this.norm(term.order, this.vector(term.body).tex);
      default:
        return this.#ofArrays(term);
    }
  }

  #ofArrays(term: Scalar): Written {
    switch (term.kind) {
      case 'frobenius':
        return atom(`${this.doubleBars(this.matrix(term.body).tex)}_F`);
      case 'inner':
        return this.#inner(term.left, term.right);
      case 'form': {
        const parts = [
          this.transposed(this.vector(term.left)),
          this.within(this.matrix(term.matrix), 'factor'),
          this.within(this.vector(term.right), 'factor'),
        ];
        return { tex: parts.join(' '), level: 'product' };
      }
      case 'statistic':
        return this.statistic(term.name, this.vector(term.body).tex);
      case 'covariance': {
        const both = `${this.vector(term.left).tex}, ${this.vector(term.right).tex}`;
        return prefix(raw`\operatorname{Cov}${this.brackets(both)}`);
      }
      case 'bar':
        return atom(raw`\bar{${this.name(term.vector)}}`);
      case 'greatest':
        return prefix(`\\${term.name}${this.brackets(this.vector(term.body).tex, 'round')}`);
      default:
        return this.#called(term);
    }
  }

  #called(term: Scalar): Written {
    switch (term.kind) {
      case 'softmaxEntry':
        return atom(`${this.softmax(this.vector(term.body))}_{${place(term.at)}}`);
      case 'divergence':
        return this.divergence(term.from, term.to);
      case 'call':
        return prefix(`f${this.brackets(this.scalar(term.argument).tex, 'round')}`);
      case 'call2': {
        const both = `${this.scalar(term.first).tex},${this.scalar(term.second).tex}`;
        return prefix(`g${this.brackets(both, 'round')}`);
      }
      case 'callVector':
        return prefix(`S${this.brackets(this.vector(term.argument).tex, 'round')}`);
      case 'closed':
        return { tex: closedForms[term.form]?.tex ?? '', level: 'open' };
      default:
        throw new Error(`Nothing writes ${term.kind}`);
    }
  }

  vector(term: Vector): Written {
    switch (term.kind) {
      case 'vector':
        return atom(this.name(term.name));
      case 'row':
        return atom(`${this.matrixName(term.matrix)}_{${term.at}}`);
      case 'column':
        return atom(`${this.matrixName(term.matrix)}_{:,${term.at}}`);
      case 'vadd':
        return this.plus(this.vector(term.left), term.minus, this.vector(term.right));
      case 'hadamard':
        return this.hadamard(this.vector(term.left), this.vector(term.right));
      case 'scaled':
        return this.product([this.scalar(term.by), this.vector(term.body)], true);
      case 'shifted':
        return this.plus(this.vector(term.body), false, this.scalar(term.by));
      case 'over':
        return this.over(this.vector(term.body), this.scalar(term.by));
      default:
        return this.#mapped(term);
    }
  }

  #mapped(term: Vector): Written {
    switch (term.kind) {
      case 'applied': {
        const left = this.within(this.matrix(term.matrix), 'factor');
        return {
          tex: `${left} ${this.within(this.vector(term.body), 'array')}`,
          level: 'product',
        };
      }
      case 'mapped':
        return this.function(term.name, this.vector(term.body), true);
      case 'softmax':
        return prefix(this.softmax(this.vector(term.body)));
      case 'listed': {
        const items = term.items
          .map((item) => this.scalar(item).tex)
          // Behind \\ a bracket is a length.
          .map((tex) => (tex.startsWith('[') ? `{${tex}}` : tex));
        return atom(raw`\begin{pmatrix}${items.join(raw`\\`)}\end{pmatrix}`);
      }
      case 'gradient':
        return { tex: gradientForms[term.form]?.tex ?? '', level: 'open' };
      default:
        throw new Error(`Nothing writes ${term.kind}`);
    }
  }

  matrix(term: Matrix): Written {
    switch (term.kind) {
      case 'matrix':
        return atom(this.matrixName(term.name));
      case 'transposed':
        return { tex: this.transposed(this.matrix(term.body)), level: 'power' };
      case 'madd':
        return this.plus(this.matrix(term.left), term.minus, this.matrix(term.right));
      case 'product': {
        const parts = [term.left, term.right].map((each) =>
          this.within(this.matrix(each), 'factor'),
        );
        return { tex: parts.join(' '), level: 'product' };
      }
      case 'mhadamard':
        return this.hadamard(this.matrix(term.left), this.matrix(term.right));
      case 'mscaled':
        return this.product([this.scalar(term.by), this.matrix(term.body)], true);
      case 'outer': {
        const left = this.within(this.vector(term.left), 'factor');
        return {
          tex: `${left} ${this.transposed(this.vector(term.right))}`,
          level: 'product',
        };
      }
      case 'plusIdentity':
        return this.plus(
          this.matrix(term.body),
          false,
          atom(this.chance.pick(['I', raw`\boldsymbol{I}`])),
        );
    }
  }

  #sum(terms: readonly { readonly minus: boolean; readonly term: Scalar }[]): Written {
    const tex = terms.map(({ minus, term }, at) => {
      const written = this.within(this.scalar(term), 'term');
      if (at === 0) return minus ? `-${written}` : written;
      return `${minus ? '-' : '+'}${written}`;
    });
    return { tex: tex.join(this.chance.pick(['', ' '])), level: 'sum' };
  }

  #quotient(above: Scalar, below: Scalar): Written {
    const [over, under] = [this.scalar(above), this.scalar(below)];
    if (over.level === 'atom' && under.level === 'atom' && this.chance.often(0.3))
      return { tex: `${over.tex}/${under.tex}`, level: 'slash' };
    return this.fraction(over.tex, under.tex);
  }

  #power(base: Scalar, exponent: Scalar): Written {
    const up = this.scalar(exponent).tex;
    const name = base.kind === 'function' ? functions[base.name][0] : undefined;
    if (name !== undefined && base.kind === 'function' && up === '2' && this.chance.often(0.5))
      return base.name === 'logistic' || base.name === 'exp' || base.name === 'log2'
        ? this.plainPower(this.scalar(base), up)
        : prefix(`${name}^2${this.brackets(this.scalar(base.argument).tex)}`);
    return this.plainPower(this.scalar(base), up);
  }

  #test({ operator, left, right }: Test): string {
    const sign = { '<': '<', '>': '>', ge: raw`\ge `, le: raw`\leq `, ne: raw`\neq ` }[operator];
    return `${this.scalar(left).tex}${sign}${this.scalar(right).tex}`;
  }

  #reduce(operator: Reduction, over: Range, body: Written): Written {
    const isExtremum = !['sum', 'product', 'mean'].includes(operator);
    const argument = isExtremum ? this.extremumBody(body) : this.within(body, 'lastFactor');
    if (operator === 'mean')
      return prefix(raw`\mathbb{E}_${over.letter}${this.brackets(body.tex, 'square')}`);
    const word = {
      sum: raw`\sum`,
      product: raw`\prod`,
      max: raw`\max`,
      min: raw`\min`,
      argmax: raw`\operatorname*{argmax}`,
      argmin: raw`\operatorname*{argmin}`,
    }[operator];
    const limits = this.chance.often(0.1) && operator === 'sum' ? raw`\limits` : '';
    return { tex: `${word}${limits}${this.range(over)} ${argument}`, level: 'open' };
  }

  #inner(left: Vector, right: Vector): Written {
    const [before, after] = [this.vector(left), this.vector(right)];
    if (this.chance.often(0.5))
      return atom(
        this.chance.often(0.5)
          ? raw`\langle ${before.tex}, ${after.tex}\rangle`
          : raw`\left\langle ${before.tex}, ${after.tex}\right\rangle`,
      );
    return {
      tex: `${this.transposed(before)} ${this.within(after, 'factor')}`,
      level: 'product',
    };
  }
}

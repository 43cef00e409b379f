// Functions that writers expect to be known, and how they are told from what looks like them. Values by mpmath 1.3 or in closed form.
import { describe, expect, it } from 'vitest';
import { checkQuery, checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

const given = [
  raw`A = \begin{pmatrix}2&1\\1&3\end{pmatrix}`, // eigenvalues (5±√5)/2
  raw`B = \begin{pmatrix}1&2\\2&1\end{pmatrix}`,
  'x = [1,2,3]',
  'u^{(1)} = [2,4]',
  'f(t) = t^3',
  'g(v) = v_1^2v_2 + v_2^3',
  'h(s,t) = s^2t\n',
].join('\n');

function checkValue(line: string, expected: Parameters<typeof checkQuery>[1], digits = 12): void {
  checkQuery(`${given}${line}`, expected, digits);
}

describe('factorials and binomial coefficients', () => {
  it('are exact', () => {
    checkValue('5!', 120);
    checkValue('0!', 1);
    checkValue('x!', [1, 2, 6]);
    checkValue('x_3!^2', 36);
    checkValue('(1+2)!', 6);
    checkValue('f(2)!/f(2)', 5040);
    checkValue(raw`\frac{5!}{2!3!}`, 10);
    checkValue(raw`\binom{5}{2}`, 10);
    checkValue(raw`\binom{50}{25}`, 126_410_606_437_752);
    checkValue(raw`\dbinom{2}{5}`, 0);
    checkValue(raw`\sum_{k=0}^{10}\binom{10}{k}`, 1024);
    checkValue(raw`\sum_{k=0}^{18}\frac1{k!}`, Math.E);
    expect(verdictsOf('20! = 2432902008176640000')).toEqual(['holds']);
    expect(verdictsOf(raw`k \in \{1,\dots,20\}` + '\nk! = k(k-1)!')).toEqual(['holds']);
    expect(verdictsOf(raw`k \in \{1,\dots,20\}` + '\nk! = k(k-2)!')).toEqual(['fails']);
  });

  it('are of whole numbers from 0', () => {
    for (const line of ['(-1)!', '0.5!', raw`\binom{2}{-1}`, raw`\binom{0.5}{2}`])
      checkRefused(`${given}${line}`, 'value.factorial');
  });

  it('are refused where they can be read in two ways', () => {
    checkRefused(`${given}3!=6`, 'ambiguous.factorial', '!=');
    checkRefused(`${given}2^3!`, 'ambiguous.argument', '2^3');
    checkRefused(`${given}3!!`, 'unsupported.construct');
  });
});

describe('the error function', () => {
  it('has the values of the tail of the normal law', () => {
    checkValue(raw`\operatorname{erf}(1)`, 0.8427007929497149);
    checkValue(raw`\operatorname{erf}(-0.3)`, -0.32862675945912745);
    checkValue(raw`10^{12}\operatorname{erfc}(5)`, 1.5374597944280348);
    checkValue(raw`\operatorname{erf}([0.5,2])`, [0.5204998778130465, 0.9953222650189527]);
    checkValue(raw`\left.\frac{d}{dt}\operatorname{erf}(t)\right|_{t=0}`, 2 / Math.sqrt(Math.PI));
  });

  it('is bounded by 1', () => {
    const bound = raw`|\operatorname{erf}(s)| \le 1`;
    expect(verdictsOf(raw`s \in [-3,3]` + `\n${bound}`)).toEqual(['holds']);
  });
});

describe('words', () => {
  it('are the functions that they name', () => {
    checkValue(raw`\operatorname{logsumexp}(x)`, 3.40760596444438);
    checkValue(raw`\operatorname{logsumexp}([1000,1000])`, 1000 + Math.LN2, 9);
    checkValue(raw`\operatorname{clip}(1.5,0,1)`, 1);
    checkValue(raw`\operatorname{clip}(x,1.5,2.5)`, [1.5, 2, 2.5]);
    checkRefused(`${given}${raw`\operatorname{clip}(x,1)`}`, 'call.arguments');
    checkRefused(`${given}${raw`\operatorname{logsumexp}(A)`}`, 'shape.vector-expected');
  });

  it('are those of the post where it defines them', () => {
    checkQuery(raw`\operatorname{clip}(t) = 2t` + '\n' + raw`\operatorname{clip}(3)`, 6);
    checkQuery(raw`\kappa(t) = 2t` + '\n' + raw`\kappa(3)`, 6);
  });
});

describe('matrices', () => {
  it('have the condition number that κ stands for', () => {
    checkValue(raw`\kappa(A)`, (5 + Math.sqrt(5)) / (5 - Math.sqrt(5)));
    checkRefused(`${given}${raw`\kappa(2)`}`, 'call.unbound');
    expect(verdictsOf(`${given}${raw`\kappa(A) \approx 2.618`}`)).toEqual(['holds']);
    expect(verdictsOf(`${given}${raw`\kappa(A) = 2.6`}`)).toEqual(['holds']);
    expect(verdictsOf(`${given}${raw`\kappa(A) = 3`}`)).toEqual(['fails']);
    checkValue(raw`\kappa(x) = 2x` + '\n' + raw`\kappa(3)`, 6);
    checkQuery(`${given}${raw`\kappa = 3`}\n${raw`\kappa(2)`}`, 6);
  });

  it('have norms that are named by letters, and an inner product', () => {
    for (const name of ['F', raw`\text F`, raw`\text{F}`, raw`\mathrm{F}`])
      checkValue(raw`\|A\|_{${name}}`, Math.sqrt(15));
    for (const name of ['op', raw`\mathrm{op}`, raw`\text{op}`])
      checkValue(raw`\|A\|_{${name}}`, (5 + Math.sqrt(5)) / 2);
    checkValue(raw`\|A\|_{\mathrm{nuc}}`, 5);
    checkValue(raw`\langle A,B\rangle_F`, 9);
    checkValue(raw`\langle A,B\rangle`, 9);
    checkRefused(`${given}${raw`\|x\|_{\mathrm{op}}`}`, 'norm.of-vector');
    checkRefused(`${given}${raw`\langle x,x\rangle_F`}`, 'norm.of-vector');
  });

  it('are not conjugated, and have no size that is not known', () => {
    checkRefused(`${given}${raw`A^\dagger`}`, 'shape.dagger', raw`A^\dagger`);
    checkRefused(`${given}A I_d`, 'name.unbound-identity', 'I_d');
    checkValue('d = 2\nA I_d', [
      [2, 1],
      [1, 3],
    ]);
  });
});

describe('derivatives', () => {
  it('of a function that stands without its arguments are at the values of its parameters', () => {
    checkValue(raw`\left.\frac{df}{dt}\right|_{t=2}`, 12);
    checkValue(raw`\frac{df}{dt}\big|_{t=2}`, 12);
    checkValue(raw`\left.\frac{\partial h}{\partial s}\right|_{s=2,t=3}`, 12);
    checkRefused(`${given}${raw`\frac{df}{dz}\big|_{z=2}`}`, 'name.function-alone');
  });

  it('of second order are a matrix', () => {
    const hessian = [
      [4, 2],
      [2, 12],
    ];
    checkValue(raw`\nabla^2 g([1,2])`, hessian);
    checkValue('w = [1,2]\n' + raw`\nabla^2 g(w)`, hessian);
    checkValue('w = [1,2]\n' + raw`\nabla_w^2 g(w)`, hessian);
    checkValue(raw`\nabla^2 f(2)`, 12);
    const [result] = evaluateSheet(`${given}${raw`\nabla^2 g([1,2])`}`);
    expect(result?.notes.map(({ code }) => code)).toContain('derivative.hessian');
  });
});

describe('names with marks', () => {
  it('have means, and do not run', () => {
    checkValue(raw`\bar u^{(1)}`, 3);
    checkRefused(raw`\sum_{k=1}^2 x^{(k)}`, 'name.running-mark', 'x^{(k)}');
  });

  it('that are defined by their usual meaning are told how that is written', () => {
    checkRefused(raw`U \sim U(0,1)`, 'definition.own-name', 'U');
    checkRefused(raw`N \sim N(0,1)`, 'definition.own-name', 'N');
    checkRefused('L = 3\n' + raw`K = KL([1,0]\|[.5,.5])`, 'definition.own-name', 'KL');
    checkRefused('K = K + 1', 'definition.circle');
    const drawn = raw`U \sim \mathcal{U}(0,1)` + '\n' + raw`\mathbb E[U]`;
    checkQuery(drawn, 0.5);
  });
});

it('refuses a difference of values that is written as a power of an entry', () => {
  checkRefused(`${given}[t^2]_0^1`, 'substitution.ends', '[t^2]_0^1');
  checkValue('[x]_2^2', 4);
});

it('says that signs of alignment stand outside of an environment', () => {
  checkRefused(raw`a &= b`, 'tex.alignment', '&');
});

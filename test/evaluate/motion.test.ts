// Sequences and initial-value problems: closed forms, flows of real posts, and what is refused.
import { describe, expect, it } from 'vitest';
import { checkQuery, checkRefused, problemsOf, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('sequences', () => {
  const halves = 'x_0 = 1\nx_{t+1} = 0.5x_t + 1\n';

  it('are followed from their first member', () => {
    checkQuery(`${halves}x_0`, 1);
    checkQuery(`${halves}x_5`, 2 - 2 ** -5);
    checkQuery(`${halves}k = 3\nx_k`, 2 - 2 ** -3);
    checkQuery(halves + raw`\sum_{t=0}^{3} x_t`, 8 - 1.875);
    checkQuery(halves + raw`\lim_{t\to\infty} x_t`, 2, 9);
    checkQuery('x_0 = 1\nx_t = 2x_{t-1} + t\nx_3', 8 + 4 + 4 + 3);
    checkQuery('x_1 = 1\n' + raw`x_{k+1} = \frac{1}{2}(x_k + \frac{2}{x_k})` + '\nx_6', Math.SQRT2);
  });

  it('count with their letter', () => {
    checkQuery('x_0 = 0\nx_{t+1} = x_t + t\nx_4', 6);
  });

  it('descend along gradients', () => {
    const given = raw`f(x) = \|x\|^2
\boldsymbol{x}_0 = [1,2]
\eta = 0.1
`;
    const bare = raw`\boldsymbol{x}_{t+1} = \boldsymbol{x}_t - \eta\nabla f(\boldsymbol{x}_t)`;
    const named = raw`\boldsymbol{x}_{t+1} = \boldsymbol{x}_t - \eta_t\nabla_{\boldsymbol{x}} f(\boldsymbol{x}_t)`;
    checkQuery(`${given}${bare}\n${raw`\boldsymbol{x}_5`}`, [0.8 ** 5, 2 * 0.8 ** 5]);
    checkQuery(`${given}${raw`\eta_t = \frac{0.1}{t+1}`}\n${named}\nx_2`, [0.72, 1.44]);
    checkQuery(`${given}${bare}\nx_{1000}`, [0, 0], 9);
  });

  it('are no definitions where the letters are bound', () => {
    const given = 'x = [1,2,4]\nt = 1\nv(x) = x\n' + raw`\eta = 1` + '\n';
    expect(verdictsOf(given + raw`x_{t+1}=x_t+\eta v(x_t)`)).toEqual(['holds']);
  });

  it('claim what is said of later members', () => {
    expect(verdictsOf(`${halves}x_1 = 1.5\nx_2 = 2`)).toEqual(['holds', 'fails']);
  });

  it('have slopes by what they rest on', () => {
    const decay = 'x_0 = 1\n' + raw`\eta = 0.1` + '\n' + raw`x_{t+1} = x_t - \eta x_t` + '\n';
    checkQuery(decay + raw`\frac{dx_3}{d\eta}`, -3 * 0.9 ** 2);
  });

  it('are refused without a first member, before it, and where rounding takes over', () => {
    checkRefused('x_{t+1} = x_t + 1', 'sequence.no-start', 'x_{t+1}');
    checkRefused(`${halves}x_{-1}`, 'sequence.index');
    checkRefused(`${halves}x_{1.5}`, 'sequence.index');
    checkRefused('x_0 = 0.3\nx_{t+1} = 4x_t(1-x_t)\nx_{100}', 'value.uncertain');
    checkRefused('x_0 = [1,2]\n' + raw`x_{t+1} = \|x_t\|` + '\nx_2', 'shape.shapes-differ');
  });
});

describe('initial-value problems', () => {
  const decay = raw`\frac{dx}{dt} = -x,\ x(0) = 1` + '\n';
  const circle = raw`\frac{dx}{dt} = y` + '\n' + raw`\frac{dy}{dt} = -x` + '\nx(0) = 1\ny(0) = 0\n';

  it('are solved forwards and backwards', () => {
    checkQuery(`${decay}x(1)`, Math.exp(-1), 9);
    checkQuery(`${decay}x(-1)`, Math.E, 9);
    checkQuery(`${decay}x(0)`, 1);
    expect(verdictsOf(`${decay}x(2) = e^{-2}`)).toEqual(['holds']);
  });

  it('are written in several ways', () => {
    checkQuery("x'(t) = -x(t) + t, x(0) = 2\nx(1)", 3 * Math.exp(-1), 9);
    checkQuery(raw`\frac{dx(t)}{dt} = tx(t)` + '\nx(1) = 1\nx(2)', Math.exp(1.5), 8);
    checkQuery('a = 3\n' + raw`\frac{dx}{dt} = -ax,\ x(0) = a` + '\nx(1)', 3 * Math.exp(-3), 9);
  });

  it('may be systems and vectors', () => {
    checkQuery(circle + raw`x(\pi)`, -1, 8);
    expect(verdictsOf(`${circle}${raw`y(1) = -\sin 1`}`)).toEqual(['holds']);
    const matrix = raw`A = \begin{pmatrix}0&1\\-1&0\end{pmatrix}`;
    const lines = `${matrix}\n${raw`\frac{dz}{dt} = Az, z(0) = [1,0]`}\nz(1)`;
    checkQuery(lines, [Math.cos(1), -Math.sin(1)], 8);
  });

  it('have their slope as derivative', () => {
    checkQuery(`${decay}x'(2)`, -Math.exp(-2), 8);
    checkQuery(`${decay}t = 1\n${raw`\frac{d}{dt} x(t)^2`}`, -2 * Math.exp(-2), 8);
  });

  it('carry a Gaussian to another along the rectified flow', () => {
    const lines = raw`s = 0.5
v(x,t) = \frac{t-(1-t)s^2}{(1-t)^2s^2+t^2}x
\frac{dx_t}{dt} = v(x_t, t)
x_1 = 0.8
`;
    checkQuery(`${lines}x_0`, 0.4, 8);
    expect(verdictsOf(`${lines}x_0 = 0.4`)).toEqual(['holds']);
  });

  it('reach the bound on Wasserstein distances where it is tight', () => {
    const lines = raw`\frac{dx}{dt} = -x, x(0) = 1
\frac{dy}{dt} = -y+0.3, y(0) = 1
I_t = \exp\int_0^t (-1)\,ds
|x(1)-y(1)|`;
    checkQuery(lines, 0.3 * (1 - Math.exp(-1)), 8);
  });

  it('move along the log ratio of two Gaussians', () => {
    checkQuery('m = 2\n' + raw`\frac{dx}{dt} = -m, x(0) = 0` + '\nx(3)', -6, 9);
  });

  it('stop where they grow without end or are too stiff', () => {
    const growing = raw`\frac{dx}{dt} = x^2, x(0)=1` + '\n';
    checkQuery(`${growing}x(0.5)`, 2, 8);
    checkRefused(`${growing}x(2)`, 'solution.stops');
    checkRefused(raw`\frac{dx}{dt} = -10^6(x-\cos t), x(0)=1` + '\nx(1)', 'solution.stops');
  });

  it.each([
    [raw`\sqrt x`, '0', '1'],
    [raw`3x^{2/3}`, '0', '1'],
    [raw`-\sqrt{|x|}`, '1', '3'],
    [raw`2\sqrt{|x|}`, '-1', '3'],
    [raw`\operatorname{sgn}(x)`, '0', '1'],
    [raw`\sqrt{1-x^2}`, '1', '1'],
    [raw`\sqrt{\int_0^1 xu\,du}`, '0', '1'],
  ])('are refused where there may be others: %s from %s', (slope, start, time) => {
    const lines = raw`\frac{dx}{dt} = ${slope}, x(0) = ${start}` + `\nx(${time})`;
    checkRefused(lines, 'solution.not-unique');
  });

  it.each([
    [raw`|x|`, '0', 0],
    [raw`-\max(x,0)`, '0', 0],
    [raw`-x^3`, '0', 0],
    // By separation: 2√d − 2 log(1+√d) is the time from or to 0.5 at a distance of d.
    [raw`1+\sqrt{|x-0.5|}`, '0', 1.58422434640388],
    [raw`1+\mathbf 1_{x>0.5}`, '0', 1.5],
    [raw`\det\begin{pmatrix}x&1\\0&2\end{pmatrix}`, '1', Math.exp(2)],
  ])('have one way through kinks, jumps and roots: %s from %s', (slope, start, expected) => {
    checkQuery(raw`\frac{dx}{dt} = ${slope}, x(0) = ${start}` + '\nx(1)', expected, 8);
  });

  it('are refused where it is not known what their slopes are between', () => {
    const slope = raw`\|\begin{pmatrix}x&1\\1&x\end{pmatrix}\|_2`;
    checkRefused(raw`\frac{dx}{dt} = ${slope}, x(0) = 2` + '\nx(1)', 'solution.not-followed');
  });

  it('are refused where something is missing', () => {
    checkRefused(raw`\frac{dx}{dt} = -x`, 'solution.no-start', 'x');
    const rows = raw`\frac{dx}{dt} = y
\frac{dy}{dt} = -x
x(0) = 1
`;
    expect(problemsOf(rows).map(([code]) => code)).toContain('solution.no-start');
    const apart = problemsOf(`${rows}y(1) = 0`).map(([code]) => code);
    expect(apart).toEqual(['solution.two-starts', 'solution.two-starts']);
    const mixed = raw`\frac{dx}{dt} = y, \frac{dy}{ds} = x, x(0) = 1, y(0) = 0`;
    expect(problemsOf(mixed).map(([code]) => code)).toContain('solution.two-times');
    checkRefused(
      'a = 2\n' + raw`\frac{dx}{dt} = -ax, x(0) = 1` + '\n' + raw`\frac{d}{da} x(1)`,
      'derivative.of-method',
    );
  });
});

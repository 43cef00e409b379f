// Derivatives: values known by hand, definitions that depend on what varies, and what is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../src/evaluate/formula.js';
import { checkQuery, checkRefused, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('derivatives', () => {
  it('are taken at the value of the symbol', () => {
    checkQuery(raw`x = 2` + '\n' + raw`\frac{d}{dx}x^3`, 12);
    checkQuery(raw`x = 2` + '\n' + raw`\frac{d}{dx}x^3 + 1`, 13);
    checkQuery(raw`x = 2` + '\n' + raw`2\frac{d}{dx}(x^2)x`, 24);
    checkQuery(raw`x = 2` + '\n' + raw`\frac{\mathrm{d}}{\mathrm{d}x}\log x`, 0.5);
    checkQuery(raw`x = 2` + '\n' + raw`\frac{d^2}{dx^2}x^3`, 12);
    checkQuery(raw`x = 2` + '\n' + raw`\frac{d^2 x^4}{dx^2}`, 48);
    checkQuery('d = 3\n' + raw`\frac{d}{2}`, 1.5);
    checkQuery(
      raw`x = 1` + '\n' + 'y = 2\n' + raw`\frac{\partial^2}{\partial x\partial y}x^2y^3`,
      24,
    );
  });

  it('go through definitions', () => {
    const given = 'p = 0.01\n' + raw`\gamma = 0.1` + '\n';
    const loss = raw`L = -\frac{\log[\gamma+(1-\gamma)p]}{1-\gamma}` + '\n';
    checkQuery(given + loss + raw`\frac{dL}{dp}`, -1 / (0.1 + 0.9 * 0.01), 9);
    checkQuery(given + loss + raw`\partial L/\partial p`, -1 / (0.1 + 0.9 * 0.01), 9);
    const chain =
      'z = [1,2,3]\n' +
      raw`p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}` +
      '\n' +
      raw`L = -\log p_2` +
      '\n';
    const sum = Math.E + Math.E ** 2 + Math.E ** 3;
    checkQuery(chain + raw`\frac{\partial L}{\partial z_2}`, Math.E ** 2 / sum - 1, 9);
    checkQuery(
      chain + raw`\nabla_z L`,
      [Math.E / sum, Math.E ** 2 / sum - 1, Math.E ** 3 / sum],
      9,
    );
    checkQuery(chain + raw`\sum_i \frac{\partial L}{\partial z_i}`, 0, 9);
    checkQuery(
      chain + raw`\sum_{i,j}\left|\frac{\partial p_i}{\partial z_j}\right|`,
      2 * (1 - (Math.E ** 2 + Math.E ** 4 + Math.E ** 6) / sum ** 2),
      9,
    );
  });

  it('of two names go through definitions of both', () => {
    const given = 'x = 1\ny = 2\nu = x^2y\nv = uy\n';
    checkQuery(given + raw`\frac{\partial^2 v}{\partial x\partial y}`, 8);
    checkQuery(given + raw`\frac{\partial}{\partial x}\frac{\partial v}{\partial y}`, 8);
    checkQuery(
      given + raw`\frac{\partial}{\partial x}\left(u\frac{\partial v}{\partial y}\right)`,
      32,
    );
  });

  it('of a weight that is held are those of the rest', () => {
    const given = 'p = 0.01\n' + raw`\gamma = 0.1` + '\n';
    const weight = raw`w = \operatorname{sg}\left[\frac{p}{\gamma+(1-\gamma)p}\right]` + '\n';
    checkQuery(given + weight + raw`\frac{d}{dp}(-w\log p)`, -1 / (0.1 + 0.9 * 0.01), 9);
  });

  it('of a function are written with a prime, or by its argument', () => {
    checkQuery('f(t) = t^3\n' + "f'(2)", 12);
    checkQuery('f(t) = t^3\n' + "f''(2)", 12);
    checkQuery('f(t) = t^3\n' + 'f^{(3)}(2)', 6);
    checkQuery('f(t) = t^3\n' + "g(t) = f'(t)^2\n" + 'g(1)', 9);
    checkQuery('x = [1,2]\n' + raw`f(x) = x^\top x` + '\n' + raw`\nabla f(x)`, [2, 4]);
    checkQuery(
      'x = [1,2]\n' + raw`p(x) = e^{-\|x\|^2/2}` + '\n' + raw`\nabla_x\log p(x)`,
      [-1, -2],
      9,
    );
    checkQuery(
      'x = [1,2]\n' + raw`p(x) = e^{-\|x\|^2/2}` + '\n' + raw`\nabla\log p(x)`,
      [-1, -2],
      9,
    );
  });

  it('of a vector by a vector are its Jacobian', () => {
    checkQuery(
      'x = [1,2]\n' + raw`y = [x_1x_2, x_1^2, 3]` + '\n' + raw`\frac{\partial y}{\partial x}`,
      [
        [2, 1],
        [2, 0],
        [0, 0],
      ],
    );
    expect(verdictsOf('x = [1,2]\n' + raw`\nabla_x \|x\|^2 = 2x`)).toEqual(['holds']);
  });

  it('are refused where there is none', () => {
    checkRefused('x = 0\n' + raw`\frac{d}{dx}|x|`, 'derivative.kink');
    checkRefused('x = 0\n' + raw`\frac{d}{dx}\max(0,x)`, 'derivative.kink');
    checkRefused(
      'x = 1\n' + raw`\frac{d}{dx}\begin{cases}x^2,&x<1\\x,&x\ge1\end{cases}`,
      'derivative.kink',
    );
    checkRefused('x = 0\n' + raw`\frac{d}{dx}\sqrt{x}`, 'derivative.none');
    checkRefused('x = 2\n' + raw`\frac{d}{dx}\lfloor x\rfloor`, 'derivative.of-step');
    checkRefused(raw`\frac{d}{dx}x^2`, 'name.unbound');
    checkRefused('x = 2\n' + raw`\nabla\cdot x`, 'unsupported.construct');
  });

  it('are those of differences', () => {
    const formulas = [
      raw`x^3-2x`,
      raw`\sin(x)\cos(2x)`,
      raw`e^{-x^2}`,
      raw`\log(1+x^2)`,
      raw`\tanh(3x)`,
      raw`\sqrt{2+x}`,
      raw`\frac{x}{1+x^2}`,
      raw`(2+x)^{x}`,
      raw`\sigma(x)^2`,
      raw`\arctan x`,
      raw`\max(x,-5)+\cosh x`,
      raw`\sum_{k=1}^5 \frac{x^k}{k}`,
      raw`\log_2(3+x)`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...formulas),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (tex, x) => {
          const at = (value: number): number => evaluateFormula(tex, { x: value }).value as number;
          const slope = evaluateFormula(raw`\frac{d}{dx}\left(${tex}\right)`, { x })
            .value as number;
          const difference = (at(x + 1e-5) - at(x - 1e-5)) / 2e-5;
          expect(Math.abs(slope - difference)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
        },
      ),
    );
  });
});

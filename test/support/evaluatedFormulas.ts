// Random formulas over x and y (vectors of 4), A (4 × 4) and the numbers a, b, k.
import fc from 'fast-check';

const raw = String.raw;

const scalarLeaf = fc.constantFrom(
  'a',
  'b',
  'k',
  '2',
  '0.5',
  '3',
  'x_1',
  'y_k',
  'A_{2,3}',
  raw`\pi`,
);

const shapes = fc.letrec<{ scalar: string; vector: string; indexed: string }>((tie) => ({
  scalar: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalarLeaf,
    fc
      .tuple(tie('scalar'), fc.constantFrom('+', '-', raw`\cdot `), tie('scalar'))
      .map(([left, operator, right]) => `\\left(${left} ${operator} ${right}\\right)`),
    fc.tuple(tie('scalar'), tie('scalar')).map(([above, below]) => raw`\frac{${above}}{${below}}`),
    fc
      .tuple(fc.constantFrom('exp', 'log', 'sin', 'tanh', 'arctan', 'cosh'), tie('scalar'))
      .map(([name, argument]) => `\\${name}\\left(${argument}\\right)`),
    fc
      .tuple(tie('scalar'), fc.constantFrom('2', '3', '1/2', '-1', 'a'))
      .map(([base, power]) => raw`\left(${base}\right)^{${power}}`),
    tie('scalar').map((body) => raw`\left|${body}\right|`),
    tie('scalar').map((body) => raw`\sqrt{${body}}`),
    tie('scalar').map((body) => raw`\lfloor ${body}\rfloor`),
    fc
      .tuple(tie('scalar'), tie('scalar'))
      .map(([left, right]) => raw`\max\left(${left},${right}\right)`),
    fc
      .tuple(tie('scalar'), tie('scalar'), tie('scalar'))
      .map(
        ([test, yes, no]) =>
          raw`\begin{cases}${yes},&${test}>0\\${no},&\text{otherwise}\end{cases}`,
      ),
    tie('vector').map((body) => raw`\left\|${body}\right\|_1`),
    tie('vector').map((body) => raw`\left\|${body}\right\|_2`),
    tie('vector').map((body) => raw`\max\left(${body}\right)`),
    tie('indexed').map((body) => raw`\sum_i \left(${body} + 0x_i\right)`),
    tie('indexed').map((body) => raw`\prod_i \left(${body} + 0x_i\right)`),
    tie('indexed').map((body) => raw`\operatorname*{argmax}_i \left(${body} + 0x_i\right)`),
    tie('indexed').map((body) => raw`\sum_{i: x_i>0} \left(${body} + 0x_i\right)`),
    tie('indexed').map((body) => raw`\mathbb{E}_i\left[${body} + 0x_i\right]`),
    tie('vector').map((body) => raw`\operatorname{Var}\left[${body}\right]`),
  ),
  vector: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('x', 'y', 'A_1', 'A_{:,2}', 'Ax'),
    fc
      .tuple(tie('vector'), fc.constantFrom('+', '-', raw`\odot `), tie('vector'))
      .map(([left, operator, right]) => `\\left(${left} ${operator} ${right}\\right)`),
    fc
      .tuple(tie('scalar'), tie('vector'))
      .map(([scale, body]) => raw`\left(${scale}\right)\cdot\left(${body}\right)`),
    tie('vector').map((body) => raw`\text{softmax}\left(${body}\right)`),
    tie('vector').map((body) => raw`\exp\left(${body}\right)`),
    tie('vector').map((body) => raw`\left[${body}\right]_+`),
  ),
  indexed: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('x_i', 'y_i', 'A_{ii}', 'i', 'x_{(i)}', raw`|x_i|\log|x_i|`, 'x_{5-i}'),
    fc
      .tuple(tie('indexed'), fc.constantFrom('+', '-', raw`\cdot `), tie('scalar'))
      .map(([left, operator, right]) => `\\left(${left} ${operator} ${right}\\right)`),
    tie('indexed').map((body) => raw`\sum_j A_{ij}\left(${body}\right)`),
    tie('indexed').map((body) => raw`\tanh\left(${body}\right)`),
    tie('vector').map((body) => raw`\left(${body}\right)_i`),
  ),
}));

export const randomFormula: fc.Arbitrary<string> = fc.oneof(shapes.scalar, shapes.vector);

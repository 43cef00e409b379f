// Formulas whose programs are run by Python: random terms, all calls of the library, and one for each convention.
import { readFileSync } from 'node:fs';
import { LIBRARY } from '../../../src/evaluate/library/library.js';
import { callWith, type Vector } from '../library/writtenCalls.js';
import { prelude } from '../numpy/data.js';

const raw = String.raw;

/** More take long, and show no more. */
const TERMS = 2100;

/** The lines of a worksheet, of which the last is copied. */
export function casesIn(folder: string): readonly string[] {
  const terms = readFileSync(`${folder}/../numpy/answers.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .slice(0, TERMS)
    .map((line) => `${prelude}\n${(JSON.parse(line) as readonly [number, string])[1]}`);
  const vectors = JSON.parse(
    readFileSync(`${folder}/../library/data/answers.json`, 'utf8'),
  ) as Readonly<Record<string, readonly Vector[]>>;
  const calls = LIBRARY.flatMap((entry) =>
    (vectors[entry.name] ?? []).map((vector) => callWith(entry, vector)),
  );
  return [...terms, ...calls, ...CONVENTIONS];
}

const matrix = raw`A = \begin{pmatrix}2&1\\1&3\end{pmatrix}`;

export const CONVENTIONS: readonly string[] = [
  raw`\log 2`,
  'set log 2\n' + raw`\log 8`,
  'set log 10\n' + raw`\log 1000`,
  raw`\log^2 3`,
  raw`\log 0`,
  'set index 0\nx = [3,1,2]\n' + raw`x_0 + \sum_{i=1}^2 i x_i`,
  raw`p = [0.5,0.5,0]` + '\n' + raw`-\sum_i p_i\log p_i`,
  raw`p = [0.5,0.5,0]` + '\n' + raw`q = [0.25,0.75,0]` + '\n' + raw`KL(p\|q)`,
  raw`p = [0.5,0.5,0]` + '\n' + raw`q = [0.25,0,0.75]` + '\n' + raw`\sum_i p_i\log\frac{p_i}{q_i}`,
  '0^0',
  raw`-2^2`,
  raw`(-2)^3`,
  raw`2^{-1}`,
  raw`\sqrt[3]{-8}`,
  raw`(-7) \bmod 3`,
  raw`-(7 \bmod 4) + 1`,
  raw`\operatorname{sign}(0)`,
  raw`\prod_{i=1}^{25} i`,
  raw`\prod_{k=1}^{30} \frac{k}{2}`,
  raw`\sigma(-800)`,
  raw`\sigma(-30)`,
  raw`z = [1000,1001]` + '\n' + raw`\log\sum_i e^{z_i}`,
  raw`z = [1000,1001]` + '\n' + raw`\operatorname{softmax}(z)`,
  raw`\log(1+10^{-12})`,
  raw`\log\sigma(-50)`,
  raw`\lambda = 3` + '\n' + raw`\text{lambda} = 4` + '\n' + raw`\lambda + \text{lambda}`,
  raw`\mathcal{S} = 2` + '\nS = 5\n' + raw`\mathcal{S} S`,
  raw`\hat y = 2` + '\n' + raw`y = 3` + '\n' + raw`\hat y^2 + y`,
  raw`x' = 2` + '\n' + raw`x^* = 3` + '\n' + raw`x'x^*`,
  raw`x_{\text{旧}} = 2` + '\n' + raw`x_{\text{旧}} + 1`,
  raw`\operatorname{range} = 2` + '\n' + raw`\operatorname{range} + 1`,
  raw`i = 4` + '\nx = [1,2]\n' + raw`\sum_{j} x_j i`,
  raw`x = [1,2]` + '\nS(u) = ' + raw`\sum_i u_i x_i` + '\nS(x)',
  raw`x = [1,2]` + '\nS(x) = ' + raw`\sum_i |x_i|` + '\nS([3,4]) + S([1,2,3]) + x_1',
  'a = 1\na := 2\na + 1',
  'c = a + 1\na = 2\nc',
  raw`x = [1,4,9]` + '\n' + raw`p_i = \frac{x_i}{\sum_j x_j}` + '\np_2 + 1',
  'f(t) = t^2 + 1\n' + raw`f'(3)`,
  raw`f(t) = |t|^3` + '\n' + raw`f'(-2)`,
  raw`x = [1,-2,3]` + '\n' + raw`\nabla_x \frac{\|x\|_1}{\|x\|_2}`,
  raw`x = [1,-2,3]` + '\nL = ' + raw`\max_i x_i^2` + '\n' + raw`\frac{\partial L}{\partial x_3}`,
  raw`z = [0.3,-0.2]` + '\n' + raw`\frac{\partial}{\partial z_1}\operatorname{softmax}(z)_1`,
  raw`p = 0.3` + '\n' + raw`\frac{d}{dp}\operatorname{TaiLr}(p;0.1)`,
  raw`p = 0.3` + '\n' + raw`\frac{d}{dp}\sigma(p)`,
  raw`a = 2` + '\nx = [1,2]\n' + raw`\frac{d}{da}\sum_i x_i^a`,
  matrix + '\n' + raw`A^{-1}`,
  matrix + '\n' + raw`A^3`,
  matrix + '\n' + raw`A^{1/2}`,
  matrix + '\n' + raw`A^\top A`,
  matrix + '\n' + raw`\det A + \operatorname{tr}(A)`,
  matrix + '\n' + raw`\lambda_{\max}(A)`,
  matrix + '\n' + raw`\|A\|_* + \|A\|_2 + \|A\|_F`,
  matrix + '\n' + raw`\operatorname{rank}(A)`,
  matrix + '\n' + raw`A_{:,2}`,
  matrix + '\n' + raw`A_1`,
  matrix + '\n' + raw`\sum_i\sum_j A_{ij}^2`,
  matrix + '\n' + raw`\sum_{i\ne j} A_{ij}`,
  matrix + '\nx = [1,2]\n' + raw`x^\top A x`,
  matrix + '\nt = 0.5\n' + raw`\frac{d}{dt}\det(A + tI)`,
  matrix + '\nt = 0.5\n' + raw`\frac{d}{dt}\operatorname{tr}((A + tI)^{-1})`,
  raw`x = [1,2]` + '\n' + raw`x x^\top`,
  raw`x = [1,2,4]` + '\n' + raw`\sum_{i=1}^{2} |x_{i+1}-x_i|`,
  raw`x = [1,2,4]` + '\n' + raw`\sum_{i=2}^{3} x_i`,
  raw`x = [3,1,2]` + '\n' + raw`x_{(2)}`,
  raw`x = [3,1,2]` + '\n' + raw`\operatorname*{argmax}_i x_i`,
  raw`x = [3,1,2]` + '\n' + raw`\#\{i : x_i > 1\}`,
  raw`x = [3,1,2]` + '\n' + raw`\operatorname{Var}(x) + \bar x`,
  raw`x = [0.1,0.2]` +
    '\n' +
    raw`\begin{cases}1, & x_1 > 0.15\\ 2, & x_2 > 0.15\\ 3, & \text{otherwise}\end{cases}`,
  'v = [1,2,3]\n' + raw`\mathbf 1_3 + v`,
  'v = [1,2,3]\n' + raw`\operatorname{softmax}(v) + v`,
  raw`x_{t+1} = \frac{x_t}{2} + 1` + '\n' + 'x_0 = 3\nx_5',
  raw`\frac{2}{3} + \frac13`,
  raw`50\% + 1`,
  raw`\lfloor 3.7\rfloor + \lceil 3.2\rceil`,
  raw`\beta = 10000^{2/128}` + '\n' + raw`\lfloor \frac{1000}{\beta^{3}}\rfloor \bmod \beta`,
  raw`k = \lfloor 7/2\rfloor` + '\n' + raw`\sum_{i=1}^{k} i^2`,
  raw`\sum_{i=0}^{31}\cos(10 \cdot 10000^{-2i/64})`,
  raw`X \sim \mathcal N(0,1)` + '\n' + raw`P(X > 1.5)`,
  raw`w = \operatorname{file}(f4le.npy)` + '\n' + raw`\sum_i \|w_i\|_1`,
  raw`w = \operatorname{file}(f4le.npy)` + '\n' + raw`w w^\top`,
  raw`w = \operatorname{file}(fortran.npy)` + '\n' + raw`w_{5,3} - w_{1,2}`,
  raw`w = \operatorname{file}(cube.npy, [2][1])` + '\n' + raw`\|w\|_2`,
  'set index 0\n' + raw`w = \operatorname{file}(cube.npy, [1])` + '\n' + raw`w_{0,1}`,
  raw`w = \operatorname{file}(deflated.npz, layer1)` + '\n' + 'w',
  raw`w = \operatorname{file}(number.npy)` + '\n' + 'w + 1',
];

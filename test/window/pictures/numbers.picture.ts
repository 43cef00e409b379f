// A new equation typed before the others: every number shifts, and the one that was written by hand lights up.
import { expect, it } from 'vitest';
import { hoverAt, openForPicture, takePicture } from './picture.js';

const raw = String.raw;

const begin = '# 交叉熵的上界\n\n';
const typed = raw`\begin{equation}
p_i = \frac{e^{s_i}}{\sum_j e^{s_j}}
\end{equation}

`;
const rest = raw`单个样本的损失是
\begin{equation}
L = -\log p_t \label{eq:loss}
\end{equation}
由 $-\log p \le \frac{1}{p} - 1$ 得到
\begin{align}
L &\le \frac{1}{p_t} - 1 \label{eq:bound} \\
  &= \sum_{j \ne t} e^{s_j - s_t} \label{eq:pairs}
\end{align}
这个界 $\eqref{eq:bound}$ 化为 $\eqref{eq:pairs}$，只依赖
得分之差，而式(1)不然；
$\eqref{eq:loss}$ 是凸的。
`;

it('shows numbers that shift', async () => {
  const size = { width: 1080, height: 560 };
  const window = await openForPicture({ '交叉熵.md': begin + rest }, '交叉熵.md', size);
  await window.runCommand('Postulate: Open Preview to the Side');
  const frame = await window.webviewFrame('.eq-number');
  await expect.poll(() => frame.locator('.eq-number').count()).toBe(3);
  await window.host(
    (vscode, line, text) =>
      vscode.window.visibleTextEditors[0]?.edit((builder) => {
        builder.insert(new vscode.Position(line, 0), text);
      }),
    2,
    typed,
  );
  await expect.poll(() => frame.locator('.eq-number').count()).toBe(4);
  await expect.poll(() => window.problems()).toMatchObject([{ code: 'number.stale' }]);
  await hoverAt(window, '(1)不然');
  await takePicture(window, 'numbers');
});

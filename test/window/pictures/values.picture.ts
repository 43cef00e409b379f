// A formula with its value, a claim that fails, and a refusal that says why.
import { expect, it } from 'vitest';
import { hoverAt, openForPicture, takePicture } from './picture.js';

const raw = String.raw;

const post = raw`# How sparse is it?

Write
\begin{equation}
S(x) = \frac{\sum_{i=1}^n |x_i|}
            {\sqrt{n \sum_{i=1}^n x_i^2}} \label{eq:s}
\end{equation}
By $\eqref{eq:s}$, $S(x)$<!--= --> is near 1 for equal sizes.

${'```'}eval
\eqref{eq:s}
x = [4, 2, 1, 1]
S(x) \ge \frac12
S(x) + \lambda \|x\|_1
${'```'}
`;

it('shows values and a refusal', async () => {
  const size = { width: 1080, height: 560 };
  const window = await openForPicture({ 'sparse.md': post }, 'sparse.md', size);
  await window.runCommand('Postulate: Open Preview to the Side');
  const frame = await window.webviewFrame('.eq-number');
  await expect.poll(() => frame.locator('.eq-number').count()).toBe(1);
  await expect.poll(() => window.problems()).toMatchObject([{ line: 14 }]);
  await hoverAt(window, raw`\lambda`);
  await takePicture(window, 'values');
});

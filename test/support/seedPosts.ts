// Posts on overconfident losses and on measures of sparsity, their formulas as the field writes them.

const raw = String.raw;

/** Losses of one probability; `p` and `γ` are named in the prose, and bound by the worksheet. */
export const lossPost = raw`# Losses that stop asking

Cross-entropy is $-\log p$<!--= 2.302585093 -->, at $p=0.1$. The mixture
\begin{equation}
L(p,\gamma) = -\frac{\log[\gamma+(1-\gamma)p]}{1-\gamma} \label{eq:loss}
\end{equation}
has the slope $-\frac{1}{\gamma+(1-\gamma)p}$<!--= -1.818182 -->, and the weight
\begin{equation}
w = \frac{p}{\gamma+(1-\gamma)p} \label{eq:weight}
\end{equation}
that is $w$<!--= 0.181818 -->, with a floor $\max(b,w)$<!--= 0.25 -->.

| p   | γ   | loss                               |
| --- | --- | ---------------------------------- |
| 0.1 | 0   | 2.302585093<!--= L(.1, 0) -->      |
| 0.1 | 0.1 | 1.845256896<!--= L(.1, .1) -->     |
| 0.1 | 0.5 | 1.195674002<!--= L(.1, .5) -->     |
| 0.1 | 0.8 | 0.992254694<!--= L(.1, .8) -->     |
| 0.5 | 0   | .693147181<!--= L(.5, 0) -->       |
| 0.5 | 0.1 | .664263334<!--= L(.5, .1) -->      |
| 0.5 | 0.5 | .575364145<!--= L(.5, .5) -->      |
| 0.5 | 0.8 | .526802578<!--= L(.5, .8) -->      |
| 0.1 | → 1 | 0.90000<!--= L(.1, 1-10^{-6}) -->  |

~~~eval
\gamma \in [0,1)
p = 0.1
\gamma = 0.5
b = 0.25
\eqref{eq:loss}
\eqref{eq:weight}
~~~
`;

export interface SparsityValues {
  /** As the worksheet writes it. */
  readonly x: string;
  readonly meanByMax: string;
  /** `\frac{l_1/n}{l_2}`. */
  readonly meanByNorm: string;
  /** `\frac{l_1}{\sqrt n\,l_2}`, and the general measure with q = 1 and p = 2. */
  readonly ratio: string;
}

/** Measures of one vector. */
export function sparsityPost({ x, meanByMax, meanByNorm, ratio }: SparsityValues): string {
  return raw`# Measures of sparsity

\begin{align}
S_0&=\frac{\mathrm{mean}|x_i|}{\max|x_i|} \label{eq:zero}\\
S_{1,p}&=\frac{l_1/n}{l_p} \label{eq:one}\\
S^*_{q,p}&=n^{1/p-1/q}\frac{l_q}{l_p} \label{eq:general}\\
S^*_{1,2}&=\frac{l_1}{\sqrt n\,l_2}\in[\frac1{\sqrt n},1] \label{eq:ratio}
\end{align}
Here $S_0$<!--= ${meanByMax} -->, $S_{1,p}$<!--= ${meanByNorm} -->, $S^*_{q,p}$<!--= ${ratio} --> and
$S^*_{1,2}$<!--= ${ratio} -->.

~~~eval
x \in \mathbb{R}^n
x = ${x}
q = 1
p = 2
\eqref{eq:zero}
~~~
`;
}

/** Entropies of one distribution. */
export const entropyPost = raw`# Entropies

\begin{equation}
H=-\sum_{i=1}^n p_i\log p_i,\qquad H_\alpha=\frac{1}{1-\alpha}\log\sum_{i=1}^n p_i^\alpha \label{eq:entropy}
\end{equation}
With $p=(.5,.25,.25)$: $H_0$<!--= 1.098612 -->, $H$<!--= 1.039721 -->, $H_2$<!--= .980829 -->,
$H_3$<!--= .928149 -->, and in the limit $H_\infty=-\log\max_i p_i$<!--= .693147 -->.

~~~eval
p = (.5,.25,.25)
\eqref{eq:entropy}
~~~
`;

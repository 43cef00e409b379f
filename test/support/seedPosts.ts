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

/** Denoising and explicit score matching of two points in normal noise. */
export const scorePost = raw`# Two ways to match scores

Noise takes the data $x_0=\pm1$, equally often, to
\begin{equation}
p(x_t|x_0) = \mathcal N(x_t;0.8x_0,0.36) \label{eq:kernel}
\end{equation}
which together are
\begin{equation}
p_t(x_t) = \frac12\mathcal N(x_t;-0.8,0.36)+\frac12\mathcal N(x_t;0.8,0.36) \label{eq:marginal}
\end{equation}
Its score is $\nabla_x\log p_t(x)$<!--= -0.6071436286 -->. The model $s(x)=-x$ has the losses
\begin{equation}
\mathbb E_{x\sim p_t(x)}[(s(x)-\nabla_x\log p_t(x))^2] \label{eq:explicit}
\end{equation}<!--= .461881 -->
and
\begin{equation}
\mathbb E_{x_0\sim p_0,\,x\sim p(x|x_0)}[(s(x)-\nabla_x\log p(x|x_0))^2] \label{eq:denoising}
\end{equation}<!--= 1.777778 -->
whose difference is that of every model: $D_s-E_s$<!--= 1.3158968554 --> and $D_r-E_r$<!--= 1.3158968554 -->.

~~~eval
x_0 = [-1,1]
p_0 = [.5,.5]
x = 1
\eqref{eq:kernel}
\eqref{eq:marginal}
s(x) = -x
r(x) = x^2-\sigma(x)
D_s = \mathbb E_{x_0\sim p_0,x\sim p(x|x_0)}[(s(x)-\nabla_x\log p(x|x_0))^2]
D_r = \mathbb E_{x_0\sim p_0,x\sim p(x|x_0)}[(r(x)-\nabla_x\log p(x|x_0))^2]
E_s = \mathbb E_{x\sim p_t(x)}[(s(x)-\nabla_x\log p_t(x))^2]
E_r = \mathbb E_{x\sim p_t(x)}[(r(x)-\nabla_x\log p_t(x))^2]
~~~
`;

/** The objective of a discriminator between two normal laws, and the field that its optimum gives. */
export const discriminatorPost = raw`# What the discriminator says

For $p=\mathcal N(0,1)$ and $q=\mathcal N(m,1)$ the best discriminator is
\begin{equation}
D(x) = \log\frac{p(x)}{q(x)} \label{eq:best}
\end{equation}
so that samples move with $\nabla_x D(x)$<!--= -2 -->, wherever they are, also at $x=60$:
$D'(60)$<!--= -2 -->. The objective
\begin{equation}
\mathbb E_{x\sim p}[\log\sigma(D(x))]+\mathbb E_{x\sim q}[\log(1-\sigma(D(x)))] \label{eq:objective}
\end{equation}<!--= -0.712633 -->
has no slope there: with $a=.6$ and $b=.3$ it is
$\frac{d}{dd}(a\log\sigma(d)+b\log(1-\sigma(d)))$<!--= 0.00 --> at $d=\log\frac ab$<!--= .693147 -->.

~~~eval
m = 2
p = \mathcal N(0,1)
q = \mathcal N(m,1)
\eqref{eq:best}
x = 0.7
a = .6
b = .3
d = \log\frac{a}{b}
~~~
`;

/** A bound on Wasserstein distances by the distance of two fields, where it is tight. */
export const distancePost = raw`# Distances of flows

Between normal laws the distance is
\begin{equation}
W(m_1,s_1,m_2,s_2) = \sqrt{(m_1-m_2)^2+(s_1-s_2)^2} \label{eq:normal}
\end{equation}
as $W(1,2,4,6)$<!--= 5.0 -->. Two flows that start together are apart by no more than
\begin{equation}
\int_0^T I_t\left(\mathbb E_{x_t\sim p_t}[(f(x_t)-h(x_t))^2]\right)^{1/2}dt,\qquad I_t=e^{Lt} \label{eq:bound}
\end{equation}
which is $\int_0^T I_t\left(\mathbb E_{x_t\sim p_t}[(f(x_t)-h(x_t))^2]\right)^{1/2}dt$<!--= .5154845485 -->.

~~~eval
T = 1
f(x) = -x
h(x) = -x+.3
p_t = \mathcal N(0,e^{-2t})
L = 1
I_t = e^{Lt}
\eqref{eq:normal}
~~~
`;

// A post with everything that the preview shows in a way of its own.

const wide = Array.from({ length: 60 }, (_, at) => `x_{${at}}`).join('+');

export const oddPost = String.raw`---
title: Everything at once
date: 2026-11-20
tags: [odd, things]
---

By \eqref{eq:a}, $\eqref{eq:b}$ and \eqref{eq:lost}, $x\overset{\eqref{eq:a}}{=}y$, broken $\nosuch$[^note],
a [link](https://example.org/), an address <https://example.org/> and ${'`code`'}.

\begin{align}a&=b\label{eq:a}\\c&=${wide}\label{eq:b}\end{align}

$$\frac{$$

\begin{equation}x\tag{1}\tag{2}\end{equation}

> A quote with $x^2$ and a [link](https://example.org/).

| ${Array.from({ length: 30 }, (_, at) => `a wide head ${at}`).join(' | ')} |
|${' --- |'.repeat(30)}
|${' wide |'.repeat(30)}

${'```python'}
# ${'a long line '.repeat(30)}
def f(x: int) -> str:
    return "text" + str(3.14) + None  # comment
${'```'}

${'```eval'}
slide \gamma \in [0,1]
1 + 1
1 + 1 = 3
x^2 \geq 0
\nosuch
${'```'}

Values: $1+1$<!--= 2 -->, $1+2$<!--= 4 -->, $\pi$<!--= -->.

![a remote picture](https://example.org/x.png)

<details><summary>More</summary>

- one
- two $y$

</details>

[^note]: A note with $z$.

## 中文

公式$\eqref{eq:a}$与文字。
`;

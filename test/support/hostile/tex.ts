// TeX that means harm; RUN, SITE and TEXT as in the HTML beside it.

const raw = String.raw;

function nested(open: string, times: number, close: string): string {
  return `${open.repeat(times)}x${close.repeat(times)}`;
}

const commands: readonly string[] = [
  raw`\href{javascript:RUN}{x}`,
  raw`\href{JAVASCRIPT:RUN}{x}`,
  raw`\href{java	script:RUN}{x}`,
  raw`\href{data:text/html,<script>RUN</script>}{x}`,
  raw`\href{eqref:0}{x}\href{eqref:9}{\text{(0)}}`,
  raw`\href{SITE}{x}`,
  raw`\url{javascript:RUN}`,
  raw`\htmlData{onclick=RUN}{x}`,
  raw`\htmlData{x" onclick="RUN=1}{x}`,
  raw`\htmlClass{find-bar}{x}`,
  raw`\htmlId{main}{x}`,
  raw`\htmlStyle{position:fixed;inset:0;background:url(SITE)}{x}`,
  raw`\includegraphics{SITE}`,
  raw`\includegraphics[alt={"onerror=RUN}]{x}`,
  raw`\includegraphics{javascript:RUN}`,
  raw`\require{html}\style{background:url(SITE)}{x}`,
  raw`\class{x}{x}\cssId{main}{x}`,
  raw`\bbox[background:url(SITE)]{x}`,
  raw`\color{red;background:url(SITE)}x`,
  raw`\textcolor{url(SITE)}{x}`,
  raw`\colorbox{red" onclick="RUN}{x}`,
  raw`\unicode{x3C}img src=x onerror=RUN\unicode{x3E}`,
  raw`\char"3C img src=x onerror=RUN \char"3E`,
  raw`\verb|<img src=x onerror=RUN>|`,
  raw`\operatorname{<img src=x onerror=RUN>}`,
  raw`\text{<img src=x onerror=RUN>}`,
  raw`\mathrm{</span><script>RUN</script>}`,
  raw`\nosuch<img src=x onerror=RUN>`,
  raw`\frac{<script>RUN</script>`,
  raw`\let\text\htmlData\text{onclick=RUN}{x}`,
  raw`\def\x{\href{javascript:RUN}}\x{x}`,
  raw`\gdef\relax#1{\htmlStyle{color:red}{#1}}\relax{x}`,
];

const names: readonly string[] = [
  raw`\newcommand{\__proto__}{x}\__proto__`,
  raw`\def\constructor{x}\constructor`,
  raw`\def\toString{x}\toString\hasOwnProperty\valueOf`,
  raw`\newcommand{\prototype}{\href{javascript:RUN}{x}}\prototype`,
  raw`\begin{__proto__}x\end{__proto__}`,
  raw`\begin{constructor}x\end{constructor}`,
  raw`\label{__proto__}\eqref{__proto__}`,
  raw`\label{constructor}\ref{constructor}\eqref{toString}`,
  raw`\tag{__proto__}\operatorname{constructor}`,
];

const sizes: readonly string[] = [
  raw`\rule{99999999em}{99999999em}`,
  raw`\hspace{99999999em}x\hspace{-99999999em}`,
  raw`\kern-99999999emx`,
  raw`\raisebox{-99999em}{x}`,
  raw`x\\[9999999em]x`,
  raw`\genfrac{}{}{9999em}{}{x}{x}`,
  raw`\phantom{\rule{9999999em}{999999em}}x`,
  raw`\above 99999em x`,
  nested(raw`\sqrt{`, 400, '}'),
  nested(raw`\sqrt{`, 150, '}'),
  nested('{}^{', 150, '}'),
  nested(raw`\left(`, 300, raw`\right)`),
  nested(raw`\begin{matrix}`, 150, raw`\end{matrix}`),
  nested(raw`\text{$`, 180, '$}'),
  nested(raw`\def\a#1{\overline{#1}}\a{`, 150, '}'),
  `${raw`\sqrt{`.repeat(20_000)}x`,
  nested('{', 100_000, '}'),
  nested('x^{', 5_000, '}'),
  raw`\def\a{\b}\def\b{\a}\a`,
  raw`\def\a{\a\a}\a`,
  raw`\edef\a{\a\a}\a`,
  raw`\newcommand\b[1]{\b{#1#1}}\b{x}`,
];

export const hostileTex: Readonly<Record<string, readonly string[]>> = { commands, names, sizes };

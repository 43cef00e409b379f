// Displays for the tests of KaTeX's numbers.
const raw = String.raw;

/** Tags stand between two @, by which the test finds them again. */
export const katexPages: Readonly<Record<string, readonly string[]>> = {
  numbers: [
    raw`\begin{equation}a\end{equation}`,
    raw`\begin{align}a\\b\\c\end{align}`,
    raw`\begin{align}a\\b\\ \end{align}`,
    raw`\begin{align}a\cr b\newline c\end{align}`,
    raw`\begin{align}a\\{b\\c}\end{align}`,
    raw`\begin{equation}a\\b\end{equation}`,
    raw`$$a$$`,
  ],
  tags: [
    raw`\begin{equation}a\tag{@x@}\end{equation}`,
    raw`\begin{align}a\tag{@x@}\\b\notag\\c\nonumber\\d\tag*{@y@}\end{align}`,
    raw`\begin{align*}a\tag{@1@}\\b\end{align*}`,
    raw`\begin{align}a\tag{@x@}\notag\\b\notag\tag{@y@}\end{align}`,
    raw`\begin{align}a\tag{@1@}\tag{@2@}\end{align}`,
    raw`$$a\tag{@3@}$$`,
    raw`$$\begin{aligned}a\\b\end{aligned}\tag{@4@}$$`,
    raw`\begin{equation}\begin{split}a\tag{@1@}\\b\end{split}\end{equation}`,
  ],
  nesting: [
    raw`\begin{gather}\begin{align}a\\b\end{align}\\c\end{gather}`,
    raw`\begin{equation}\begin{align}a\\b\end{align}\end{equation}`,
    raw`$\begin{equation}a\end{equation}$`,
  ],
  'what it does not know': [
    raw`\begin{multline}a\end{multline}`,
    raw`\begin{flalign}a\end{flalign}`,
    raw`\begin{eqnarray}a\end{eqnarray}`,
    raw`\begin{subequations}a\end{subequations}`,
    raw`\begin{equation}a\label{x}\end{equation}`,
    raw`$$\eqref{x}$$`,
  ],
};

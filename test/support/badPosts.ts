// Posts as nobody means to write them, and one good post that must be served in spite of them.

const raw = String.raw;
const deep = 20_000;
const nested = (open: string, inner: string, close: string): string =>
  open.repeat(deep) + inner + close.repeat(deep);

/** Aliases of aliases: a hundred lines that stand for more than any memory holds. */
const growing = Array.from(
  { length: 100 },
  (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`,
).reduce((lines, line) => `${lines}\n${line}`, 'a0: &a0 [x, x]');

/** Text of any kind: it is read without a word. */
export const badTexts: Readonly<Record<string, string>> = {
  empty: '',
  'a line break': '\n',
  nul: '\0# a\0b\n\n$x\0$ and $$\0$$\0',
  returns: '# 一\r\n\r\n$$x \\tag{1}\\label{a}$$\r\rb $\\eqref{a}$\r\n',
  'half a character': '[x](\ud83d.md) $x_\ud83d$ \\eqref{\ud83d}\n',
  'a mark inside': 'a \uFEFF$x\uFEFF$\n',
  'a long line': `${'x'.repeat(999_990)} $y$\n`,
  'a long line of words': `${'word '.repeat(199_990)}$y$\n`,
  'nested braces': `$$${nested('{', 'x', '}')}$$\n`,
  'nested braces in a line': `a $${nested('{', 'x', '}')}$ b\n`,
  'open braces': `$$${'{'.repeat(deep)}\n\nx\n`,
  'nested fractions': `$$${nested(raw`\frac{1}{`, 'x', '}')}$$\n`,
  'open environments': raw`\begin{align}`.repeat(deep),
  'open brackets': '[('.repeat(deep),
  'nested quotes': `${'> '.repeat(5_000)}x`,
  dollars: '$'.repeat(50_000),
  'cyclic macros': raw`$\def\a{\b}\def\b{\a}$ and $\a$.`,
  'growing macros': raw`$\def\a{\a\a}\newcommand\b[1]{\b{#1#1}}$ and $\a$ and $\b{x}$.`,
  'nested worksheet': `\`\`\`eval\n${nested('(', '1', ')')}\n${'-'.repeat(deep)}1\n\`\`\`\n`,
  'nested front matter': `---\na: ${nested('[', '', ']')}\n---\n`,
  'front matter of many levels': `---\na:\n  ${'- '.repeat(deep)}x\n---\n`,
  'front matter that grows': `---\n${growing}\n---\n`,
  'nested TOML': `+++\na = ${nested('[', '', ']')}\n+++\n`,
  'cyclic worksheet': raw`<!-- eval: f(x) = f(x) -->`,
};

/** Bytes that are not UTF-8: they are passed over with a word. */
export const badBytes: Readonly<Record<string, Uint8Array>> = {
  'another encoding': Uint8Array.from([0xb9, 0xab, 0xca, 0xbd, 0x0a]),
  'half a character': new TextEncoder().encode('# 公式').slice(0, -1),
  'wide characters': Uint8Array.from([0xff, 0xfe, 0x23, 0x00, 0x20, 0x00, 0x41, 0x00]),
};

/** More than the limit of 20 MB. */
export function hugePost(): string {
  return 'word $x$ '.repeat(5_555_556);
}

export const goodPost = raw`# Good

\begin{equation}x = 1\label{eq:good}\end{equation}

By $\eqref{eq:good}$ and \eqref{eq:lost}, $1 + 1$<!--= -->.
`;

// What the scan for TeX errors must know about commands: data, and nothing that engines differ in.

/**
 * Comments hide braces from one engine and not from another; the commands read what follows them by
 * rules of their own, or define others.
 */
export const unreadable =
  /(?:^|[^\\])(?:\\\\)*%|\\(?:verb|ce|pu|xymatrix|mathchoice|unicode|href|url|style|class|cssId|html\w*|data|require|(?:re|provide)?newcommand|(?:re)?newenvironment|[gex]?def|let|DeclareMathOperator|mmlToken|csname|string|begingroup|endgroup|bgroup|egroup)(?![a-zA-Z])|\\begin\s*\{(?:CD|verbatim|prooftree|tikzcd)/;

/** Their argument is text. */
export const textCommands: ReadonlySet<string> = new Set([
  ...['text', 'textrm', 'textit', 'textbf', 'textsf', 'texttt', 'textnormal', 'mbox', 'hbox'],
  ...['operatorname', 'tag', 'label', 'ref', 'eqref', 'color', 'textcolor', 'colorbox', 'fbox'],
]);

/** How many arguments these cannot do without. */
export const argumentCounts: ReadonlyMap<string, number> = new Map<string, number>([
  ...['frac', 'dfrac', 'tfrac', 'binom', 'dbinom', 'tbinom'].map((name) => [name, 2] as const),
  ...['mathbf', 'mathrm', 'mathbb', 'mathcal', 'mathfrak', 'mathsf', 'mathtt', 'mathit'].map(
    (name) => [name, 1] as const,
  ),
  ...['boldsymbol', 'hat', 'bar', 'tilde', 'vec', 'dot', 'ddot', 'overline', 'underline'].map(
    (name) => [name, 1] as const,
  ),
  ...['widehat', 'widetilde', 'overbrace', 'underbrace', 'sqrt'].map((name) => [name, 1] as const),
]);

/** Whether it takes an argument, so that it cannot be the argument of another without braces. */
export function takesArguments(name: string): boolean {
  return argumentCounts.has(name) || neverArguments.has(name);
}

const neverArguments: ReadonlySet<string> = new Set([
  ...['left', 'right', 'begin', 'end', 'label', 'ref', 'eqref', 'tag', 'text', 'textcolor'],
]);

/** They hold rows, perhaps, but no columns. */
export const singleCellEnvironments: ReadonlySet<string> = new Set([
  ...['equation', 'equation*', 'multline', 'multline*', 'math', 'displaymath'],
]);

/** Whether it may stand behind `\\left`; of commands with letters the engines know very many. */
export function isDelimiter(text: string): boolean {
  return text.charCodeAt(0) > 127 || /^(?:[()[\]<>|/.]|\\[{}|]|\\[a-zA-Z]+)$/.test(text);
}

// What numbering must know about commands: how they read their arguments, and which leave a row empty.

/**
 * Arguments in order: `m` a formula of its own, `t` text (formulas only between dollars), `r` read as it
 * stands, `o` optional in brackets, `*` an optional star. A command that is not listed takes none, and a
 * group behind it is read in place.
 */
export const commandArguments: ReadonlyMap<string, string> = new Map<string, string>([
  ...each('t', [
    ...['text', 'textrm', 'textit', 'textbf', 'textsf', 'texttt', 'textnormal', 'textup', 'textsc'],
    ...['mbox', 'hbox', 'fbox', 'framebox', 'textllap', 'textrlap', 'textclap', 'clap'],
  ]),
  ...each('m', [
    ...[
      'mathrm',
      'mathit',
      'mathbf',
      'mathbb',
      'mathcal',
      'mathfrak',
      'mathscr',
      'mathsf',
      'mathtt',
    ],
    ...[
      'boldsymbol',
      'mathop',
      'mathbin',
      'mathrel',
      'mathord',
      'mathopen',
      'mathclose',
      'mathinner',
    ],
    ...[
      'mathpunct',
      'boxed',
      'overline',
      'underline',
      'overbrace',
      'underbrace',
      'widehat',
      'widetilde',
    ],
    ...[
      'overrightarrow',
      'overleftarrow',
      'hat',
      'bar',
      'tilde',
      'vec',
      'dot',
      'ddot',
      'acute',
      'grave',
    ],
    ...[
      'check',
      'breve',
      'mathring',
      'cancel',
      'bcancel',
      'xcancel',
      'phantom',
      'hphantom',
      'vphantom',
    ],
    ...['rlap', 'llap', 'mathrlap', 'mathllap', 'mathclap', 'cramped'],
  ]),
  ...each('mm', [
    'frac',
    'dfrac',
    'tfrac',
    'binom',
    'dbinom',
    'tbinom',
    'stackrel',
    'overset',
    'underset',
  ]),
  ...each('om', ['sqrt', 'smash', 'xrightarrow', 'xleftarrow', 'xmapsto', 'xlongequal']),
  ...each('rm', [
    'textcolor',
    'class',
    'cssId',
    'style',
    'href',
    'data',
    'texttip',
    'raise',
    'lower',
  ]),
  ...each('r', [
    'color',
    'require',
    'hspace',
    'hspace*',
    'vspace',
    'ce',
    'pu',
    'rowcolor',
    'arraystretch',
  ]),
  ...each('*m', ['operatorname']),
  ...each('omm', ['cfrac']),
  ['colorbox', 'rt'],
  ['fcolorbox', 'rrt'],
  ['bbox', 'om'],
  ['enclose', 'rom'],
  ['cancelto', 'mm'],
  ['genfrac', 'rrrrmm'],
  ['sideset', 'mmm'],
  ['mmlToken', 'ror'],
  ['unicode', 'or'],
  ['definecolor', 'rrr'],
  ['underaccent', 'mm'],
]);

/** These put nothing into a row, so that a last row of them alone is none. */
export const silentCommands: ReadonlySet<string> = new Set([
  ...['hline', 'hdashline', 'hfill', 'hfil', 'hfilll', 'require', 'rowcolor', 'definecolor'],
]);

/** These end a row; the second and third take neither star nor skip. */
export const rowEnds: ReadonlySet<string> = new Set(['\\', 'cr', 'newline']);

/** A formula that matches may define macros. */
export const definitionPattern =
  /\\(?:(?:re)?new(?:command|environment)|def|let|DeclareMathOperator)(?![a-zA-Z])/;

function each(args: string, names: readonly string[]): (readonly [string, string])[] {
  return names.map((name) => [name, args] as const);
}

// What each rule says, for programs that list rules; the words are those of the README.

export const ruleDescriptions: Readonly<Record<string, string>> = {
  'label.undefined': 'a reference names a label that no equation of the post has',
  'label.duplicate': 'two equations of one page have the same label',
  'label.unused': 'nothing refers to a label',
  'label.without-number': 'a label stands where no number is, so that its references show (???)',
  'label.multiple-in-row': 'one row has several labels',
  'label.collides-in-excerpts': 'the excerpts of two posts have the same label',
  'reference.unsupported-command': 'a reference is written with \\cref, \\autoref or the like',
  'reference.key-list': 'one reference names several labels',
  'reference.past-cut': 'the excerpt refers to an equation behind its end',
  'number.stale': 'the equation that a number written by hand named has another one now',
  'number.hard-coded': 'a number is written by hand for an equation with a label',
  'number.unknown': 'no equation of the post has a number written by hand',
  'number.tag-collides': 'a \\tag is the number that another equation has by itself',
  'site.numbers-nothing': 'the site numbers no equations, and posts refer to them; said once',
  'link.missing-label': 'a link such as post.md#eq:loss names no label of that post',
  'display.error': 'readers will see an error in place of the equation',
  'tex.parse': 'no engine accepts the TeX: a brace, an argument, a stray &, …',
  'tex.unclosed': 'a formula has no end, so that readers see its source',
  'tex.unsupported': 'the math engine of the site lacks a command or an environment',
  'macro.redefined': 'a macro gets another meaning than it had before',
  'tex.table-pipe': 'a norm in a table has single bars: the table takes the backslashes',
  'drift.symbol': 'a symbol is written in another way once or twice in a post',
  'drift.table': 'the same table of two posts has different numbers',
  'engine.not-a-formula':
    'the site’s Markdown takes a formula apart, so that readers see its source',
  'engine.lost-rows': 'the site’s Markdown makes \\ of \\\\, so that rows run into one',
  'engine.eaten-backslash': 'the site’s Markdown takes the backslash of \\{, \\, and the like',
  'engine.left-over':
    '\\\\\\\\ makes an empty row, since the site’s Markdown leaves formulas alone',
  'engine.smart-quotes': 'the site’s Markdown makes typographic quotes of those in a formula',
  'engine.template': 'the site’s templates take {{ or {% of a formula for their own',
  'site.math-switch':
    'the post lacks the key of the front matter without which the site loads no math engine',
  'eval.claim': 'a claim or a stated value does not hold',
  'eval.problem': 'a formula of a worksheet or mark cannot be computed, and why',
  'site.differs':
    'the built page shows another formula or number than the post; only where you compare',
};

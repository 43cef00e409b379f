// What each rule says, for programs that list rules; the words are those of the README.

export const ruleDescriptions: Readonly<Record<string, string>> = {
  'label.undefined': 'a reference names a label that no equation of the post has',
  'label.duplicate': 'two equations of one page have the same label',
  'label.unused': 'nothing refers to a label',
  'label.without-number': 'a label stands where no number is, so that its references show (???)',
  'label.multiple-in-row': 'one row has several labels',
  'link.missing-label': 'a link such as post.md#eq:loss names no label of that post',
  'display.error': 'readers will see an error in place of the equation',
  'tex.parse': 'no engine accepts the TeX: a brace, an argument, a stray &, …',
  'tex.unclosed': 'a formula has no end, so that readers see its source',
  'tex.table-pipe': 'a norm in a table has single bars: the table takes the backslashes',
  'eval.claim': 'a claim or a stated value does not hold',
  'eval.problem': 'a formula of a worksheet or mark cannot be computed, and why',
  'site.differs':
    'the built page shows another formula or number than the post; only where you compare',
};

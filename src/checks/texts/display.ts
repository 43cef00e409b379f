// What findings say of displays that the math engine refuses.

export const displayTexts = {
  'display.multiple-labels':
    'A row of this formula has two labels: readers see an error in place of it. Keep one beside “{subject}”.',
  'display.multiple-tags':
    'This row has a second \\tag: readers see an error in place of the formula. Keep one.',
  'display.tag-not-allowed':
    '\\tag is not allowed in {subject}: readers see an error in place of the formula. Move it to the display around it.',
  'display.unknown-environment':
    'The math engine does not know the environment {subject}: readers see an error in place of the formula. Use one that it knows, such as equation, align or gather.',
  'display.wrong-nesting':
    'The environment {subject} may not begin or end here, inside another one: readers see an error in place of the formula. Close what is open first, or use an inner form such as aligned or gathered.',
  'display.unclosed-environment':
    'The environment {subject} is not closed: readers see an error, or the source, in place of the formula. Add \\end{{subject}}.',
  'display.endless-macro':
    'The macro {subject} expands without end: readers see an error in place of the formula. Define it by other commands than itself.',
  'display.unsupported-command':
    'KaTeX does not know {subject}: readers see an error in place of the formula. Use a site with MathJax, or write the number by hand.',
} as const;

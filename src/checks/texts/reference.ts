// What findings say of references.

export const referenceTexts = {
  'reference.unsupported-command':
    'MathJax has no {command}: readers see its source. Write {text}.',
  'reference.key-list':
    'MathJax takes “{key}” for one label, which no equation has: readers see (???). Write {text}.',
  'reference.past-cut':
    'The equation with the label “{key}” stands behind the cut: where a list shows the excerpt alone, readers see (???). Move the reference or the equation to the other side of <!--more-->.',
  'reference.past-cut.label': 'The excerpt ends before this equation.',
} as const;

// What findings say of links.

export const linkTexts = {
  'link.missing-label':
    'No equation of {post} has the label “{key}”: this link leads to no equation. Correct the name, or add \\label{{key}} there.',
  'link.missing-label.near':
    'No equation of {post} has the label “{key}”: this link leads to no equation. Did you mean “{near}”?',
} as const;

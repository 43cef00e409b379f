// What findings say of labels.

export const labelTexts = {
  'label.undefined':
    'No equation of this post has the label “{key}”: readers see (???). Add \\label{{key}} to the equation, or correct the name.',
  'label.undefined.near':
    'No equation of this post has the label “{key}”: readers see (???). Did you mean “{near}”?',
  'label.undefined.elsewhere':
    'The label “{key}” is not of this post but of {post}, and labels do not reach across pages: readers see (???). Link to that post instead.',
  'label.duplicate':
    'The label “{key}” is already taken on this page: readers see an error in place of this equation. Rename one of the two.',
  'label.duplicate.last-wins':
    'The label “{key}” is already taken on this page: its references show the number of only one of the two equations. Rename one of them.',
  'label.duplicate.first': 'The label “{key}” is first defined here.',
  'label.unused': 'Nothing refers to the label “{key}”.',
  'label.multiple-in-row':
    'This row has two labels: readers see an error in place of the equation. Keep one, here “{key}” or “{other}”.',
  'label.multiple-in-row.other': 'The row has its other label here.',
  'label.without-number.starred':
    'The label “{key}” has no number, since {environment} numbers nothing: its references show (???). Write {unstarred}, or add \\tag{…}.',
  'label.without-number.delimiters':
    'The label “{key}” has no number, since a formula between {environment} is not numbered here: its references show (???). Use the environment equation, or add \\tag{…}.',
  'label.without-number.row':
    'The label “{key}” has no number, since its row in {environment} has none: its references show (???). Remove \\notag or \\nonumber, or move the label to a numbered row.',
  'label.without-number.inner':
    'The label “{key}” has no number, since it stands in an inner environment: its references show (???). Move it in front of the inner \\begin.',
  'label.without-number.inline':
    'The label “{key}” has no number, since it stands in an inline formula: its references show (???). Move it into a numbered display.',
  'label.without-number.moved':
    'The label “{key}” stands in a row without a number and goes to the next row. Move it to the row that it means.',
  'label.without-number.reference': 'This reference shows (???).',
  'label.collides-in-excerpts':
    'Another excerpt has the label “{key}” too: where a list shows both, readers see an error in place of one of the equations. Rename one of the two.',
  'label.collides-in-excerpts.other': 'The excerpt of this post has it too.',
} as const;

// What findings say of titles that posts cite, and of series.

export const titleTexts = {
  'title.stale':
    'This link leads to 《{title}》, which is no longer titled 《{cited}》. Cite it by its title of today.',
  'title.near-miss': 'No post is titled 《{cited}》. Did you mean 《{title}》?',
  'title.ambiguous': 'Two posts are titled 《{title}》: {post} and {other}. Add a link.',
  'series.duplicate-part':
    'Part {part} of “{stem}” is already 《{other}》. Give one of the two another number.',
  'series.duplicate-part.first': 'This post is {part} of “{stem}” too.',
  'series.gap':
    'Part {from} of “{stem}” is missing: the part before this one is 《{before}》. Correct the number, or add the part.',
  'series.gap.several':
    'Parts {from} to {to} of “{stem}” are missing: the part before this one is 《{before}》. Correct the number, or add the parts.',
  'series.incomplete':
    '“{stem}” has a part {part} and no first one. Correct the title, or add the first part.',
  'series.broken-neighbour.previous':
    'The part before this one is 《{expected}》, but this link leads to 《{linked}》. Correct the link.',
  'series.broken-neighbour.next':
    'The part behind this one is 《{expected}》, but this link leads to 《{linked}》. Correct the link.',
} as const;

// What findings say of links.

export const linkTexts = {
  'link.missing-label':
    'No equation of {post} has the label “{key}”: this link leads to no equation. Correct the name, or add \\label{{key}} there.',
  'link.missing-label.near':
    'No equation of {post} has the label “{key}”: this link leads to no equation. Did you mean “{near}”?',
  'link.missing-post': 'The blog has no post {target}: this link leads nowhere. Correct the path.',
  'link.missing-post.near':
    'The blog has no post {target}: this link leads nowhere. Did you mean {near}?',
  'link.missing-heading':
    '{post} has no heading or other place “#{fragment}”: this link leads to the top of the page. Correct what follows the #.',
  'link.missing-heading.near':
    '{post} has no heading or other place “#{fragment}”: this link leads to the top of the page. Did you mean “#{near}”?',
  'link.missing-image': 'There is no file {file}: readers see no picture. Correct the path.',
  'link.moved-permalink':
    'The page of {post} was at {address} once and is elsewhere now. Link to where it is.',
  'link.moved-permalink.address':
    'The page of {post} was at {address} once and is at {now} now. Link to that.',
  'link.unpublished':
    '{post} is a draft: readers find no page behind this link. Publish it, or take the link out.',
  'link.unpublished.future':
    '{post} appears on {date}: until then readers find no page behind this link.',
} as const;

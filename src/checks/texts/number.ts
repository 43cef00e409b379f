// What findings say of numbers written by hand.

export const numberTexts = {
  'number.stale': 'The equation that was ({number}) is ({now}) by now. Correct the number.',
  'number.stale.elsewhere':
    'The equation of {post} that was ({number}) is ({now}) by now. Correct the number.',
  'number.stale.link':
    'This link leads to the equation ({now}), and says ({number}). Correct the number.',
  'number.stale.link.elsewhere':
    'This link leads to the equation ({now}) of {post}, and says ({number}). Correct the number.',
  'number.stale.equation': 'The equation, ({number}) by now.',
  'number.hard-coded':
    'The number ({number}) is written by hand and stays as it is when equations come or go. \\eqref{{key}} would follow.',
  'number.unknown': 'No equation of this post has the number ({number}). Correct the number.',
  'number.tag-collides':
    'Another equation of this post is numbered ({number}) by itself: readers see the number twice. Choose another \\tag.',
  'number.tag-collides.other': 'This equation is numbered ({number}) by itself.',
} as const;

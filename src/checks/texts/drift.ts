// What findings say of what a blog writes in two ways.

export const driftTexts = {
  'drift.symbol':
    'This post writes {usual} {count} times, and here {written}. Write one of them throughout, unless you mean two things.',
  'drift.symbol.usual': '{usual}, {count} times in this post',
  'drift.table':
    'This row says {mine} where the same table in {post} says {theirs}. Correct one of the two.',
  'drift.table.other': 'The same table, with another number',
} as const;

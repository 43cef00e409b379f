// What findings say of what a blog writes in two ways.

export const driftTexts = {
  'drift.symbol':
    'This post writes {usual} {count} times, and here {written}. Write one of them throughout, unless you mean two things.',
  'drift.symbol.usual': '{usual}, {count} times in this post',
} as const;

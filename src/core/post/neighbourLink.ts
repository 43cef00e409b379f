// Whether a link says that it leads to the part before or behind: 上一篇：[…](…), [next part](…).

export type Neighbour = 'previous' | 'next';

const unit = '(?:篇|章|节|讲|回|期|部分)(?:文章|博文|博客)?';
const english =
  '(?:\\s+(?:post|part|article|chapter|section|lecture|lesson|in\\s+(?:the\\s+)?series))';
const words = {
  previous: `(?:[上前]一${unit}|(?:the\\s+)?previous${english}?)`,
  next: `(?:[下后]一${unit}|(?:the\\s+)?next${english}?)`,
} as const;
/** A previous post, or ours, is any earlier one. */
const oneOfMany = /(?<!\bthe)(?<=[\w,])[ \t]+$/i;
const mark = '[\\s«»‹›<>←→⬅➡👈👉*_|·•\\[(（【-]*';

/** All that the link reads, or what stands before it with a colon between. */
const patterns = Object.entries(words).map(([neighbour, word]) => ({
  neighbour: neighbour as Neighbour,
  text: new RegExp(`^${mark}${word}(?:${mark}$|\\s*[:：])`, 'iu'),
  before: new RegExp(`${word}[*_]*\\s*[:：][\\s*_《]*$`, 'iu'),
}));

/** How far before a link such words may stand. */
export const neighbourReach = 40;

export function neighbourOf(before: string, text: string): Neighbour | null {
  if (/^[a-z]/i.test(text) && oneOfMany.test(before)) return null;
  const found = patterns.find(
    (pattern) => pattern.text.test(text.trim()) || pattern.before.test(before),
  );
  return found?.neighbour ?? null;
}

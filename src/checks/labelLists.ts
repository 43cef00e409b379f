// Several labels named at once, as LaTeX's packages allow and MathJax does not: `eq:a,eq:b`.
import type { PostFacts } from '../core/post/facts.js';

/** The labels that a key lists; `null` where it is no list, or one of them is none of these. */
export function listedLabels(key: string, labels: ReadonlySet<string>): readonly string[] | null {
  if (!key.includes(',') || labels.has(key)) return null;
  const listed = key.split(',').map((part) => part.trim());
  return listed.every((label) => labels.has(label)) ? listed : null;
}

/** Those whose references show a number: no fix leads readers to (???). */
export function numberedLabels({ labels }: PostFacts): ReadonlySet<string> {
  return new Set(labels.filter(({ number }) => number !== null).map(({ key }) => key));
}

/** `around` each stands a dollar, or nothing. */
export function referencesTo(
  labels: readonly string[],
  around: '$' | '',
  command = 'eqref',
): string {
  return labels.map((label) => `${around}\\${command}{${label}}${around}`).join(', ');
}

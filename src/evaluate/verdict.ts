// What a claim, a check or a criterion comes to.

export type Verdict = 'holds' | 'fails' | 'unknown';

export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  holds: '✓',
  fails: '✗',
  unknown: '?',
};

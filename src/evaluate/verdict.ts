// What a claim, a check or a criterion comes to.

export type Verdict = 'holds' | 'fails' | 'unknown';

// What bounds a calculation: steps of loops, and numbers held at once. Never the clock.

export interface Limits {
  readonly steps: number;
  readonly memory: number;
}

export const DEFAULT_LIMITS: Limits = { steps: 50_000_000, memory: 10_000_000 };

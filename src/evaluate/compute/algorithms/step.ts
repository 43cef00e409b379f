// What a method for ordinary differential equations is given, and what a step of it comes to.

/** The values of all unknowns at a time. */
export type State = readonly number[];

/** `null` where there is no value: a shorter step may keep away from there. */
export type Slopes = (time: number, state: State) => State | null;

/** Takes a step; `null` where it cannot be taken. */
export type Step = (
  time: number,
  state: State,
  length: number,
) => {
  readonly state: State;
  /** How far it may be off. */
  readonly error: State;
  /** Those that it rests on. */
  readonly slopes: readonly State[];
} | null;

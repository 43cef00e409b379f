// What is searched: samplers for the free symbols at one choice of sizes, and the sides of the relation there.
import type { Place } from './points.js';
import type { Sampler } from './sampler.js';
import type { Point, Sides } from './sides.js';

/** The free symbols at one choice of sizes. */
export interface Space {
  readonly samplers: readonly Sampler[];
  readonly sides: Sides;
  /** Whether the relation is one of order. */
  readonly isOrder: boolean;
  /** Whether a side is computed by what may miss something at some points. */
  readonly mayMiss: boolean;
}

export interface Budgeted {
  /** Whether there are steps left, of all or a part of them. */
  readonly hasSteps: (part?: number) => boolean;
}

export function pointAt({ samplers }: Space, place: Place, digits: number): Point | null {
  const point = samplers.map((sampler, at) => sampler.exact(place[at] ?? [], digits));
  return point.every((entries) => entries !== null) ? point : null;
}

// What was seen at the points of a search, and what that comes to.
import type { Place } from './points.js';
import type { Doubt, Judgement, Point } from './sides.js';
import type { Budgeted, Space } from './space.js';
import { isEstablished } from './watched.js';

export type Search =
  | {
      readonly kind: 'fails';
      readonly space: number;
      readonly point: Point;
      readonly judgement: Disagreement;
    }
  | {
      readonly kind: 'differs';
      readonly space: number;
      readonly point: Point;
      readonly without: 'left' | 'right';
    }
  | {
      readonly kind: 'agrees';
      readonly points: number;
      readonly isWhole: boolean;
      /** To which size all whole numbers were tried, where there were some. */
      readonly wholesTo: number | null;
    }
  | {
      readonly kind: 'unknown';
      readonly points: number;
      readonly doubt: Doubt | 'nothing' | 'method';
    };

export type Disagreement = Extract<Judgement, { kind: 'disagrees' }>;

/** Fewer points that agree say nothing. */
const ENOUGH = 50;
/** Each is looked at with 50 digits. */
const FEW_SUSPECTS = 3;

/** A point of some space, and what was judged there. */
export interface Found {
  readonly space: number;
  readonly place: Place;
  readonly digits: number;
  readonly point: Point;
  readonly judgement: Judgement;
}

/** What was seen at all points. */
export class Tally {
  #agree = 0;
  readonly #suspects: (() => boolean)[] = [];
  readonly #undecided: { readonly doubt: Doubt; readonly agrees: () => boolean }[] = [];
  readonly #seen = new Set<string>();
  readonly #doubts = new Map<Doubt, number>();
  #differs: Extract<Search, { kind: 'differs' }> | null = null;
  readonly #places = new Map<Space, Place[]>();
  #isSuspicious = false;
  stopped = false;
  /** Whether of a set that is gone through as a whole only a part was. */
  isCut = false;
  #wholesTo: number | null = null;

  /** All numbers of a list up to this place were tried. */
  reached(wholes: readonly number[] | null, rank: number): void {
    if (wholes === null) return;
    let last = Math.min(rank, wholes.length - 1);
    const sizeAt = (at: number): number => Math.abs(wholes[at] ?? NaN);
    // Behind those that are all tried there are gaps.
    for (let at = 1; at <= last; at++) if (sizeAt(at) - sizeAt(at - 1) > 1) last = at - 1;
    this.#wholesTo = Math.min(this.#wholesTo ?? Infinity, sizeAt(last));
  }

  isNew(space: Space, point: Point): boolean {
    const key = `${space.samplers.map(({ shape }) => JSON.stringify(shape)).join('')}${point
      .map((entries) =>
        entries.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join(),
      )
      .join(';')}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  count({ place, point, judgement, space: at }: Found, space: Space): void {
    const { sides, mayMiss, isOrder } = space;
    if (isOrder) this.#places.set(space, [...(this.#places.get(space) ?? []), place]);
    switch (judgement.kind) {
      case 'agrees':
        this.#agree++;
        break;
      case 'disagrees':
        if (mayMiss) this.#suspects.push(() => sides.confirms(point));
        break;
      case 'undecided': {
        const agrees = (): boolean => sides.agreesPrecisely(point);
        this.#undecided.push({ doubt: judgement.doubt, agrees });
        break;
      }
      case 'differs':
        this.#differs ??= { kind: 'differs', space: at, point, without: judgement.without };
        break;
      case 'nothing':
    }
  }

  /** Whether it is one at which the relation is false, and not its computation. */
  isRefuted({ judgement, point }: Found, { sides, mayMiss, isOrder }: Space): boolean {
    if (judgement.kind !== 'disagrees') return false;
    const isTrusted = !mayMiss || isEstablished(this.#suspects.length, this.#agree, isOrder);
    return isTrusted && sides.confirms(point);
  }

  /** Whether whole numbers were gone through, and points enough agree. */
  hasEnoughOf({ samplers }: Space): boolean {
    return this.#agree >= ENOUGH && samplers.some(({ wholes }) => wholes !== null);
  }

  /** Where descents of an order may begin. */
  placesIn(space: Space): readonly Place[] {
    return this.#places.get(space) ?? [];
  }

  /** Whether it fails somewhere, but at too few points. */
  lookAtSuspects(): void {
    this.#isSuspicious = this.#suspects.slice(0, FEW_SUSPECTS).some((confirms) => confirms());
  }

  /** Looks closer at what doubles left open, where too few points agree so far. */
  lookCloser(budget: Budgeted): void {
    for (const { doubt, agrees } of this.#undecided) {
      if (this.#agree < ENOUGH && budget.hasSteps() && agrees()) this.#agree++;
      else this.#doubts.set(doubt, (this.#doubts.get(doubt) ?? 0) + 1);
    }
  }

  outcome(isWhole: boolean): Search {
    if (this.#differs !== null) return this.#differs;
    const points = this.#agree;
    const isAll = isWhole && !this.isCut && this.#doubts.size === 0 && points > 0;
    if (this.#isSuspicious) return { kind: 'unknown', points, doubt: 'method' };
    if (this.stopped) return { kind: 'unknown', points, doubt: 'stopped' };
    if (points >= ENOUGH || isAll)
      return { kind: 'agrees', points, isWhole: isAll, wholesTo: this.#wholesTo };
    const [most] = [...this.#doubts].sort((left, right) => right[1] - left[1]);
    return { kind: 'unknown', points, doubt: most?.[0] ?? 'nothing' };
  }
}

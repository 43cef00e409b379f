// The nodes of an integral by its covering; what that leaves open is taken by two methods.
import type { Span } from '../../../core/text/span.js';
import { refuse } from '../../refusal.js';
import { cover, type Covered, type Stretch } from './covering.js';
import {
  halfLine,
  panelOf,
  unitInterval,
  wholeLine,
  type Node,
  type Quadrature,
  type Substitution,
} from './quadrature.js';
import { agreed, byTwoMethods } from './twoMethods.js';

export interface Integrated {
  readonly first: readonly Node[];
  /** The same, or other nodes where these tell how far off the first are. */
  readonly second: readonly Node[];
  /** Beside what the two differ by. */
  readonly error: number;
}

interface Task {
  readonly covered: Covered;
  /** What is covered, and what is left to two methods. */
  readonly starts: readonly Stretch[];
  readonly tails: readonly Stretch[];
  readonly mostPanels: number;
  /** Whether slopes are taken too, of which the covering says nothing. */
  readonly isVarying: boolean;
  readonly span: Span;
}

/** `null` where the integrand cannot be enclosed. */
export function byCovering(task: Task): Integrated | null {
  const { covered, starts, tails, mostPanels, isVarying, span } = task;
  const covering = cover(starts, covered, mostPanels);
  if (covering === null) return null;
  let { error } = covering;
  const [first, second] = [
    [...covering.nodes],
    [...(isVarying ? covering.halved() : covering.nodes)],
  ];
  for (const stretch of [...covering.open, ...tails]) {
    const [one, other] = openNodes(stretch, covered, covering.value, span);
    first.push(...one.nodes);
    second.push(...other.nodes);
    error += isVarying ? 0 : Math.abs(one.value - other.value);
  }
  return { first, second, error };
}

/** Of two methods. */
export function pairOf([first, second]: readonly Quadrature[]): Integrated {
  if (first === undefined || second === undefined) throw new Error('There are two methods');
  return { first: first.nodes, second: second.nodes, error: 0 };
}

/** How far on the way to infinity panels go, and how much longer each is at first. */
const FARTHEST = 8 ** 10;
const GROWTH = 8;

export function startsOf(substitution: Substitution): readonly Stretch[] {
  const starts: Stretch[] = [{ from: 0, to: 1 }];
  if (substitution === unitInterval) return starts;
  for (let from = 1; from < FARTHEST; from *= GROWTH) starts.push({ from, to: from * GROWTH });
  if (substitution === halfLine) return starts;
  return [...starts.map(({ from, to }) => ({ from: 0 - to, to: 0 - from })), ...starts];
}

export function tailsOf(substitution: Substitution): readonly Stretch[] {
  const above: Stretch = { from: FARTHEST, to: Infinity };
  if (substitution === halfLine) return [above];
  return substitution === wholeLine ? [{ from: -Infinity, to: -FARTHEST }, above] : [];
}

const NOTHING: Quadrature = { value: 0, error: 0, nodes: [] };
/** What is left of the whole where it is not looked into. */
const NEGLIGIBLE = 1e-13;

function openNodes(
  stretch: Stretch,
  { valueAt }: Covered,
  whole: number,
  span: Span,
): readonly [Quadrature, Quadrature] {
  const substitution = within(stretch);
  if (!Number.isFinite(stretch.to - stretch.from) && !vanishes(stretch, valueAt, whole))
    refuse('integral.unsettled', span);
  const rough = panelOf(valueAt, substitution, 0, 1);
  const reach = rough.nodes.reduce(
    (most, { offset, weight }) => Math.max(most, Math.abs(weight * valueAt(offset))),
    0,
  );
  if (reach <= NEGLIGIBLE * Math.abs(whole)) return [NOTHING, { ...NOTHING, value: reach }];
  const [first, second] = agreed(byTwoMethods(valueAt, substitution, 0), span, whole);
  if (first === undefined || second === undefined) throw new Error('There are two methods');
  return [first, second];
}

/** How many times farther it is looked, and by which part at least a function has to fall beyond 1/x. */
const AHEAD = [1, 8, 64, 512, 4096];
const FALLING = 0.9;

/** Whether values times their distance fall on the way to infinity: for 1/x they stay, and there is no integral. */
function vanishes(
  { from, to }: Stretch,
  valueAt: (offset: number) => number,
  whole: number,
): boolean {
  const start = to === Infinity ? from : to;
  const sizes = AHEAD.map((times) => Math.abs(start * times * valueAt(start * times)));
  return sizes.every(
    (size, at) =>
      at === 0 || size <= Math.max(FALLING * (sizes[at - 1] ?? 0), NEGLIGIBLE * Math.abs(whole)),
  );
}

function within({ from, to }: Stretch): Substitution {
  const length = to - from;
  if (Number.isFinite(length))
    return (at) => {
      const { offset, stretch } = unitInterval(at);
      return { offset: from + length * offset, stretch: length * stretch };
    };
  const scale = to === Infinity ? from : to;
  return (at) => {
    const { offset, stretch } = halfLine(at);
    return { offset: scale * (1 + offset), stretch: Math.abs(scale) * stretch };
  };
}

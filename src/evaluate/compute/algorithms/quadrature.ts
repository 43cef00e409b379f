// The rules of numerical integration: nodes and weights for functions of doubles, and how far each may be off.

/** What a rule makes of an integral: nodes, weights, and how far their sum may be from it. */
export interface Quadrature {
  readonly value: number;
  /** An estimate by two rules of different order; `Infinity` where they do not come together. */
  readonly error: number;
  readonly nodes: readonly Node[];
}

/** The function is asked at an offset of its range. */
export interface Node {
  readonly offset: number;
  readonly weight: number;
}

/** Positive nodes of the 15-point Kronrod rule with its weights and those of the 7-point Gauss rule in it (QUADPACK, Piessens et al. 1983, qk15). */
const KRONROD: readonly (readonly [node: number, weight: number, gauss: number])[] = [
  [0.9914553711208126, 0.022935322010529224, 0],
  [0.9491079123427585, 0.06309209262997856, 0.1294849661688697],
  [0.8648644233597691, 0.10479001032225019, 0],
  [0.7415311855993945, 0.14065325971552592, 0.27970539148927664],
  [0.5860872354676911, 0.1690047266392679, 0],
  [0.4058451513773972, 0.19035057806478542, 0.3818300505051189],
  [0.20778495500789848, 0.20443294007529889, 0],
];
const CENTRE = { weight: 0.20948214108472782, gauss: 0.4179591836734694 };

/** How 0 to 1 runs through a range: an offset, and how much an interval there is stretched. */
export type Substitution = (at: number) => { readonly offset: number; readonly stretch: number };

export interface Panel {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly error: number;
  readonly nodes: readonly Node[];
}

const MOST_PANELS = 400;

/** Over 0 to 1, by halving the panel whose two rules differ most; narrow peaks are met in the first panels. */
export function adaptiveQuadrature(
  valueAt: (offset: number) => number,
  substitute: Substitution,
  tolerance: number,
  firstPanels: number,
): Quadrature {
  const panel = (from: number, to: number): Panel => panelOf(valueAt, substitute, from, to);
  let panels = firstPanelsOf(valueAt, substitute, firstPanels);
  while (panels.length < MOST_PANELS) {
    const size = Math.abs(sum(panels.map(({ value }) => value)));
    if (sum(panels.map(({ error }) => error)) <= tolerance * Math.max(size, Number.MIN_VALUE))
      break;
    const worst = panels.reduce((most, each) => (each.error > most.error ? each : most));
    const middle = (worst.from + worst.to) / 2;
    if (middle <= worst.from || middle >= worst.to || worst.error === 0) break;
    panels = panels.filter((each) => each !== worst);
    panels.push(panel(worst.from, middle), panel(middle, worst.to));
  }
  return joined(panels);
}

/** Over so many panels, and no more. */
export function panelQuadrature(
  valueAt: (offset: number) => number,
  substitute: Substitution,
  panels: number,
): Quadrature {
  return joined(firstPanelsOf(valueAt, substitute, panels));
}

function firstPanelsOf(
  valueAt: (offset: number) => number,
  substitute: Substitution,
  count: number,
): Panel[] {
  return Array.from({ length: count }, (_, at) =>
    panelOf(valueAt, substitute, at / count, (at + 1) / count),
  );
}

function joined(panels: readonly Panel[]): Quadrature {
  return {
    value: sum(panels.map(({ value }) => value)),
    error: sum(panels.map(({ error }) => error)),
    nodes: panels.flatMap(({ nodes }) => nodes),
  };
}

export function panelOf(
  valueAt: (offset: number) => number,
  substitute: Substitution,
  from: number,
  to: number,
): Panel {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const nodes: Node[] = [];
  let [kronrod, gauss] = [0, 0];
  const add = (place: number, weight: number, gaussWeight: number): void => {
    const { offset, stretch } = substitute(place);
    // At the far end of an infinite range nothing is asked.
    const scale = Number.isFinite(offset) ? stretch * half : 0;
    const value = scale === 0 ? 0 : valueAt(offset);
    if (scale !== 0) nodes.push({ offset, weight: weight * scale });
    kronrod += weight * scale * value;
    gauss += gaussWeight * scale * value;
  };
  add(middle, CENTRE.weight, CENTRE.gauss);
  for (const [node, weight, gaussWeight] of KRONROD) {
    add(middle - half * node, weight, gaussWeight);
    add(middle + half * node, weight, gaussWeight);
  }
  return { from, to, value: kronrod, error: Math.abs(kronrod - gauss), nodes };
}

/** Over 0 to 1 by the double exponential rule (Takahasi & Mori 1974), halving its step until nothing changes. */
export function doubleExponentialQuadrature(
  valueAt: (offset: number) => number,
  substitute: Substitution,
  tolerance: number,
): Quadrature {
  let step = 0.5;
  let nodes = layer(substitute, step, false);
  let total = weighted(nodes, valueAt);
  let error = Infinity;
  for (let level = 0; level < MOST_LEVELS; level++) {
    step /= 2;
    const added = layer(substitute, step, true);
    const finer = total / 2 + weighted(added, valueAt);
    nodes = [...nodes.map((node) => ({ ...node, weight: node.weight / 2 })), ...added];
    error = Math.abs(finer - total);
    total = finer;
    if (level > 2 && error <= tolerance * Math.max(Math.abs(total), Number.MIN_VALUE)) break;
  }
  return { value: total, error, nodes };
}

const MOST_LEVELS = 7;

/** Beyond this all nodes are the ends. */
const FARTHEST = 4.2;

/** All nodes of a step, or those alone that half as many steps do not have. */
function layer(substitute: Substitution, step: number, isOdd: boolean): readonly Node[] {
  const nodes: Node[] = [];
  for (let count = isOdd ? 1 : 0; count * step < FARTHEST; count += isOdd ? 2 : 1) {
    for (const sign of count === 0 ? [1] : [1, -1]) {
      const place = sign * count * step;
      const inner = (Math.PI / 2) * Math.sinh(place);
      const at = 1 / (1 + Math.exp(-2 * inner));
      if (at === 0 || at === 1) continue;
      const { offset, stretch } = substitute(at);
      const density = ((Math.PI / 2) * Math.cosh(place)) / (2 * Math.cosh(inner) ** 2);
      const weight = density * stretch * step;
      if (weight !== 0) nodes.push({ offset, weight });
    }
  }
  return nodes;
}

function weighted(nodes: readonly Node[], valueAt: (offset: number) => number): number {
  return sum(nodes.map(({ offset, weight }) => weight * valueAt(offset)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The unit interval; near its ends, where a function may be steep, it is gone slowly. */
export const unitInterval: Substitution = (at) => ({
  offset: at < 0.5 ? at * at * (3 - 2 * at) : 1 - (1 - at) ** 2 * (1 + 2 * at),
  stretch: 6 * at * (1 - at),
});

/** 0 to ∞ by the square of u/(1−u), which is level at 0. */
export const halfLine: Substitution = (at) => {
  const ratio = at / (1 - at);
  return { offset: ratio * ratio, stretch: (2 * ratio) / (1 - at) ** 2 };
};

/** −∞ to ∞. */
export const wholeLine: Substitution = (at) => {
  const centred = 2 * at - 1;
  const room = 4 * at * (1 - at);
  return { offset: centred / room, stretch: (2 * (1 + centred * centred)) / (room * room) };
};

// What the parts of a picture say to one another.
import { escapeHtml } from '../escapeHtml.js';

export const WIDTH = 640;
export const HEIGHT = 360;

/** An axis as it is drawn. */
export interface Scale {
  readonly label: string;
  readonly log: boolean;
  readonly from: number;
  readonly to: number;
  /** Downwards, as rows of a matrix. */
  readonly isReversed?: boolean;
  /** Where the only ticks stand. */
  readonly ticks?: readonly number[];
}

/** Where places stand in the picture. */
export interface Frame {
  readonly at: (place: readonly [x: number, y: number]) => readonly [number, number];
}

export interface Picture {
  readonly x: Scale;
  readonly y: Scale;
  /** Series of the chart library. */
  readonly curves: readonly object[];
  /** Elements that lie over the frame. */
  readonly over: (frame: Frame) => string;
}

/** A rectangle between two places, which says on hover what stands there. */
export function rectangle(
  frame: Frame,
  from: readonly [number, number],
  to: readonly [number, number],
  look: string,
  title: string,
): string {
  const [[left, top], [right, bottom]] = [frame.at(from), frame.at(to)];
  const [x, y] = [Math.min(left, right), Math.min(top, bottom)];
  const [width, height] = [Math.abs(right - left), Math.abs(bottom - top)];
  const box = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  return `<rect ${box} ${look}><title>${escapeHtml(title)}</title></rect>`;
}

export function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** Ends at round numbers, so that no curve touches the frame. */
export function roundRange(from: number, to: number, log: boolean): { from: number; to: number } {
  if (log) {
    const [low, high] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
    return { from: 10 ** low, to: 10 ** Math.max(high, low + 1) };
  }
  if (from === to) {
    const beside = from === 0 ? 1 : Math.abs(from) / 2;
    return roundRange(from - beside, to + beside, log);
  }
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return { from: Math.floor(from / step + 1e-9) * step, to: Math.ceil(to / step - 1e-9) * step };
}

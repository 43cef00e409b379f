// Which part of the graph is seen, and how large: moved by pointer, wheel and keys.
import type { Place } from './layout.js';
import { directionOf } from './steps.js';

const smallest = 0.1;
const largest = 4;
/** Text stays readable: what does not fit then is out of sight. */
const smallestFit = 0.55;
/** Around what is seen whole, for labels. */
const margin = 70;
const keyStep = 60;

export class Viewport {
  readonly #svg: SVGSVGElement;
  readonly #drawing: SVGGElement;
  #x = 0;
  #y = 0;
  #scale = 1;

  constructor(svg: SVGSVGElement, drawing: SVGGElement) {
    this.#svg = svg;
    this.#drawing = drawing;
    this.#listenToPointer();
    svg.addEventListener('wheel', (event) => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / 500), { x: event.clientX - left, y: event.clientY - top });
    });
  }

  /** Whether the key means anything here. */
  pressed(key: string): boolean {
    const direction = directionOf(key);
    if (direction) this.#move(-direction.x * keyStep, -direction.y * keyStep);
    else if (key === '+' || key === '=') this.zoom(1.25);
    else if (key === '-') this.zoom(0.8);
    else return false;
    return true;
  }

  /** What is at the place, of the middle where none is given, stays there. */
  zoom(factor: number, at: Place = this.#middle()): void {
    const scale = Math.min(largest, Math.max(smallest, this.#scale * factor));
    const by = scale / this.#scale;
    this.#set(at.x - (at.x - this.#x) * by, at.y - (at.y - this.#y) * by, scale);
  }

  /** Shows all places, or of many those around one. */
  fit(places: readonly Place[], around: Place): void {
    const [left, right] = extent(places.map(({ x }) => x));
    const [top, bottom] = extent(places.map(({ y }) => y));
    const { x, y } = this.#middle();
    const whole = Math.min(
      (2 * x) / (right - left + 2 * margin),
      (2 * y) / (bottom - top + 2 * margin),
    );
    const scale = Math.min(1, Math.max(smallestFit, whole));
    const middle = whole < smallestFit ? around : { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.#set(x - middle.x * scale, y - middle.y * scale, scale);
  }

  /** Moves as little as brings a place into sight. */
  reveal(place: Place): void {
    const { x, y } = this.#middle();
    const seen = { x: this.#x + place.x * this.#scale, y: this.#y + place.y * this.#scale };
    const room = (at: number, end: number): number =>
      Math.min(Math.max(at, Math.min(margin, end / 2)), Math.max(end - margin, end / 2)) - at;
    this.#move(room(seen.x, 2 * x), room(seen.y, 2 * y));
  }

  #listenToPointer(): void {
    const svg = this.#svg;
    let last: Place | null = null;
    svg.addEventListener('pointerdown', ({ target, button, clientX: x, clientY: y }) => {
      if (button === 0 && (target as Element).closest('.node') === null) last = { x, y };
    });
    svg.addEventListener('pointermove', ({ clientX: x, clientY: y, buttons, pointerId }) => {
      if (last === null || buttons === 0) return;
      svg.setPointerCapture(pointerId);
      this.#move(x - last.x, y - last.y);
      last = { x, y };
    });
    svg.addEventListener('pointerup', () => {
      last = null;
    });
  }

  #middle(): Place {
    const { width, height } = this.#svg.getBoundingClientRect();
    return { x: width / 2, y: height / 2 };
  }

  #move(x: number, y: number): void {
    this.#set(this.#x + x, this.#y + y, this.#scale);
  }

  #set(x: number, y: number, scale: number): void {
    [this.#x, this.#y, this.#scale] = [x, y, scale];
    this.#drawing.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
  }
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

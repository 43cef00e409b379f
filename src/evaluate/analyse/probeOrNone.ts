// A function asked for arguments of these shapes, or nothing where it has no meaning for them.
import type { Shape } from '../expression.js';
import { attempt } from '../refusal.js';
import type { Analysed, ProbeForm } from './analysed.js';
import type { Probe } from './probe.js';

/** Refuses where a limit is passed: then no other shapes need to be tried. */
export function probeOrNone(
  { probe }: Analysed,
  shapes: readonly Shape[],
  form?: ProbeForm,
): Probe | null {
  const made = attempt(() => probe(shapes, form), { start: 0, end: 0 });
  if (made.ok) return made.value;
  if (made.refusal.code.startsWith('limit.')) throw made.refusal;
  return null;
}

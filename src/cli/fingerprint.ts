// What of a finding stays as it is where lines around it come and go.
import { createHash } from 'node:crypto';
import type { Span } from '../core/text/span.js';
import type { PlacedFinding } from './placedFinding.js';

/** How much of a long line, or of a long place, tells one finding from another. */
const reach = 200;

/** Of its rule, the text that it is about, and that of its lines; equal findings of a post have equal ones. */
export function findingFingerprint({ finding }: PlacedFinding, text: string): string {
  const { start, end } = clipped(finding.span);
  const parts = [finding.rule, text.slice(start, end), linesAround(text, { start, end })];
  return createHash('sha256').update(parts.map(normal).join('\n')).digest('hex').slice(0, 16);
}

/** For people: the lines of a finding, cut around it. */
export function linesOf({ finding }: PlacedFinding, text: string): string {
  return normal(linesAround(text, clipped(finding.span), 30));
}

function clipped({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + reach) };
}

/** Never more than `most` characters before and behind, since a line may be long and hold many findings. */
function linesAround(text: string, { start, end }: Span, most = reach): string {
  const before = text.slice(Math.max(start - most, 0), start);
  const behind = text.slice(end, end + most);
  const head = /[^\r\n]*$/.exec(before)?.[0] ?? '';
  const tail = /^[^\r\n]*/.exec(behind)?.[0] ?? '';
  return head + text.slice(start, end) + tail;
}

/** Reindented or rewrapped, it is the same text. */
function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

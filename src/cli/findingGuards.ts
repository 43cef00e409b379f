// Whether what was kept is a finding: who prints it relies on each of its parts.
import type { ReportedFinding } from '../checks/check.js';
import { templates, type Message } from '../checks/messages.js';
import { severities, type Fix, type RelatedPlace } from '../checks/rule.js';
import type { Span } from '../core/text/span.js';

export function isFinding(value: unknown): value is ReportedFinding {
  if (!isRecord(value) || !isSpan(value['span']) || !isMessage(value['message'])) return false;
  const { rule, severity, related, fix } = value;
  return (
    typeof rule === 'string' &&
    severities.some((known) => known === severity) &&
    (fix === undefined || isFix(fix)) &&
    Array.isArray(related) &&
    related.every(isRelated)
  );
}

function isRelated(value: unknown): value is RelatedPlace {
  if (!isRecord(value) || !isMessage(value['message'])) return false;
  const { span, path, line } = value;
  return isSpan(span) || (typeof path === 'string' && Number.isInteger(line));
}

function isFix(value: unknown): value is Fix {
  if (!isRecord(value) || !isSpan(value['span'])) return false;
  return typeof value['text'] === 'string' && isMessage(value['title']);
}

function isMessage(value: unknown): value is Message {
  if (!isRecord(value) || !isRecord(value['data'])) return false;
  const { code, data } = value;
  const isKnown = typeof code === 'string' && Object.hasOwn(templates, code);
  return isKnown && Object.values(data).every((part) => typeof part === 'string');
}

function isSpan(value: unknown): value is Span {
  return isRecord(value) && Number.isInteger(value['start']) && Number.isInteger(value['end']);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

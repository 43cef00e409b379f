// Findings with their files and places, and how many there are.
import type { ReportedFinding } from '../checks/check.js';
import type { Message } from '../checks/messages.js';
import type { Severity } from '../checks/rule.js';

/** A finding where it stands: lines and columns count from 1. */
export interface PlacedFinding {
  readonly file: string;
  readonly finding: ReportedFinding;
  readonly place: Place;
  readonly related: readonly PlacedRelated[];
  /** Of its fix, where it has one. */
  readonly fix: Place | null;
}

export interface PlacedRelated {
  readonly file: string;
  /** Empty, at the start of a line, where no more is known of it. */
  readonly place: Place;
  readonly message: Message;
}

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Summary = Readonly<Record<Severity, number>>;

// Results as the editor, the preview and the command line take them.
import type { Span } from '../../core/text/span.js';
import type { Trace } from '../compute/arithmetic.js';
import { problemOf, type Problem } from '../messages.js';
import { LIBRARY } from '../library/library.js';
import { wordOf } from '../library/entry.js';
import type { MetNote, NoteCode } from '../notes.js';
import type {
  Counterexample,
  EvaluatedAnalysis,
  EvaluatedPlot,
  EvaluatedSlider,
  EvaluatedTable,
  EvaluationNote,
  EvaluationResult,
  FullValue,
  ResultRelation,
  StatedPlace,
  Value,
  Verdict,
} from '../result.js';

/** What a result is about. */
export interface Subject {
  readonly span: Span;
  readonly showAt: number;
  readonly source: string;
  readonly informative: boolean;
  readonly digits: number;
  readonly quiet?: boolean;
  readonly stated?: StatedPlace | null;
}

export interface Note {
  readonly code: NoteCode;
  readonly data: Readonly<Record<string, string>>;
}

interface Computed {
  readonly kind: EvaluationResult['kind'];
  readonly value: Value | null;
  readonly expected: Value | null;
  readonly relation: ResultRelation | null;
  readonly verdict: Verdict | null;
  readonly counterexample?: Counterexample | null;
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  readonly full?: FullValue | null;
  readonly reading?: readonly string[];
  readonly table?: EvaluatedTable | null;
  readonly plot?: EvaluatedPlot | null;
  readonly analysis?: EvaluatedAnalysis | null;
  readonly slider?: EvaluatedSlider | null;
}

export function resultOf(subject: Subject, computed: Computed): EvaluationResult {
  const { kind, value, expected, relation, verdict, notes, problems } = computed;
  return {
    file: 'post',
    kind,
    quiet: false,
    ...subject,
    value,
    expected,
    relation,
    verdict,
    counterexample: computed.counterexample ?? null,
    notes: notes.map(({ code, data }): EvaluationNote => ({ code, data })),
    problems: problems.map(problemOf),
    full: computed.full ?? null,
    reading: computed.reading ?? [],
    table: computed.table ?? null,
    plot: computed.plot ?? null,
    analysis: computed.analysis ?? null,
    slider: computed.slider ?? null,
    stated: subject.stated ?? null,
  };
}

/** What kept it from having a value. */
export function failedResult(
  subject: Subject,
  kind: EvaluationResult['kind'],
  problem: Problem,
): EvaluationResult {
  const verdict = hasVerdict(kind) ? 'unknown' : null;
  return resultOf(subject, {
    kind,
    value: null,
    expected: null,
    relation: null,
    verdict,
    notes: [],
    problems: [problem],
  });
}

function hasVerdict(kind: EvaluationResult['kind']): boolean {
  return kind === 'claim' || kind === 'check';
}

/** The conventions that were used, those of the reading and those met while computing. */
export function notesOf(codes: ReadonlySet<MetNote>, traces: readonly Trace[]): readonly Note[] {
  const all = new Set(codes);
  for (const trace of traces) addTraceNotes(all, trace);
  return [...all].map(noteOf);
}

function noteOf(met: MetNote): Note {
  const entry = LIBRARY.find(({ name }) => met === `library ${name}`);
  if (entry === undefined) return { code: met as NoteCode, data: {} };
  return { code: 'library.used', data: { name: wordOf(entry), source: entry.source } };
}

export function addTraceNotes(notes: Set<MetNote>, trace: Trace): void {
  const { zeroLogZero, tie, nearTie, oneSided, estimated } = trace;
  if (zeroLogZero) notes.add('convention.zero-log-zero');
  if (oneSided) notes.add('approach.one-sided');
  if (estimated) notes.add('method.estimate');
  if (tie) notes.add(nearTie ? 'argument.near-tie' : 'argument.tie');
}

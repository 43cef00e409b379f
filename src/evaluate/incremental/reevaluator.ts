// Evaluates a post again after an edit: only what was edited, and what rests on it. The results are those of a fresh evaluation.
import {
  DEFAULT_EVALUATION_LIMITS,
  evaluateParts,
  inOrder,
  linesOf,
  readingOf,
  type EvaluationLimits,
} from '../evaluatePost.js';
import type { Span } from '../../core/text/span.js';
import type { CheckedDisplay } from '../checkedDisplays.js';
import type { FormulaText } from '../formulaText.js';
import type { Mark, PostForEvaluation } from '../postInput.js';
import type { EvaluationResult } from '../result.js';
import type { AskedCurve } from '../worksheet/curveResults.js';
import type { StatementText } from '../worksheet/lines.js';
import { labelsNamed } from '../worksheet/references.js';
import type { NamedDisplay, ReadingContext } from '../worksheet/statements.js';
import { Dependencies, lettersOfLine, type LineLetters } from './dependencies.js';
import { lettersOf } from './letters.js';
import { checkedPart, curvePart, linePart, markPart, prosePart, type Part } from './part.js';
import type { DataFiles } from '../data/dataFile.js';
import type { DataReader } from '../data/dataReader.js';
import { fileNamesIn } from '../data/fileNames.js';
import { withoutPlaces, withPlaces, type Placeless } from './relocate.js';

/** One evaluation of parts, for the steps that it took. */
interface Run {
  readonly steps: number;
}

interface Kept {
  readonly results: readonly Placeless[];
  readonly run: Run;
}

/** A part that gives results, and the lines that have a say in them. */
interface Asked {
  readonly source: StatementText | Mark | CheckedDisplay | FormulaText | AskedCurve;
  /** Of the parts whose places its results may name, its own last. */
  readonly ranges: readonly Span[];
  readonly lines: readonly number[];
  readonly key: string;
}

/** Of a day of edits; then it starts anew. */
const MOST_TEXTS = 50_000;

export class Reevaluator {
  /** By part and lines, of the last evaluation. */
  #kept = new Map<string, Kept>();
  #letters = new Map<string, LineLetters>();
  /** Short names for the texts of parts. */
  #ids = new Map<string, number>();
  /** What holds for all results. */
  #common = '';
  /** How many parts the last evaluation computed. */
  computed = 0;
  readonly #reader: DataReader | null;

  constructor(reader: DataReader | null = null) {
    this.#reader = reader;
  }

  evaluate(
    post: PostForEvaluation,
    limits: EvaluationLimits = DEFAULT_EVALUATION_LIMITS,
  ): readonly EvaluationResult[] {
    const links = post.linked.map((link) => [link.label, 'code' in link ? link.code : link.macros]);
    const common = JSON.stringify([post.macros, limits, links]);
    if (common !== this.#common || this.#ids.size > MOST_TEXTS) this.#forget();
    this.#common = common;
    const lines = linesOf(post);
    const reading = readingOf(post, this.#reader);
    const asked = this.#asked(post, lines, reading);
    return (
      this.#fromKept(post, lines, reading, asked, limits) ??
      this.#fromNothing(post, lines, reading, asked, limits)
    );
  }

  #forget(): void {
    this.#kept = new Map();
    this.#letters = new Map();
    this.#ids = new Map();
  }

  #idOf({ text }: Part): number {
    const id = this.#ids.get(text) ?? this.#ids.size;
    this.#ids.set(text, id);
    return id;
  }

  #asked(
    { marks, checked, prose, curves, data, moved, macros }: PostForEvaluation,
    lines: readonly StatementText[],
    reading: ReadingContext,
  ): readonly Asked[] {
    const parts = lines.map((line) => {
      const named = displaysOf(line, reading);
      const part = linePart(
        line,
        named.map(({ formula }) => formula),
        stampsOf(line, data),
        moved.get(line.text.text) ?? null,
      );
      // Those of another post may stand for any letters.
      const foreign = named.filter((display) => display.macros !== macros);
      const bodies = foreign.flatMap((display) => Object.values(display.macros));
      return { ...part, tex: [part.tex, ...bodies].join('\n') };
    });
    const letters = this.#lettersOf(lines, parts, reading);
    const dependencies = new Dependencies(letters);
    const ids = parts.map((part) => this.#idOf(part));
    const askedOf = (
      source: Asked['source'],
      own: Part,
      needed: readonly number[],
      place: number,
    ): Asked => ({
      source,
      lines: needed,
      ranges: [...needed.flatMap((at) => parts[at]?.ranges ?? []), ...own.ranges],
      key: [place, ...needed.map((at) => ids[at]), this.#idOf(own)].join(' '),
    });
    const ofLine = lines.flatMap((source, at): readonly Asked[] => {
      const own = parts[at];
      if (own === undefined) return [];
      const needed = dependencies.ofLine(at);
      return [askedOf(source, own, needed, needed.filter((each) => each < at).length)];
    });
    const ofMarks = marks.map((source): Asked => {
      const own = markPart(source);
      const needed = dependencies.of(lettersOf(own.tex, macros), true);
      const before = needed.filter((at) => startOf(parts[at]) < source.span.start);
      return askedOf(source, own, needed, before.length);
    });
    const all = lines.map((_, at) => at);
    const ofChecked = checked.map((source) => askedOf(source, checkedPart(source), all, 0));
    const ofProse = prose.map((source): Asked => askedOf(source, prosePart(source), [], 0));
    const ofCurves = curves.map((source): Asked => {
      const own = curvePart(source);
      const needed = dependencies.of(lettersOf(own.tex, macros), true);
      const before = needed.filter((at) => startOf(parts[at]) < source.formula.span.start);
      return askedOf(source, own, needed, before.length);
    });
    return [...ofLine, ...ofMarks, ...ofChecked, ...ofProse, ...ofCurves];
  }

  #lettersOf(
    lines: readonly StatementText[],
    parts: readonly Part[],
    reading: ReadingContext,
  ): readonly LineLetters[] {
    const known = this.#letters;
    this.#letters = new Map();
    return lines.map((line, at) => {
      const { text, tex } = parts[at] ?? { text: '', tex: '' };
      const letters = known.get(text) ?? lettersOfLine(line, tex, reading);
      this.#letters.set(text, letters);
      return letters;
    });
  }

  /** `null` where more than the edit may have changed. */
  #fromKept(
    post: PostForEvaluation,
    lines: readonly StatementText[],
    reading: ReadingContext,
    asked: readonly Asked[],
    limits: EvaluationLimits,
  ): readonly EvaluationResult[] | null {
    const missing = asked.filter(({ key }) => !this.#kept.has(key));
    const needed = new Set(missing.flatMap((each) => each.lines));
    const sources = new Set(missing.map(({ source }) => source));
    const evaluated = evaluateParts(
      {
        lines: lines.filter((line, at) => needed.has(at) || sources.has(line)),
        asked: lines.filter((line) => sources.has(line)),
        marks: post.marks.filter((mark) => sources.has(mark)),
        checked: post.checked.filter((display) => sources.has(display)),
        prose: post.prose.filter((formula) => sources.has(formula)),
        curves: post.curves.filter((curve) => sources.has(curve)),
      },
      reading,
      limits,
    );
    if (evaluated.dependsOnOrder) return null;
    const runs = new Set<Run>([evaluated]);
    for (const { key } of asked) {
      const kept = this.#kept.get(key);
      if (kept !== undefined) runs.add(kept.run);
    }
    // Together they may have been stopped by the limit that holds for all.
    const steps = [...runs].reduce((total, run) => total + run.steps, 0);
    if (steps > limits.totalSteps - limits.steps) return null;
    this.computed = missing.length;
    return this.#collect(post, lines, asked, evaluated);
  }

  #fromNothing(
    post: PostForEvaluation,
    lines: readonly StatementText[],
    reading: ReadingContext,
    asked: readonly Asked[],
    limits: EvaluationLimits,
  ): readonly EvaluationResult[] {
    this.#kept = new Map();
    const evaluated = evaluateParts({ ...post, lines, asked: lines }, reading, limits);
    this.computed = asked.length;
    const isPlain =
      !evaluated.dependsOnOrder && evaluated.steps <= limits.totalSteps - limits.steps;
    if (isPlain) return this.#collect(post, lines, asked, evaluated);
    return inOrder(lines, post, (part) => evaluated.results.get(part) ?? []);
  }

  #collect(
    post: PostForEvaluation,
    lines: readonly StatementText[],
    asked: readonly Asked[],
    evaluated: Run & { readonly results: ReadonlyMap<object, readonly EvaluationResult[]> },
  ): readonly EvaluationResult[] {
    const before = this.#kept;
    this.#kept = new Map();
    const results = new Map<object, readonly EvaluationResult[]>();
    for (const { source, ranges, key } of asked) {
      const known = before.get(key);
      const fresh = evaluated.results.get(source);
      if (known !== undefined && fresh === undefined) {
        this.#kept.set(key, known);
        results.set(
          source,
          known.results.map((result) => withPlaces(result, ranges)),
        );
        continue;
      }
      results.set(source, fresh ?? []);
      const placeless = (fresh ?? []).map((result) => withoutPlaces(result, ranges));
      if (placeless.every((result) => result !== null))
        this.#kept.set(key, { results: placeless, run: evaluated });
    }
    return inOrder(lines, post, (part) => results.get(part) ?? []);
  }
}

function displaysOf(line: StatementText, reading: ReadingContext): readonly NamedDisplay[] {
  return labelsNamed(line.text.text).flatMap((label) => reading.displayOf(label) ?? []);
}

/** What its files are now: with another one it is another line. */
function stampsOf({ text }: StatementText, data: DataFiles): readonly unknown[] {
  return fileNamesIn(text.text).map(({ request }) => {
    const file = request === null ? undefined : data.get(request.path);
    return file?.kind === 'found' ? [file.location, file.stamp, file.limit] : (file?.code ?? null);
  });
}

function startOf(part: Part | undefined): number {
  return part?.ranges[0]?.start ?? 0;
}

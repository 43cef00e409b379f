// A slider as a result: its name, the values that it runs through, and the one at which it stands.
import { attempt } from '../refusal.js';
import type { EvaluationResult } from '../result.js';
import type { Evaluator } from './evaluator.js';
import { failedResult, resultOf, type Subject } from './results.js';
import { sliderValues } from './sliderValues.js';
import type { Slide } from './slides.js';

export function slideResult(
  slide: Slide,
  position: number,
  evaluator: Evaluator,
  subject: Subject,
): EvaluationResult {
  const { line, label, setLabel } = slide;
  const computed = attempt(
    () =>
      evaluator.forPlaces((own, budget) =>
        sliderValues(slide, own.scope.context(position), budget),
      ),
    subject.span,
  );
  if (!computed.ok) return failedResult(subject, 'value', computed.refusal);
  const values = computed.value.values.map(({ value }) => value);
  return resultOf(
    { ...subject, source: label },
    {
      kind: 'value',
      value: values[computed.value.at] ?? null,
      expected: null,
      relation: null,
      verdict: null,
      notes: [{ code: 'slide.over', data: { set: setLabel } }],
      problems: [],
      slider: { line, name: label, values },
    },
  );
}

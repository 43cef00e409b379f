// What is wrong with a table or a picture that was inserted from results; see `messages.ts`.
import type { EvaluationNote, EvaluationResult } from '../result.js';

export const INSERTED_FAULTS = {
  'inserted.table-changed': 'The table below does not say what the formulas give now; update it',
  'inserted.plot-changed': 'The picture {file} does not show what the formulas give now; update it',
  'inserted.said-otherwise':
    'The worksheet says {now} now, not {statement}; update what stands below',
  'inserted.no-picture': 'There is no picture {file}; update to write it anew',
  'inserted.no-table': 'There is no table below this comment; update to write it anew',
  'inserted.no-link':
    'There is no picture below this comment; insert the plot anew, or remove the comment',
  'inserted.foreign':
    'Postulate did not write {file} as the picture of a plot and leaves it as it is; name another file in the link, or remove the comment',
  'inserted.other-plot':
    'The picture {file} shows {statement}; name another file in the link, or delete that one',
  'inserted.not-tabular':
    '{statement} makes no table any more; insert what does, or remove this comment',
  'inserted.unsaid':
    'No worksheet of this post says {statement}; insert what it says now, or remove the comment',
} as const;

/** What a result says of an inserted table or picture; `null` where it is about something else. */
export function insertedFaultOf({ notes }: Pick<EvaluationResult, 'notes'>): EvaluationNote | null {
  return notes.find(({ code }) => code.startsWith('inserted.')) ?? null;
}

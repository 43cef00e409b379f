// Requests for the formulas of the library, which the client shows and inserts.
import { isEditRequest, type EditRequest } from './editing.js';

export const libraryRequests = {
  formulas: 'postulate/library',
  /** The picture of a definition, a data URI, by its name; `null` where there is none. */
  picture: 'postulate/library/picture',
  insert: 'postulate/library/insert',
} as const;

/** In the reader's language. */
export interface LibraryFormula {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly kind: string;
  readonly source: string;
  /** As TeX. */
  readonly definition: string;
  readonly call: string;
  /** Which values are better, in which range they are, usual parameters. */
  readonly facts: readonly string[];
}

export interface InsertFormulaRequest extends EditRequest {
  readonly name: string;
  readonly form: 'definition' | 'call';
}

export function isInsertFormulaRequest(value: unknown): value is InsertFormulaRequest {
  return (
    isEditRequest(value) &&
    'name' in value &&
    typeof value.name === 'string' &&
    'form' in value &&
    (value.form === 'definition' || value.form === 'call')
  );
}

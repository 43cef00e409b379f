// Requests about the equations of a blog: their list, references to them, and the numbers that name them.
import { isEditRequest, type EditAnswer, type EditRequest } from './editing.js';
import { isPostRequest, type PlaceInPost, type PostRequest } from './server.js';

export const equationRequests = {
  list: 'postulate/equations',
  /** A display as a picture; `null` where there is none. */
  picture: 'postulate/equationPicture',
  insertReference: 'postulate/insertEquationReference',
  numberFormula: 'postulate/numberFormula',
  /** How many numbers written by hand mean another equation since the post changed. */
  outdatedNumbers: 'postulate/outdatedNumbers',
  /** They are brought up to date in all posts; the answer is that of a change in several posts. */
  updateNumbers: 'postulate/updateNumbers',
} as const;

/** A row of a display. */
export interface EquationPlace {
  readonly uri: string;
  readonly display: number;
  readonly row: number;
  /** On one line, by which it is known again. */
  readonly tex: string;
}

export interface Equation extends EquationPlace {
  /** `(3)`; `null` where readers see no number. */
  readonly shown: string | null;
  readonly label: string | null;
  /** The title of its post, or the path; `null` for the post that was asked about. */
  readonly post: string | null;
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
}

export type EquationsRequest = PostRequest & EquationsOf;

/** Of the post itself; or of others of its blog, the nearest first, those left out that came `after` so many. */
export type EquationsOf =
  { readonly of: 'post' } | { readonly of: 'others'; readonly after: number };

export interface EquationsAnswer {
  readonly equations: readonly Equation[];
  /** How many posts they are of, and how many more there are. */
  readonly nPosts: number;
  readonly nPostsLeft: number;
}

export interface InsertReferenceRequest extends EditRequest {
  readonly equation: EquationPlace;
}

/** A change in one post is made by the client, in several by the server. */
export type EquationEditAnswer =
  | (Exclude<EditAnswer, { kind: 'refused' }> & { readonly shiftsNumbers: boolean })
  | { readonly kind: 'made'; readonly shiftsNumbers: boolean }
  | { readonly kind: 'left' }
  | Extract<EditAnswer, { kind: 'refused' }>;

export function isEquationsRequest(value: unknown): value is EquationsRequest {
  if (!isPostRequest(value) || !('of' in value)) return false;
  if (value.of === 'post') return true;
  return value.of === 'others' && 'after' in value && Number.isSafeInteger(value.after);
}

export function isEquationPlace(value: unknown): value is EquationPlace {
  return (
    isPostRequest(value) &&
    'display' in value &&
    Number.isSafeInteger(value.display) &&
    'row' in value &&
    Number.isSafeInteger(value.row) &&
    'tex' in value &&
    typeof value.tex === 'string'
  );
}

export function isInsertReferenceRequest(value: unknown): value is InsertReferenceRequest {
  return isEditRequest(value) && 'equation' in value && isEquationPlace(value.equation);
}

// Requests for what a command would write into a post. The client writes it, where its version is still
// the one that was asked about.
import { isPlaceInPost, isPostRequest, type PlaceInPost, type PostRequest } from './server.js';

export const editRequests = {
  toggleStar: 'postulate/toggleStar',
  wrapChoices: 'postulate/wrapChoices',
  wrap: 'postulate/wrap',
  /** The text that is missing behind a `\begin{…}` just typed; `null` where nothing is. */
  environmentEnd: 'postulate/environmentEnd',
  /** The values that marks state and that do not hold any more. */
  updateStale: 'postulate/updateStale',
  /** The inserted table or picture at a place, as it should be. */
  updateInserted: 'postulate/updateInserted',
  /** A plot as a picture, or a result as a table, below its worksheet. */
  insertPlot: 'postulate/insertPlot',
  insertTable: 'postulate/insertTable',
  insertWorksheet: 'postulate/insertWorksheet',
  /** The worksheet in a file of its own beside a post; `null` where there can be none. */
  worksheetFile: 'postulate/worksheetFile',
} as const;

/** A selection in a version of a post; empty at a caret. */
export interface EditRequest extends PostRequest {
  readonly version: number;
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
}

export interface WrapRequest extends EditRequest {
  readonly name: string;
}

export interface InsertRequest extends EditRequest {
  readonly form: 'fence' | 'comment';
}

export interface InsertResultRequest extends EditRequest {
  /** Of the choices that were answered; `null` where the selection says which. */
  readonly choice: number | null;
}

export interface WorksheetFilePlace {
  readonly uri: string;
  readonly name: string;
  readonly exists: boolean;
}

export interface PlacedEdit {
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
  readonly text: string;
}

/** A picture: whole, in UTF-8. */
export interface FileToWrite {
  readonly uri: string;
  readonly text: string;
}

export interface EditRefusal {
  readonly kind: 'refused';
  /** In the reader's language. */
  readonly message: string;
}

export type EditAnswer =
  | {
      readonly kind: 'edits';
      readonly edits: readonly PlacedEdit[];
      /** Where the writer goes on, in the post that has the edits. */
      readonly caret?: PlaceInPost;
      /** What is written beside the post, before it. */
      readonly files?: readonly FileToWrite[];
    }
  | EditRefusal;

/** Of a change in any number of posts: the server has the client make it. */
export type BlogEditAnswer =
  | {
      readonly kind: 'made';
      /** What was done, in the reader's language; `null` where it is seen. */
      readonly summary: string | null;
    }
  /** The writer looked at it and left it. */
  | { readonly kind: 'left' }
  | EditRefusal;

export type ChoicesAnswer =
  { readonly kind: 'choices'; readonly names: readonly string[] } | EditRefusal;

export function isEditRequest(value: unknown): value is EditRequest {
  return (
    isPostRequest(value) &&
    'version' in value &&
    Number.isSafeInteger(value.version) &&
    'start' in value &&
    isPlaceInPost(value.start) &&
    'end' in value &&
    isPlaceInPost(value.end)
  );
}

export function isInsertRequest(value: unknown): value is InsertRequest {
  return (
    isEditRequest(value) && 'form' in value && (value.form === 'fence' || value.form === 'comment')
  );
}

export function isInsertResultRequest(value: unknown): value is InsertResultRequest {
  return (
    isEditRequest(value) &&
    'choice' in value &&
    (value.choice === null || Number.isSafeInteger(value.choice))
  );
}

export function isWrapRequest(value: unknown): value is WrapRequest {
  return isEditRequest(value) && 'name' in value && typeof value.name === 'string';
}

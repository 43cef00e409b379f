// Retitling a post: what the editor asks while a title is typed, and what comes of it.
import type { EditRefusal } from './editing.js';
import { isPostRequest, type PlaceInPost, type PostRequest } from './server.js';

export const retitleRequests = {
  /** The title that a post has. */
  title: 'postulate/postTitle',
  /** What would come of another one. */
  choices: 'postulate/retitleChoices',
  retitle: 'postulate/retitle',
} as const;

export type PostTitle = { readonly kind: 'title'; readonly title: string } | EditRefusal;

export interface NewTitle extends PostRequest {
  readonly title: string;
}

export interface RetitleChoices {
  /** Why the post cannot have the title, in the reader's language. */
  readonly problem: string | null;
  /** Other parts of its series that should change with it. */
  readonly followUps: readonly RetitleFollowUp[];
}

export interface RetitleFollowUp {
  readonly uri: string;
  readonly from: string;
  readonly to: string;
  /** Without it two posts would have one title, or be one part of a series. */
  readonly isNeeded: boolean;
}

export interface RetitleRequest extends NewTitle {
  /** The version whose title was asked for. */
  readonly version: number;
  /** The posts of the follow-ups that were chosen. */
  readonly followUps: readonly string[];
}

export type RetitleAnswer =
  | {
      readonly kind: 'made';
      /** Posts that readers see otherwise from now on. */
      readonly publish: readonly RetitledPost[];
      readonly left: readonly LeftCitation[];
    }
  /** The writer looked at it and left it. */
  | { readonly kind: 'left' }
  | EditRefusal;

export interface RetitledPost {
  readonly uri: string;
  /** `null` for a post without one. */
  readonly title: string | null;
}

/** A citation that may mean the post and was not changed. */
export interface LeftCitation {
  readonly uri: string;
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
  readonly cited: string;
  /** In the reader's language. */
  readonly why: string;
}

export function isNewTitle(value: unknown): value is NewTitle {
  return isPostRequest(value) && 'title' in value && typeof value.title === 'string';
}

export function isRetitleRequest(value: unknown): value is RetitleRequest {
  return (
    isNewTitle(value) &&
    'version' in value &&
    Number.isSafeInteger(value.version) &&
    'followUps' in value &&
    Array.isArray(value.followUps) &&
    value.followUps.every((uri) => typeof uri === 'string')
  );
}

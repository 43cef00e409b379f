// Changing what turns posts into pages: what the editor asks, and what is to be written.
import { isPostRequest, type PostRequest } from './server.js';

export const sitePartNames = ['markdown', 'math', 'tags'] as const;
export type SitePartName = (typeof sitePartNames)[number];

export interface ChangeSiteRequest extends PostRequest {
  readonly part: SitePartName;
  /** `null` takes the statement away, so that the site's own files speak. */
  readonly value: string | null;
  /** The configuration as the editor has it; empty where there is none. */
  readonly text: string;
}

export interface CompareBuiltRequest extends PostRequest {
  /** The URI of the folder that the generator wrote. */
  readonly built: string;
}

export interface ComparedPosts {
  /** How many pages the folder holds. */
  readonly pages: number;
  readonly posts: number;
  /** Those that have a page. */
  readonly compared: number;
  readonly differing: readonly {
    readonly uri: string;
    /** As the protocol has them. */
    readonly diagnostics: readonly unknown[];
  }[];
}

/** Offsets into the configuration that was sent. */
export type ChangeSiteAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly ConfigEdit[] }
  | { readonly kind: 'refused'; readonly message: string };

export interface ConfigEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function isChangeSiteRequest(value: unknown): value is ChangeSiteRequest {
  return (
    isPostRequest(value) &&
    'part' in value &&
    sitePartNames.some((name) => name === value.part) &&
    'value' in value &&
    (value.value === null || typeof value.value === 'string') &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

export function isCompareBuiltRequest(value: unknown): value is CompareBuiltRequest {
  return isPostRequest(value) && 'built' in value && typeof value.built === 'string';
}

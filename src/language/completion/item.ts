// What completion asks and answers: plain data, each kind of it in a file of its own.
import type { LanguageContext } from '../context.js';

export interface CompletionRequest {
  readonly context: LanguageContext;
  /** Of the cursor in the post. */
  readonly offset: number;
  /** The cursor's line in front of the cursor and behind it. */
  readonly before: string;
  readonly after: string;
}

/** One kind of thing that is completed. */
export interface CompletionKind {
  /** What must be typed for it to be asked. */
  readonly triggers: readonly string[];
  /** `null` where the cursor stands at nothing of the kind. */
  complete(request: CompletionRequest): CompletionAnswer | null;
}

export interface CompletionAnswer {
  /** The columns of the cursor's line that an item replaces. */
  readonly start: number;
  readonly end: number;
  /** The most likely first. */
  readonly items: readonly CompletionItem[];
  /** What goes on to be typed may have other items. */
  readonly isIncomplete?: boolean;
}

export interface CompletionItem {
  readonly kind:
    'label' | 'missing-label' | 'reference' | 'command' | 'macro' | 'environment' | 'title';
  /** What is shown, and written where nothing else is said. */
  readonly text: string;
  /** What typing is compared with. */
  readonly filter: string;
  /** Shown beside it: the TeX of an equation, or what a macro stands for. */
  readonly tex?: string;
  /** Shown at the end of its line: a number, the path of a post. */
  readonly note?: string;
  readonly written?: Insertion;
  /** What its documentation is made of, once somebody looks at it. */
  readonly subject?: CompletionSubject;
}

export interface Insertion {
  readonly text: string;
  /** `$1` and the like are places that the caret visits. */
  readonly isSnippet?: boolean;
  /** What goes before the columns that are replaced, at a column before them. */
  readonly ahead?: { readonly column: number; readonly text: string };
  /** What comes next is completed too. */
  readonly goesOn?: boolean;
}

export type CompletionSubject =
  | { readonly kind: 'equation'; readonly path: string; readonly key: string }
  | {
      readonly kind: 'command';
      /** A use of it that can be typeset. */
      readonly tex: string;
      /** Of a macro. */
      readonly definition: string | null;
      /** The block of the post where it is written: its macros hold. */
      readonly block: number;
    };

// The words of the preview, in the language of the window; the client puts them into the page.
import { typesetMessages, type TypesetMessages } from '../protocol/typesetting.js';

export interface PreviewStrings extends TypesetMessages {
  readonly unresolved: string;
  /** Of a link to a post. */
  readonly deadLink: string;
  /** Of a reference in an excerpt. */
  readonly beyondCut: string;
  readonly cut: string;
  readonly imageBlocked: string;
  readonly wideFormula: string;
  readonly find: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly findClose: string;
  readonly noResults: string;
  readonly history: string;
  readonly goBack: string;
  readonly goForward: string;
}

export const englishStrings: PreviewStrings = {
  unresolved: 'No numbered equation of this post has this label',
  ...typesetMessages,
  deadLink: 'There is no such post',
  beyondCut: 'Not in the excerpt: readers of a list see (???) here',
  cut: 'The excerpt ends here: lists show what is above',
  imageBlocked: 'Images from the network are not loaded: {0}',
  wideFormula: 'Wide formula: the arrow keys scroll it',
  find: 'Find in the preview',
  findNext: 'Next',
  findPrevious: 'Previous',
  findClose: 'Close',
  noResults: 'No results',
  history: 'Links that were followed',
  goBack: 'Back (Alt+Left)',
  goForward: 'Forward (Alt+Right)',
};

/** The strings in a JSON text; English where it lacks them. */
export function readStrings(text: string | undefined): PreviewStrings {
  const given = parse(text);
  const strings: Record<string, string> = { ...englishStrings };
  for (const name of Object.keys(englishStrings)) {
    const value = given[name];
    if (typeof value === 'string') strings[name] = value;
  }
  return strings as unknown as PreviewStrings;
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

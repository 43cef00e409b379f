// How KaTeX is asked to typeset, in the preview and in a page, and what is said where it cannot.

/** A matrix of this length takes about a second; a longer formula would stop the preview. */
export const maxFormulaLength = 50_000;

export interface TypesetMessages {
  readonly tooLong: string;
  readonly tooDeep: string;
}

/** In English; other languages translate them. */
export const typesetMessages: TypesetMessages = {
  tooLong: 'The formula is too long to be typeset: its limit is 50,000 characters.',
  tooDeep: 'The formula is nested too deeply to be typeset.',
};

export function katexOptions(display: boolean): KatexOptions {
  return {
    displayMode: display,
    throwOnError: true,
    strict: 'ignore',
    maxSize: 50,
    maxExpand: 1000,
    // The places of references, and nothing that a post could bring.
    trust: ({ command, url }) => command === '\\href' && url?.startsWith('eqref:') === true,
  };
}

/** Why KaTeX threw this. */
export function typesetFailure(error: unknown, messages: TypesetMessages): string {
  // Deep nesting ends in a RangeError, which KaTeX does not turn into one of its own.
  if (error instanceof RangeError) return messages.tooDeep;
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^KaTeX parse error: /, '').replace(/ at position [\s\S]*$/, '');
}

interface KatexOptions {
  readonly displayMode: boolean;
  readonly throwOnError: true;
  readonly strict: 'ignore';
  readonly maxSize: number;
  readonly maxExpand: number;
  readonly trust: (context: { readonly command: string; readonly url?: string }) => boolean;
}

// How KaTeX is asked to typeset, in the preview and in a page, and what is said where it cannot.

/** A matrix of this length takes about a second; a longer formula would stop the preview. */
export const maxFormulaLength = 50_000;

/**
 * Deepest nesting of elements in a typeset formula. Where a page has about 900 levels, and 512 of them may
 * come from the HTML of the post, browsers end while they lay it out, and an editor's window with them.
 */
export const maxFormulaDepth = 250;

/** Deepest nesting of braces: what lies deeper takes KaTeX seconds to refuse. */
const maxNesting = 200;

export function nestsTooDeeply(tex: string): boolean {
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    const character = tex[at];
    if (character === '\\') at++;
    else if (character === '{' && ++depth > maxNesting) return true;
    else if (character === '}' && depth > 0) depth--;
  }
  return false;
}

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

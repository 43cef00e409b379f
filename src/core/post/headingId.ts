// Addresses of headings, as our pages give them, and in a form that the ids of all engines share.

/** The id of a heading: its words, in lower case, joined by hyphens. */
export function headingId(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\s-]/gu, '')
    .replace(/\s/g, '-');
}

/**
 * What the ids that engines make of one heading have in common: its letters and digits, without case, width
 * and accents.
 */
export function looseId(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

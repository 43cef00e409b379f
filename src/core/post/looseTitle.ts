// Titles without what varies between a title and its mentions: width, case, space, brackets and other marks.

/** Two titles with the same loose form are one title. Of marks alone, they are what counts. */
export function looseTitle(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase();
  const letters = plain.replace(/[\p{P}\p{Z}\p{C}<>|`~^]/gu, '');
  return letters === '' ? plain.trim() : letters;
}

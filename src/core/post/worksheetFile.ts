// The worksheet of a post in a file of its own: `NAME.eval` beside `NAME.md`, which readers never see.

const postEnding = /\.(?:md|markdown)$/i;
const worksheetEnding = /\.eval$/i;

export function isWorksheetFile(name: string): boolean {
  return worksheetEnding.test(name);
}

/** `null` for what is no file of a post, such as an untitled one. */
export function worksheetBeside(post: string): string | null {
  return postEnding.test(post) ? post.replace(postEnding, '.eval') : null;
}

/** Where the post of a worksheet may be; the first that is there counts. */
export function postsBeside(worksheet: string): readonly string[] {
  return ['.md', '.markdown'].map((ending) => worksheet.replace(worksheetEnding, ending));
}

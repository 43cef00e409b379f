// The files that findings stand in: posts, and the worksheets beside them.
import type { PostFile } from './postFile.js';
import { worksheetText } from './worksheetFile.js';

export type TextFile = Pick<PostFile, 'file' | 'absolute' | 'text'>;

export function textFiles(posts: readonly PostFile[]): readonly TextFile[] {
  return [...posts, ...worksheetsOf(posts)];
}

/** Each text is read where it is first asked for. */
export function worksheetsOf(posts: readonly PostFile[]): readonly TextFile[] {
  return posts.flatMap(({ worksheet }) => {
    if (worksheet === null) return [];
    let known: string | undefined;
    return [
      {
        file: worksheet.file,
        absolute: worksheet.absolute,
        get text() {
          return (known ??= worksheetText(worksheet));
        },
      },
    ];
  });
}

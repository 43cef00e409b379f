// What stands at the cursor, and where it stands elsewhere: a file for each kind in `symbols/`.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { Snapshot } from '../core/post/facts.js';
import type { LanguageContext } from './context.js';
import {
  headingAt,
  headingOccurrences,
  postsNamingHeading,
  type HeadingSymbol,
} from './symbols/heading.js';
import {
  labelAt,
  labelOccurrences,
  postsNamingLabel,
  worksheetOccurrences,
  type LabelSymbol,
} from './symbols/label.js';
import {
  macroAt,
  macroOccurrences,
  worksheetMacroTokens,
  type MacroSymbol,
} from './symbols/macro.js';
import { fileMacroTokens, type MacroFileText } from './symbols/macroFile.js';
import type { Occurrence, WorksheetText } from './symbols/occurrence.js';
import { postsNamingTitle, titleAt, titleOccurrences, type TitleSymbol } from './symbols/title.js';

export type PostSymbol = LabelSymbol | TitleSymbol | HeadingSymbol | MacroSymbol;

export function symbolAt(context: LanguageContext, offset: number): PostSymbol | null {
  return (
    labelAt(context, offset) ??
    macroAt(context, offset) ??
    // A heading may be the title of its post.
    titleAt(context, offset) ??
    headingAt(context, offset)
  );
}

/** The texts that may hold a symbol, each in its newest state. */
export interface SymbolTexts {
  readonly posts: readonly Snapshot[];
  readonly worksheets: readonly WorksheetText[];
  /** Those that say what macros hold in all posts of the blog. */
  readonly macroFiles: readonly MacroFileText[];
}

/** Beside an editor that knows Markdown by itself, without what that tells of the symbol already. */
export function places(
  symbol: PostSymbol,
  { posts, worksheets, macroFiles }: SymbolTexts,
  blog: BlogView,
  isBesideEditor: boolean,
): readonly (Occurrence & { readonly path: string })[] {
  const isTold = isBesideEditor && 'byEditor' in symbol && symbol.byEditor === true;
  return [
    ...macroFiles.map((file) => ({ file, found: occurrencesInFile(file, symbol) })),
    ...posts.map((file) => ({ file, found: occurrencesIn(file, symbol, blog) })),
    ...worksheets.map((file) => ({ file, found: occurrencesInWorksheet(file, symbol, blog) })),
  ]
    .flatMap(({ file: { path }, found }) => found.map((one) => ({ ...one, path })))
    .filter(({ byEditor }) => !isTold || byEditor !== true);
}

/** Of one post of the blog. */
export function occurrencesIn(
  post: Snapshot,
  symbol: PostSymbol,
  blog: BlogView,
): readonly Occurrence[] {
  switch (symbol.kind) {
    case 'label':
    case 'reference':
    case 'link':
      return labelOccurrences(post, symbol, blog);
    case 'title':
    case 'citation':
      return titleOccurrences(post, symbol, blog);
    case 'heading':
    case 'heading-link':
      return headingOccurrences(post, symbol, blog);
    case 'macro':
      return macroOccurrences(post, symbol);
  }
}

function occurrencesInWorksheet(
  worksheet: WorksheetText,
  symbol: PostSymbol,
  blog: BlogView,
): readonly Occurrence[] {
  if ('key' in symbol) return worksheetOccurrences(worksheet, symbol, blog);
  return symbol.kind === 'macro' ? worksheetMacroTokens(worksheet, symbol) : [];
}

function occurrencesInFile(file: MacroFileText, symbol: PostSymbol): readonly Occurrence[] {
  const isOfBlog = symbol.kind === 'macro' && symbol.path === null;
  return isOfBlog ? fileMacroTokens(file, symbol.name) : [];
}

/** The posts that may hold it. */
export function postsNaming(symbol: PostSymbol, blog: BlogView): readonly string[] {
  switch (symbol.kind) {
    case 'label':
    case 'reference':
    case 'link':
      return postsNamingLabel(symbol, blog);
    case 'title':
    case 'citation':
      return postsNamingTitle(symbol, blog);
    case 'heading':
    case 'heading-link':
      return postsNamingHeading(symbol, blog);
    case 'macro':
      return symbol.path === null ? blog.paths() : [symbol.path];
  }
}

/** The posts that define it, among those that may hold it. */
export function postsDefining(symbol: PostSymbol): readonly string[] {
  if ('paths' in symbol) return symbol.paths;
  return symbol.path === null ? [] : [symbol.path];
}

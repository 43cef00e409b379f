// Rename what stands at the cursor: which posts and worksheets may hold it, and what is written into them.
import type { BlogView } from '../../core/blog/blogIndex.js';
import type { PostSymbol, SymbolTexts } from '../symbol.js';
import { postsNamingLabel, type LabelSymbol } from '../symbols/label.js';
import type { MacroSymbol } from '../symbols/macro.js';
import { renameLabel } from './renameLabel.js';
import { renameMacro } from './renameMacro.js';
import type { RenameAnswer } from './renaming.js';

export type Renamable = LabelSymbol | MacroSymbol;

/** Titles and headings have more to them than a name. */
export function isRenamable(symbol: PostSymbol): symbol is Renamable {
  return 'key' in symbol || symbol.kind === 'macro';
}

export function nameOf(symbol: Renamable): string {
  return symbol.kind === 'macro' ? symbol.name : symbol.key;
}

/** The name as it is meant: a macro may be typed with its backslash. */
export function newNameOf(symbol: Renamable, typed: string): string {
  return symbol.kind === 'macro' ? typed.trim().replace(/^\\/, '') : typed;
}

/** The posts that may hold the symbol or the new name. */
export function postsToRename(symbol: Renamable, name: string, blog: BlogView): readonly string[] {
  if (symbol.kind === 'macro') return symbol.path === null ? blog.paths() : [symbol.path];
  const named = [symbol.key, name].flatMap((key) =>
    postsNamingLabel({ path: symbol.path, key }, blog),
  );
  return [...new Set([symbol.path, ...named])];
}

export function rename(
  symbol: Renamable,
  typed: string,
  texts: SymbolTexts,
  blog: BlogView,
): RenameAnswer {
  const name = newNameOf(symbol, typed);
  if (name === nameOf(symbol)) return { kind: 'changes', texts: [] };
  return symbol.kind === 'macro'
    ? renameMacro(symbol, name, texts)
    : renameLabel(symbol, name, texts, blog);
}

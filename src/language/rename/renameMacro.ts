// Rename a macro: in the post that defines it, or where its blog does in all posts.
import { standardCommands } from '../../checks/standardCommands.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Macro, NumberingMacros } from '../../core/numbering/macros.js';
import { isDefinition } from '../../core/numbering/texDefinition.js';
import { isKnownToKatex } from '../../tex/knownCommands.js';
import type { SymbolTexts } from '../symbol.js';
import { blogMacrosOf, worksheetMacroTokens, type MacroSymbol } from '../symbols/macro.js';
import { fileMacroTokens } from '../symbols/macroFile.js';
import { postMacroTokens, type MacroToken } from '../symbols/macroTokens.js';
import { namingFile, namingPost, type NamingText } from './namingText.js';
import { renameIn } from './renameIn.js';
import { refuseRename, type RenameAnswer, type RenameRefusal } from './renaming.js';

/** The names are without their backslashes. */
export function renameMacro(
  { name: from, path }: MacroSymbol,
  to: string,
  { posts, worksheets, macroFiles }: SymbolTexts,
): RenameAnswer {
  const misnamed = [to, from].find((name) => !/^[a-zA-Z]+$/.test(name));
  if (misnamed !== undefined) return refuseRename('macro-name', misnamed);
  if (isCommand(to)) return refuseRename('known-command', to);
  const files = path === null ? macroFiles.map((file) => namingFile(file, fileMacroTokens)) : [];
  const macrosAfter = (post: Snapshot): NumberingMacros =>
    path === null ? renamedMacros(blogMacrosOf(post), from, to) : blogMacrosOf(post);
  const texts: readonly NamingText<MacroToken>[] = [
    ...files,
    ...posts.map((post) => namingPost(post, postMacroTokens, macrosAfter(post))),
    ...worksheets.map((worksheet) =>
      namingFile(worksheet, (text, name) => worksheetMacroTokens(text, { name, path })),
    ),
  ];
  return (
    takenIn(texts, posts, to) ??
    (path === null ? outsideOf(files, from) : null) ??
    firstOf(posts, (post) => (path === null ? redefinedIn(post, from) : unclearIn(post, from))) ??
    renameIn(texts, [from, to], () => to)
  );
}

/** What the macros of a blog are behind the rename. */
function renamedMacros(
  { commands, environments }: NumberingMacros,
  from: string,
  to: string,
): NumberingMacros {
  const inTex = (tex: string): string =>
    tex.replace(/\\([a-zA-Z]+|[^])/g, (whole, name) => (name === from ? `\\${to}` : whole));
  const renamed = [...commands].map(([name, macro]): [string, Macro] => [
    name === from ? to : name,
    'body' in macro ? { ...macro, body: inTex(macro.body) } : macro,
  ]);
  return { commands: new Map(renamed), environments };
}

/** Of a math engine, whatever the site's is: previews and readers would each see another thing. */
function isCommand(name: string): boolean {
  return isKnownToKatex(name) || standardCommands.has(name) || isDefinition(name);
}

function takenIn(
  texts: readonly NamingText<MacroToken>[],
  posts: readonly Snapshot[],
  name: string,
): RenameRefusal | null {
  for (const { text, named } of texts) {
    const [taken] = named(name);
    if (taken) return refuseRename('macro-taken', name, text, taken.span);
  }
  const isOfBlog = posts.some((post) => blogMacrosOf(post).commands.has(name));
  return isOfBlog ? refuseRename('macro-taken', name) : null;
}

/** No file that can be edited defines it. */
function outsideOf(files: readonly NamingText<MacroToken>[], name: string): RenameRefusal | null {
  const isDefined = files.some(({ named }) =>
    named(name).some(({ role }) => role === 'definition'),
  );
  return isDefined ? null : refuseRename('outside', name);
}

/** A post that gives a macro of its blog another meaning. */
function redefinedIn(post: Snapshot, name: string): RenameRefusal | null {
  const own = postMacroTokens(post, name).find(({ role }) => role === 'definition');
  return own ? refuseRename('several-meanings', name, post, own.span) : null;
}

/** All definitions of the post go along; nothing but them may give the name a meaning. */
function unclearIn(post: Snapshot, from: string): RenameRefusal | null {
  const tokens = postMacroTokens(post, from);
  const first = tokens.findIndex(({ role, isDeferred }) => role === 'definition' && !isDeferred);
  const isEngines = isKnownToKatex(from);
  const { math } = post.site;
  const replaces =
    blogMacrosOf(post).commands.has(from) ||
    (isEngines && (math === 'katex' || math === 'amsmath'));
  const unclear = tokens.find(
    ({ role, isDeferred }, at) =>
      (role === 'definition' && (isDeferred || replaces)) ||
      (at < first && (!isDeferred || isEngines)),
  );
  return unclear ? refuseRename('several-meanings', from, post, unclear.span) : null;
}

function firstOf(
  posts: readonly Snapshot[],
  refusal: (post: Snapshot) => RenameRefusal | null,
): RenameRefusal | null {
  for (const post of posts) {
    const found = refusal(post);
    if (found) return found;
  }
  return null;
}

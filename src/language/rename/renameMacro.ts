// Rename a macro: in the post that defines it, or where its blog does in all posts.
import { standardCommands } from '../../checks/standardCommands.js';
import { identityText } from '../../core/text/mapped.js';
import type { Snapshot } from '../../core/post/facts.js';
import { isDefinition } from '../../core/numbering/texDefinition.js';
import { isKnownToKatex } from '../../tex/knownCommands.js';
import { blogMacrosOf, type MacroSymbol } from '../symbols/macro.js';
import { macroTokens, postMacroTokens, type MacroToken } from '../symbols/macroTokens.js';
import { namingFile, namingPost, type NamingText } from './namingText.js';
import { renameIn } from './renameIn.js';
import {
  refuseRename,
  type RenameAnswer,
  type RenameRefusal,
  type RenameTexts,
} from './renaming.js';

/** The names are without their backslashes. */
export function renameMacro(
  { name: from, path }: MacroSymbol,
  to: string,
  { posts, worksheets }: RenameTexts,
): RenameAnswer {
  const misnamed = [to, from].find((name) => !/^[a-zA-Z]+$/.test(name));
  if (misnamed !== undefined) return refuseRename('macro-name', misnamed);
  if (isCommand(to)) return refuseRename('known-command', to);
  const texts: readonly NamingText<MacroToken>[] = [
    ...posts.map((post) => namingPost(post, postMacroTokens)),
    ...worksheets
      .filter(({ post }) => path === null || post === path)
      .map((worksheet) =>
        namingFile(worksheet, ({ lines }, name) =>
          macroTokens(identityText(lines.join(''), 0), name),
        ),
      ),
  ];
  return (
    takenIn(texts, to) ??
    firstOf(posts, (post) =>
      path === null ? redefinedIn(post, from) : unclearIn(post, from, to),
    ) ??
    renameIn(texts, [from, to], () => to)
  );
}

/** Of a math engine, whatever the site's is: previews and readers would each see another thing. */
function isCommand(name: string): boolean {
  return isKnownToKatex(name) || standardCommands.has(name) || isDefinition(name);
}

function takenIn(texts: readonly NamingText<MacroToken>[], name: string): RenameRefusal | null {
  for (const { text, named } of texts) {
    const [taken] = named(name);
    if (taken) return refuseRename('macro-taken', name, text, taken.span);
  }
  return null;
}

/** A post that gives a macro of its blog another meaning. */
function redefinedIn(post: Snapshot, name: string): RenameRefusal | null {
  const own = postMacroTokens(post, name).find(({ role }) => role === 'definition');
  return own ? refuseRename('several-meanings', name, post, own.span) : null;
}

/** All definitions of the post go along; nothing but them may give the name a meaning. */
function unclearIn(post: Snapshot, from: string, to: string): RenameRefusal | null {
  const outer = blogMacrosOf(post).commands;
  if (outer.has(to)) return refuseRename('macro-taken', to);
  const tokens = postMacroTokens(post, from);
  const first = tokens.findIndex(({ role, isDeferred }) => role === 'definition' && !isDeferred);
  const isEngines = isKnownToKatex(from);
  const { math } = post.site;
  const replaces = outer.has(from) || (isEngines && (math === 'katex' || math === 'amsmath'));
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

// Rename a label: where it is defined and referred to, in worksheets, and in links of all posts.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { encodeForLink, labelAddress } from '../../core/blog/links.js';
import type { SymbolTexts } from '../symbol.js';
import {
  labelOccurrences,
  worksheetOccurrences,
  type LabelOccurrence,
  type NamedLabel,
} from '../symbols/label.js';
import { namingFile, namingPost, type NamingText } from './namingText.js';
import { renameIn } from './renameIn.js';
import { refuseRename, type RenameAnswer, type RenameRefusal } from './renaming.js';

export function renameLabel(
  { path, key }: NamedLabel,
  name: string,
  { posts, worksheets }: SymbolTexts,
  blog: BlogView,
): RenameAnswer {
  if (!isLabelName(name)) return refuseRename('label-name', name);
  const texts: readonly NamingText<LabelOccurrence>[] = [
    ...posts.map((post) =>
      namingPost(post, (text, key) => labelOccurrences(text, { path, key }, blog)),
    ),
    ...worksheets.map((worksheet) =>
      namingFile(worksheet, (text, key) => worksheetOccurrences(text, { path, key }, blog)),
    ),
  ];
  const address = encodeForLink(labelAddress(name));
  return (
    takenIn({ path, key }, name, posts) ??
    awaitedIn(texts, name) ??
    unwrittenIn(texts, key) ??
    renameIn(texts, [key, name], ({ written }) => {
      if (written === 'elsewhere') return null;
      return written === 'key' ? name : address;
    })
  );
}

/** What TeX and worksheets both take for a name; what a site makes of it, the text tells that is read again. */
function isLabelName(name: string): boolean {
  return name !== '' && name.trim() === name && !/[{}\\$%#\p{Cc}\u2028\u2029]/u.test(name);
}

/** A label of the post that has the name, or an address that is the same. */
function takenIn(
  { path, key }: NamedLabel,
  name: string,
  posts: SymbolTexts['posts'],
): RenameRefusal | null {
  const post = posts.find((one) => one.path === path);
  const addresses = [name, key].map(labelAddress);
  const taken = post?.facts.labels.find(
    (label) => label.key !== key && addresses.includes(labelAddress(label.key)),
  );
  return post && taken ? refuseRename('label-taken', taken.key, post, taken.span) : null;
}

/** Where the name is written though nothing has it. */
function awaitedIn(
  texts: readonly NamingText<LabelOccurrence>[],
  name: string,
): RenameRefusal | null {
  for (const { text, named } of texts) {
    const [awaited] = named(name);
    if (awaited) return refuseRename('label-awaited', name, text, awaited.span);
  }
  return null;
}

/** Where the name does not stand, escapes aside: a macro makes it. */
function unwrittenIn(
  texts: readonly NamingText<LabelOccurrence>[],
  key: string,
): RenameRefusal | null {
  for (const { text, named } of texts) {
    const source = text.lines.join('');
    const unwritten = named(key).find(({ written, nameSpan }) => {
      const there = source.slice(nameSpan.start, nameSpan.end);
      return written === 'key' && there !== key && there.replace(/\\(.)/g, '$1') !== key;
    });
    if (unwritten) return refuseRename('not-written', key, text, unwritten.span);
  }
  return null;
}

// The tag of a generator written anew for a post that has moved, or from one that has: as long a path as it was.
import { joinPath, relativePath } from '../../core/blog/links.js';
import { fileNameOf, isFiledUnder, referredName } from '../../core/blog/postPaths.js';
import type { PageReferenceFacts } from '../../core/post/pageReferences.js';

/** Paths of the post with the tag, and of the post that it names. */
interface TagEnds {
  readonly from: string;
  readonly to: string;
}

/** `null` where it stays, or no tag of its kind could name the post. */
export function movedTag(
  { tag, target }: Pick<PageReferenceFacts, 'tag' | 'target'>,
  before: TagEnds,
  after: TagEnds,
): string | null {
  const anew = /^\.{1,2}\//.test(target)
    ? relativeTag(target, before, after)
    : before.to === after.to
      ? null
      : placedTag(target, before.to, after.to, tag === 'link');
  if (anew === null || anew === target || !isWritable(tag, anew)) return null;
  const isFound = referredName(anew) === fileNameOf(after.to) && isFiledUnder(after.to, anew);
  return isFound ? anew : null;
}

function relativeTag(target: string, before: TagEnds, after: TagEnds): string | null {
  const form = formOf(before.to, joinPath(before.from, target) ?? '');
  if (form === null || form.below !== '' || form.above !== null) return null;
  const path = relativePath(after.from, form.write(after.to));
  return path.startsWith('../') ? path : `./${path}`;
}

/** `isWhole`: a path from the top of the site, though it be a name alone. */
function placedTag(target: string, before: string, after: string, isWhole: boolean): string | null {
  const lead = /^\/*/.exec(target)?.[0] ?? '';
  const written = target.slice(lead.length);
  const form = formOf(before, written);
  if (form === null) return null;
  const path = form.write(after);
  if (form.above !== null) return lead + form.above + path;
  const isName = !isWhole && lead === '' && !written.replace(/\/$/, '').includes('/');
  if (isName) return path.slice(path.replace(/\/$/, '').lastIndexOf('/') + 1);
  return path.startsWith(form.below) ? lead + path.slice(form.below.length) : null;
}

/** How a tag writes the path of a post. */
interface TagForm {
  readonly write: (path: string) => string;
  /** The part of the path that the tag leaves out. */
  readonly below: string;
  /** What the tag has before the path, where it begins further up; else `null`. */
  readonly above: string | null;
}

/** With its ending, without, or, of a post that is all of its folder, that folder; from the longest on. */
const forms: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => path.replace(/\.(?:md|markdown)$/i, ''),
  (path) => path.replace(/\/(?:_?index|readme)\.(?:md|markdown)$/i, ''),
  (path) => path.replace(/\/(?:_?index|readme)\.(?:md|markdown)$/i, '/'),
];

function formOf(path: string, written: string): TagForm | null {
  const [place, tag] = [path.toLowerCase(), written.toLowerCase()];
  for (const write of forms) {
    const full = write(place);
    if (`/${full}`.endsWith(`/${tag}`)) {
      return { write, below: path.slice(0, full.length - tag.length), above: null };
    }
    if (tag.endsWith(`/${full}`)) {
      return { write, below: '', above: written.slice(0, tag.length - full.length) };
    }
  }
  return null;
}

/** Whether the tag would be read with this target. */
function isWritable(tag: PageReferenceFacts['tag'], target: string): boolean {
  const isHugo = tag === 'ref' || tag === 'relref';
  return isHugo ? !/["#\n{}]/.test(target) : !/[\s{}%#]/.test(target);
}

// What a post has to say otherwise once files have moved: links, definitions of links, tags of generators, and
// the equations of other posts that worksheets name.
import { resolveLink } from '../../core/blog/links.js';
import { postOfReference } from '../../core/blog/linkedPost.js';
import type { PostFacts, Snapshot } from '../../core/post/facts.js';
import type { PageReferenceFacts } from '../../core/post/pageReferences.js';
import type { Span } from '../../core/text/span.js';
import type { Change } from '../change.js';
import { definedTargets } from '../definedTargets.js';
import { sourceText } from '../sourceText.js';
import { movedFile, type MovingBlog } from './fileMoves.js';
import { filesMeant, linkedFile, type LinkedFile } from './linkedFile.js';
import { movedAddress, type MovedLink } from './movedAddress.js';
import { movedTag } from './movedTag.js';

/** Whether the post, or a file that it may mean, moves. */
export function isConcerned(path: string, facts: PostFacts, moving: MovingBlog): boolean {
  const { moves, blog } = moving;
  const moved = (file: string | null): boolean => file !== null && movedFile(moves, file) !== null;
  const layout = moving.layoutFor(path);
  return (
    moved(path) ||
    targetsIn(facts).some((target) =>
      filesMeant(path, target, layout).some((file) => moved(file.path)),
    ) ||
    facts.pageReferences.some((reference) => moved(postOfReference(path, reference, blog)))
  );
}

/** In the order of the post; none where all of it holds as it is. */
export function moveChanges(post: Snapshot, moving: MovingBlog): readonly Change[] {
  const { facts } = post;
  const links = facts.links.filter(({ kind, byLabel }) => kind !== 'autolink' && !byLabel);
  const named = facts.worksheetReferences.filter(({ key }) => key.includes('#'));
  const changes = [
    ...links.flatMap(({ target, targetSpan }) => linkChange(post, target, targetSpan, moving)),
    ...definedTargets(post).flatMap(({ target, targetSpan }) =>
      linkChange(post, target, targetSpan, moving),
    ),
    ...named.flatMap(({ key, keySpan }) => labelChange(post, key, keySpan, moving)),
    ...facts.pageReferences.flatMap((reference) => tagChange(post, reference, moving)),
  ].sort((one, other) => one.span.start - other.span.start);
  return changes.filter(({ span }, at) => span.start >= (changes[at - 1]?.span.end ?? 0));
}

function targetsIn({ links, worksheetReferences }: PostFacts): readonly string[] {
  return [
    ...links.flatMap(({ kind, target }) => (kind === 'autolink' ? [] : [target])),
    ...worksheetReferences.flatMap(({ key }) => (key.includes('#') ? [key] : [])),
  ];
}

/** The editor's own change is left to it. */
function linkChange(
  post: Snapshot,
  target: string,
  span: Span,
  moving: MovingBlog,
): readonly Change[] {
  const text = moved(post, target, sourceText(post, span), moving, true);
  return text === null ? [] : [{ span, text }];
}

/** In a worksheet `%` begins a comment. */
function labelChange(
  post: Snapshot,
  key: string,
  span: Span,
  moving: MovingBlog,
): readonly Change[] {
  const text = moved(post, key, key, moving, false);
  return text === null || text.includes('%') ? [] : [{ span, text }];
}

function moved(
  { path }: Snapshot,
  target: string,
  written: string,
  moving: MovingBlog,
  isMarkdown: boolean,
): string | null {
  const { moves } = moving;
  const linked = linkedFile(path, target, moving);
  if (linked === null) return null;
  const [post, file] = [movedFile(moves, path), movedFile(moves, linked.path)];
  if (isMarkdown && (post?.isFollowed === true || file?.isFollowed === true)) return null;
  const after = { post: post?.path ?? path, file: file?.path ?? linked.path };
  const text = movedAddress(written, target, linked, after);
  return text === written || isDetour(path, target, written, linked, after) ? null : text;
}

/** What leads there as before by a way that no move would write is the writer's own. */
function isDetour(
  post: string,
  target: string,
  written: string,
  linked: LinkedFile,
  after: MovedLink,
): boolean {
  const leads =
    linked.base === null
      ? resolveLink(after.post, target)?.path === after.file
      : linked.path === after.file;
  return leads && movedAddress(written, target, linked, { post, file: linked.path }) !== written;
}

function tagChange(
  { path }: Snapshot,
  reference: PageReferenceFacts,
  { moves, blog }: MovingBlog,
): readonly Change[] {
  const to = reference.target === '' ? null : postOfReference(path, reference, blog);
  if (to === null) return [];
  const after = {
    from: movedFile(moves, path)?.path ?? path,
    to: movedFile(moves, to)?.path ?? to,
  };
  const text = movedTag(reference, { from: path, to }, after);
  return text === null ? [] : [{ span: reference.span, text }];
}

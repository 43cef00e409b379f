// What `postulate labels` says of posts, in the stable form of its JSON.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import type { DisplayFacts, LabelFacts, LinkFacts, ReferenceFacts } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { lineStarts, positionAt } from '../core/text/lines.js';
import type { PostFile } from './postFile.js';

/** Lines and columns count from 1, columns in UTF-16 units. */
export interface ListedPost {
  readonly file: string;
  readonly title: string | null;
  readonly displays: readonly ListedDisplay[];
  /** In the order of the source. */
  readonly references: readonly ListedReference[];
}

interface ListedDisplay extends Place {
  readonly environment: string;
  readonly error: string | null;
  readonly rows: readonly { readonly number: string | null; readonly labels: readonly string[] }[];
}

export interface ListedReference extends Place {
  /** A `link` is one to an equation, such as `[(3)](other-post.md#eq:ode)`. */
  readonly command: 'ref' | 'eqref' | 'link';
  /** The label. */
  readonly target: string;
  readonly number: string | null;
  /** The post that holds the equation. */
  readonly file: string | null;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

export function listPosts(posts: readonly PostFile[]): readonly ListedPost[] {
  const opened = posts.map(openPost);
  const byPath = new Map(
    opened.map((post) => [keyOf(post.source.blog, post.source.blogPath), post]),
  );
  return opened.map((post) => listPost(post, byPath));
}

/** A post with what the lists take from it, so that its blocks need not be kept. */
interface OpenedPost {
  readonly source: PostFile;
  readonly title: string | null;
  readonly displays: readonly ListedDisplay[];
  readonly references: readonly ReferenceFacts[];
  /** Links with a fragment. */
  readonly links: readonly LinkFacts[];
  /** By their addresses. */
  readonly labels: ReadonlyMap<string, Pick<LabelFacts, 'key' | 'number'>>;
  readonly starts: Uint32Array;
}

function openPost(source: PostFile): OpenedPost {
  const { file, text, site, macros } = source;
  const { facts, lines } = openSnapshot({ path: file, version: 0, text, site: site.site, macros });
  const starts = lineStarts(lines);
  const labels = new Map<string, Pick<LabelFacts, 'key' | 'number'>>();
  for (const { key, number } of facts.labels) {
    const address = labelAddress(key);
    if (number !== null || !labels.has(address)) labels.set(address, { key, number });
  }
  return {
    source,
    title: facts.title,
    displays: facts.displays.map((display) => listDisplay(display, starts)),
    references: facts.references,
    links: facts.links.filter(({ target }) => target.includes('#')),
    labels,
    starts,
  };
}

function listPost(post: OpenedPost, byPath: ReadonlyMap<string, OpenedPost>): ListedPost {
  const { source, title, displays, references, links, starts } = post;
  const listed = [
    ...references.map((reference) => ({
      at: reference.span.start,
      reference: listReference(reference, source.file, starts),
    })),
    ...links.flatMap((link) => {
      const reference = listLink(link, post, byPath);
      return reference === null ? [] : [{ at: link.span.start, reference }];
    }),
  ];
  listed.sort((left, right) => left.at - right.at);
  return {
    file: source.file,
    title,
    displays,
    references: listed.map(({ reference }) => reference),
  };
}

function listDisplay(
  { environment, span, error, rows }: DisplayFacts,
  starts: Uint32Array,
): ListedDisplay {
  return {
    environment,
    ...placeOf(starts, span.start),
    error: error?.code ?? null,
    rows: rows
      // A number that stands nowhere is that of its labels.
      .filter(({ number, shown, labels }) => shown !== null || number === null || labels.length > 0)
      .map(({ number, labels }) => ({ number, labels })),
  };
}

function listReference(
  { command, key, span, number }: ReferenceFacts,
  file: string,
  starts: Uint32Array,
): ListedReference {
  const place = placeOf(starts, span.start);
  return { command, target: key, ...place, number, file: number === null ? null : file };
}

/** `null` for a link that leads to no equation of the posts at hand. */
function listLink(
  link: LinkFacts,
  { source, starts }: OpenedPost,
  byPath: ReadonlyMap<string, OpenedPost>,
): ListedReference | null {
  const found = resolveLink(source.blogPath, link.target);
  if (found === null || found.fragment === '') return null;
  const other = byPath.get(keyOf(source.blog, found.path));
  const label = other?.labels.get(addressOfFragment(found.fragment));
  if (other === undefined || label === undefined) return null;
  const { key: target, number } = label;
  const place = placeOf(starts, link.span.start);
  return { command: 'link', target, ...place, number, file: other.source.file };
}

function keyOf(blog: string, path: string): string {
  return `${blog}\n${path}`;
}

function placeOf(starts: Uint32Array, offset: number): Place {
  const { line, column } = positionAt(starts, offset);
  return { line: line + 1, column: column + 1 };
}

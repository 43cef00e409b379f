// The law of moving files: there and back is what it was, byte for byte, and no link leads to nothing on the way.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPost } from '../../../src/checks/check.js';
import { noSurroundings } from '../../../src/checks/rule.js';
import type { BlogIndex } from '../../../src/core/blog/blogIndex.js';
import { encodeForLink, relativePath } from '../../../src/core/blog/links.js';
import { fileNameOf, folderOf } from '../../../src/core/blog/postPaths.js';
import { indexOf } from '../../support/blogIndexOf.js';
import { move, moveFiles, openPosts, type BlogFiles } from '../../support/movedBlog.js';
import { propertyRuns } from '../../support/runs.js';

const posts = ['a.md', 'b.md', 'posts/c.md', 'posts/扩散 (1).md', 'posts/old/d.md'] as const;
const pictures = ['p.png', 'posts/q.png', 'posts/old/图.png'] as const;

/** From where, to where; to a folder that is there, and to one that is not. */
const moves = [
  ...[...posts, ...pictures].flatMap((from) => {
    const ending = from.slice(from.lastIndexOf('.'));
    return ['e', 'posts/漫谈 [2]', 'posts/old/f', 'x/y/g_h'].map(
      (to) => [from, to + ending] as const,
    );
  }),
  ['posts', 'x/y/posts'],
  ['posts', 'notes'],
  ['posts/old', 'old'],
] as const;

type Link = { readonly to: string; readonly style: string; readonly behind: string };

const link: fc.Arbitrary<Link> = fc.oneof(
  fc.record({
    to: fc.constantFrom(...posts),
    style: fc.constantFrom(
      'plain',
      'pointed',
      'dotted',
      'absolute',
      'page',
      'html',
      'defined',
      'tag',
    ),
    behind: fc.constantFrom('', '#eq:x', '#head', '?v=1#eq%3Ax'),
  }),
  fc.record({
    to: fc.constantFrom(...pictures),
    style: fc.constantFrom('image', 'file', 'pointed'),
    behind: fc.constantFrom('', '?v=1'),
  }),
);

/** As writers write them: without detours, each name in one way. */
function written(from: string, { to, style, behind }: Link, at: number): string {
  const address = relativePath(from, to);
  const plain = encodeForLink(address) + behind;
  switch (style) {
    case 'pointed':
      return `[t](<${address}${behind}> "title")`;
    case 'dotted':
      return `[t](./${plain})`;
    case 'absolute':
      return `[t](/${encodeForLink(to)}${behind})`;
    case 'page':
      return `[t](${encodeForLink(address.replace(/\.md$/, ''))}${behind})`;
    case 'html':
      return `[t](${encodeForLink(address.replace(/\.md$/, '.html'))}${behind})`;
    case 'defined':
      return `[t][d${at}]\n\n[d${at}]: ${plain}\n`;
    case 'tag':
      return `[t]({{< ref "/${to}" >}})`;
    case 'image':
      return `![t](${plain})`;
    default:
      return `[t](${plain} 'title')`;
  }
}

const blog: fc.Arbitrary<BlogFiles> = fc
  .tuple(...posts.map(() => fc.array(link, { maxLength: 4 })), fc.constantFrom('\n', '\r\n'))
  .map((parts) => {
    const end = parts.at(-1) as string;
    const texts = posts.map((path, index) => {
      const links = parts[index] as readonly Link[];
      const lines = links.map((one, at) => written(path, one, at));
      const text = ['# Head', ...lines, '$$x \\label{eq:x}$$', ''].join('\n\n');
      return [path, text.replace(/\n/g, end)] as const;
    });
    return Object.fromEntries([...texts, ...pictures.map((path) => [path, ''] as const)]);
  });

const linkRules = ['link.missing-post', 'link.missing-heading', 'link.missing-image'];

function deadLinks(files: BlogFiles): readonly string[] {
  const opened = openPosts(files);
  const index = indexOf(opened);
  const assumed = { markdown: false, math: false, tags: false };
  const around = { ...noSurroundings, hasFile: (file: string) => file in files };
  return [...opened.values()].flatMap((post) =>
    checkPost({ post, blog: index, detected: null, assumed, around, results: [] }, {})
      .filter(({ rule }) => linkRules.includes(rule))
      .map(({ rule, span }) => `${rule} ${post.lines.join('').slice(span.start, span.end)}`),
  );
}

/** As files come and go in an editor. */
function indexAfter(before: BlogFiles, after: BlogFiles): BlogIndex {
  const index = indexOf(openPosts(before));
  for (const path of index.paths()) if (!(path in after)) index.removePost(path);
  for (const [path, { facts }] of openPosts(after)) index.updatePost(path, facts);
  return index;
}

function told(index: BlogIndex): unknown {
  return index
    .paths()
    .map((path) => [
      path,
      index.facts(path),
      index.postsNamingPlacesOf(path),
      index.postsLeadingTo(path),
      index.postsFiled(fileNameOf(path)),
      index.postsIn(folderOf(path)),
    ]);
}

it('moved there and back, a blog is what it was, its index that from scratch, and no link is dead in between', () => {
  fc.assert(
    fc.property(blog, fc.constantFrom(...moves), (files, [from, to]) => {
      expect(deadLinks(files)).toEqual([]);
      const there = moveFiles(files, [move(from, to)]);
      expect(deadLinks(there)).toEqual([]);
      expect(told(indexAfter(files, there))).toEqual(told(indexOf(openPosts(there))));
      expect(moveFiles(there, [move(to, from)])).toEqual(files);
    }),
    { numRuns: propertyRuns },
  );
});

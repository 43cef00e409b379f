// The findings of all rules over posts, each with its place.
import { checkInBlog, inOrder, type ReportedFinding } from '../checks/check.js';
import { BlogIndex } from '../core/blog/blogIndex.js';
import { positionAt, textLineStarts } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import type { Examined } from './examiner.js';
import type { Place, PlacedFinding, PlacedRelated, Summary } from './placedFinding.js';
import type { PostFile } from './postFile.js';
import { worksheetsOf, type TextFile } from './textFiles.js';
import { LinkedFolders, type Known } from './surroundings.js';

/** Posts of one configuration are one blog; `compared` is what their built pages show otherwise. */
export async function checkPosts(
  { posts, incomplete }: Examined,
  known: Known,
  compared: ReadonlyMap<PostFile, readonly ReportedFinding[]> = new Map(),
): Promise<readonly PlacedFinding[]> {
  const blogs = new Map<string, BlogIndex>();
  for (const { post, facts } of posts) {
    blogOf(blogs, post, incomplete).updatePost(post.blogPath, facts);
  }
  const folders = new LinkedFolders();
  await folders.read(posts);
  const files = new Map(
    posts.map(({ post: { blog, blogPath, file } }) => [`${blog}\n${blogPath}`, file]),
  );
  return posts.flatMap(({ post, facts, findings, worksheetFindings }) => {
    const fileOf = (path: string): string => files.get(`${post.blog}\n${path}`) ?? path;
    const blog = blogOf(blogs, post, incomplete);
    const { blogPath: path, site } = post;
    const around = folders.around(post, known);
    const inBlog = checkInBlog({ path, site: site.site, facts, blog, around }, post.rules);
    const ofPost = inOrder([...findings, ...inBlog, ...(compared.get(post) ?? [])]);
    return [post, ...worksheetsOf([post])].flatMap((file) =>
      place(file, file === post ? ofPost : worksheetFindings, fileOf),
    );
  });
}

function blogOf(
  blogs: Map<string, BlogIndex>,
  { blog, wholeBlog }: PostFile,
  incomplete: ReadonlySet<string>,
): BlogIndex {
  let index = blogs.get(blog);
  if (!index) {
    index = new BlogIndex();
    index.isComplete = wholeBlog && !incomplete.has(blog);
    blogs.set(blog, index);
  }
  return index;
}

function place(
  text: TextFile,
  findings: readonly ReportedFinding[],
  fileOf: (path: string) => string,
): readonly PlacedFinding[] {
  if (findings.length === 0) return [];
  const { file } = text;
  const starts = textLineStarts(text.text);
  return findings.map((finding) => ({
    file,
    finding,
    place: placeOf(starts, finding.span),
    related: finding.related.map((related): PlacedRelated => {
      const { message } = related;
      if (!('span' in related)) {
        const line = related.line + 1;
        const place = { line, column: 1, endLine: line, endColumn: 1 };
        return { file: fileOf(related.path), place, message };
      }
      return { file, place: placeOf(starts, related.span), message };
    }),
    fix: finding.fix ? placeOf(starts, finding.fix.span) : null,
  }));
}

function placeOf(starts: Uint32Array, span: Span): Place {
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

export function summarize(findings: readonly PlacedFinding[]): Summary {
  const summary = { error: 0, warning: 0, info: 0, hint: 0 } satisfies Summary;
  for (const { finding } of findings) summary[finding.severity]++;
  return summary;
}

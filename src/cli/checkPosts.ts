// The findings of all rules over posts, each with its place.
import { checkAlone, checkInBlog, inOrder, type ReportedFinding } from '../checks/check.js';
import { assumedParts } from '../checks/readings.js';
import { noSurroundings } from '../checks/rule.js';
import { BlogIndex } from '../core/blog/blogIndex.js';
import type { Snapshot } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { lineStarts, positionAt, splitLines } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import { evaluatePost } from '../evaluate/evaluatePost.js';
import { mayHoldResults, postForEvaluation } from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { Place, PlacedFinding, PlacedRelated, Summary } from './placedFinding.js';
import type { PostFile } from './posts.js';

/** Posts of one configuration are one blog. */
export function checkPosts(posts: readonly PostFile[]): readonly PlacedFinding[] {
  const blogs = new Map<string, BlogIndex>();
  const alone = posts.map((post) => {
    const { site, macros, blogPath: path } = post;
    const snapshot = openSnapshot({ path, version: 0, text: post.text, site: site.site, macros });
    blogOf(blogs, post).updatePost(path, snapshot.facts);
    return checkAlone(
      { post: snapshot, results: resultsOf(snapshot), assumed: assumedParts(site) },
      post.rules,
    );
  });
  const files = new Map(posts.map(({ blog, blogPath, file }) => [`${blog}\n${blogPath}`, file]));
  return posts.flatMap((post, at) => {
    const fileOf = (path: string): string => files.get(`${post.blog}\n${path}`) ?? path;
    const blog = blogOf(blogs, post);
    const facts = blog.facts(post.blogPath);
    const { blogPath: path, site } = post;
    const around = noSurroundings;
    const inBlog = facts
      ? checkInBlog({ path, site: site.site, facts, blog, around }, post.rules)
      : [];
    return place(post, inOrder([...(alone[at] ?? []), ...inBlog]), fileOf);
  });
}

function resultsOf(snapshot: Snapshot): readonly EvaluationResult[] {
  return mayHoldResults(snapshot) ? evaluatePost(postForEvaluation(snapshot)) : [];
}

function blogOf(blogs: Map<string, BlogIndex>, { blog, wholeBlog }: PostFile): BlogIndex {
  let index = blogs.get(blog);
  if (!index) {
    index = new BlogIndex();
    index.isComplete = wholeBlog;
    blogs.set(blog, index);
  }
  return index;
}

function place(
  { file, text }: PostFile,
  findings: readonly ReportedFinding[],
  fileOf: (path: string) => string,
): readonly PlacedFinding[] {
  if (findings.length === 0) return [];
  const starts = lineStarts(splitLines(text));
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

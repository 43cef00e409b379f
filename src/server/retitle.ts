// The server's half of Retitle Post: other titles, and the citations of them in all posts, as one edit.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { isUnpublished } from '../core/post/publication.js';
import type { PostChanges } from '../language/change.js';
import type { WhyLeft } from '../language/retitle/mentions.js';
import { planRetitling, type TitleProblem } from '../language/retitle/plan.js';
import { postsToRetitle, retitle, type LeftMention } from '../language/retitle/retitle.js';
import {
  isNewTitle,
  isRetitleRequest,
  retitleRequests,
  type LeftCitation,
  type NewTitle,
  type PostTitle,
  type RetitleAnswer,
  type RetitleChoices,
  type RetitledPost,
  type RetitleRequest,
} from '../protocol/retitle.js';
import { isPostRequest, type PostRequest } from '../protocol/server.js';
import { answerRequest } from './answered.js';
import type { Blog } from './blog.js';
import { makeBlogEdit } from './blogEdits.js';
import { toPosition, toRange } from './convert.js';
import { refusal } from './edits.js';
import type { Server } from './serverParts.js';
import { Slices } from './slices.js';
import { text, type texts } from './texts.js';

export function registerRetitle(server: Server): void {
  answerRequest(server, retitleRequests.title, 'The title of a post', isPostRequest, (request) =>
    titleOf(server, request),
  );
  answerRequest(server, retitleRequests.choices, 'Choosing a title', isNewTitle, (request) =>
    choicesFor(server, request),
  );
  answerRequest(
    server,
    retitleRequests.retitle,
    'Retitling a post',
    isRetitleRequest,
    (request, token) => retitlePost(server, request, token),
  );
}

async function titleOf(server: Server, { uri }: PostRequest): Promise<PostTitle | null> {
  await server.blogs.loaded();
  const post = server.store.get(uri)?.snapshot;
  if (!post) return null;
  const { title } = post.facts;
  return title === null ? refusal(server, 'noTitle') : { kind: 'title', title };
}

async function choicesFor(
  server: Server,
  { uri, title }: NewTitle,
): Promise<RetitleChoices | null> {
  await server.blogs.loaded();
  const post = server.store.get(uri)?.snapshot;
  if (!post) return null;
  const blog = server.blogs.blogOf(uri);
  const { problem, offers } = planRetitling(post.path, title.trim(), blog.index, null);
  const followUps = offers.map(({ path, ...offer }) => ({ uri: blog.uriOf(path), ...offer }));
  return { problem: problem && (await describe(server, blog, problem)), followUps };
}

async function retitlePost(
  server: Server,
  { uri, version, title, followUps }: RetitleRequest,
  token: CancellationToken,
): Promise<RetitleAnswer | null> {
  const { blogs, store, options } = server;
  await blogs.loaded();
  const post = store.get(uri)?.snapshot;
  if (!post) return null;
  if (post.version !== version) return refusal(server, 'postChanged');
  if (post.facts.title === null) return refusal(server, 'noTitle');
  const blog = blogs.blogOf(uri);
  const chosen = followUps.map((each) => blog.pathOf(each));
  const { problem, retitlings } = planRetitling(post.path, title.trim(), blog.index, chosen);
  if (problem) return { kind: 'refused', message: await describe(server, blog, problem) };
  const posts = await newest(server, blog, postsToRetitle(retitlings, blog.index), token);
  if (token.isCancellationRequested) return null;
  const answer = retitle(retitlings, posts, blog.index);
  if (answer.kind === 'refused') {
    return refusal(server, 'titleNotWritable', { post: answer.subject });
  }
  const label = text('retitling', { title: title.trim() }, options().translations);
  const made = await makeBlogEdit(server, uri, label, answer.posts);
  if (made.kind !== 'made') return made;
  return {
    kind: 'made',
    publish: await toPublish(server, blog, answer.posts),
    left: answer.left.map((left) => leftCitation(server, blog, left)),
  };
}

/** Files that are gone meanwhile cite nothing. */
async function newest(
  { blogs }: Server,
  blog: Blog,
  paths: readonly string[],
  token: CancellationToken,
): Promise<readonly Snapshot[]> {
  const posts: Snapshot[] = [];
  const slices = new Slices();
  for (const path of paths) {
    if (token.isCancellationRequested) break;
    const post = await blogs.snapshotOf(blog, path);
    if (post) posts.push(post);
    await slices.next();
  }
  return posts;
}

/** Of what was to be changed, the writer may have left some; drafts are yet to be published. */
async function toPublish(
  { blogs }: Server,
  blog: Blog,
  changed: readonly PostChanges[],
): Promise<readonly RetitledPost[]> {
  const publish: RetitledPost[] = [];
  for (const { post } of changed) {
    const now = await blogs.snapshotOf(blog, post.path);
    if (!now || isUnpublished(post.path, now.facts.publication)) continue;
    if (now.lines.join('') === post.lines.join('')) continue;
    publish.push({ uri: blog.uriOf(post.path), title: now.facts.title });
  }
  return publish;
}

function leftCitation(
  { options }: Server,
  blog: Blog,
  { post, span, cited, why }: LeftMention,
): LeftCitation {
  return {
    uri: blog.uriOf(post.path),
    ...toRange(post.lines, span),
    cited,
    why: text(whyLeft[why], {}, options().translations),
  };
}

const whyLeft: { readonly [why in WhyLeft]: keyof typeof texts } = {
  verbatim: 'citedVerbatim',
  ambiguous: 'citedAmbiguously',
  elsewhere: 'citedElsewhere',
  heading: 'citedInHeading',
  unreadable: 'citedUnreadably',
};

async function describe(server: Server, blog: Blog, problem: TitleProblem): Promise<string> {
  const { translations } = server.options();
  switch (problem.why) {
    case 'empty':
      return text('titleEmpty', {}, translations);
    case 'lines':
      return text('titleOfLines', {}, translations);
    case 'long':
      return text('titleTooLong', {}, translations);
    case 'taken':
      return text('titleTaken', await placeOf(server, blog, problem.path), translations);
    case 'part':
      return text('partTaken', await placeOf(server, blog, problem.path), translations);
  }
}

/** Where a post states which title. */
async function placeOf(
  { blogs }: Server,
  blog: Blog,
  path: string,
): Promise<{ readonly title: string; readonly place: string }> {
  const post = await blogs.snapshotOf(blog, path);
  const { title, titleSpan } = post?.facts ?? { title: null, titleSpan: null };
  const line = post && titleSpan ? toPosition(post.lines, titleSpan.start).line + 1 : 1;
  return { title: title ?? '', place: `${path}:${line}` };
}

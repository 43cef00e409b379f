// A post as 知乎, 公众号 or a CMS takes it, for the client to copy.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { lineStarts, positionAt } from '../core/text/lines.js';
import { publishPost } from '../language/publish/publishPost.js';
import { filledText, richText } from '../language/publish/richText.js';
import type { PublishProblem } from '../language/publish/target.js';
import { targets } from '../language/publish/targets.js';
import {
  isPublishRequest,
  serverRequests,
  type PublishedAnswer,
  type PublishedProblem,
  type PublishRequest,
} from '../protocol/server.js';
import { answerRequest } from './answered.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';

export function registerPublishPost(server: Server): void {
  answerRequest(
    server,
    serverRequests.publishPost,
    'Publishing a post',
    isPublishRequest,
    (request, token) => published(server, request, token),
  );
}

async function published(
  server: Server,
  request: PublishRequest,
  token: CancellationToken,
): Promise<PublishedAnswer | null> {
  const { blogs, store } = server;
  const target = targets.find(({ id }) => id === request.target);
  await blogs.loaded();
  const post = store.get(request.uri)?.snapshot;
  if (!post || !target) return null;
  const { text: markdown, problems } = publishPost(post, blogs.blogOf(request.uri).index, target);
  const told = toldProblems(server, post, problems);
  if (target.format === 'markdown') return { text: markdown, html: null, problems: told };
  const { html, failed } = await drawnText(server, markdown, token);
  const ofPictures = failed.map((tex) => ({
    message: text('publishNotDrawn', { tex }, server.options().translations),
    line: null,
  }));
  return { text: markdown, html, problems: [...told, ...ofPictures] };
}

/** Formulas as pictures that take their colour from the text around them. */
async function drawnText(
  { pictures }: Server,
  markdown: string,
  token: CancellationToken,
): Promise<{ readonly html: string; readonly failed: readonly string[] }> {
  const rich = richText(markdown);
  const drawings: (string | null)[] = [];
  for (const { tex, display } of rich.formulas) {
    if (token.isCancellationRequested) break;
    const job = { tex, display, preamble: [], colour: 'currentColor', drawsEachLetter: true };
    drawings.push(await pictures.drawing(job));
  }
  const failed = rich.formulas.filter((_, at) => drawings[at] === null).map(({ tex }) => tex);
  return { html: filledText(rich, drawings), failed };
}

function toldProblems(
  { options }: Server,
  post: Snapshot,
  problems: readonly PublishProblem[],
): readonly PublishedProblem[] {
  const starts = lineStarts(post.lines);
  const { translations } = options();
  return problems.map(({ code, subject, span }) => ({
    message: text(messages[code], { subject }, translations),
    line: positionAt(starts, span.start).line,
  }));
}

const messages = {
  picture: 'publishPicture',
  link: 'publishLink',
  reference: 'publishReference',
  source: 'publishSource',
  formula: 'publishFormula',
  environment: 'publishEnvironment',
  macro: 'publishMacro',
  table: 'publishTable',
  html: 'publishHtml',
  template: 'publishTemplate',
  dollar: 'publishDollar',
  unclosed: 'publishUnclosed',
} as const satisfies Readonly<Record<PublishProblem['code'], Parameters<typeof text>[0]>>;

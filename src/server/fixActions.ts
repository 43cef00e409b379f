// Fixes of findings, and what else may be written otherwise, as the Language Server Protocol has them.
import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { ReportedFinding } from '../checks/check.js';
import { textOf } from '../checks/messages.js';
import type { Snapshot } from '../core/post/facts.js';
import { touches } from '../core/text/span.js';
import { fixAll } from '../language/fixes/fixAll.js';
import type { QuickFix } from '../language/fixes/quickFix.js';
import { postsToRead, quickFixes } from '../language/fixes/quickFixes.js';
import { rewrites } from '../language/fixes/rewrites.js';
import { fixAllKind } from '../protocol/server.js';
import { blogEdit } from './blogEdits.js';
import { isSameRange, toRange, toSpan } from './convert.js';
import type { Server } from './serverParts.js';
import { Slices } from './slices.js';
import { text } from './texts.js';

/** Fixes are tried on the post before they are offered, and no menu is as long. */
const mostFindings = 50;

/** In milliseconds: nobody waits longer for a menu, of whatever post. */
const longestTrying = 3_000;

/** Of the post as it stands now, whatever state the diagnostics of the editor are of. */
export async function fixActions(
  server: Server,
  post: Snapshot,
  { textDocument: { uri }, range, context: { diagnostics } }: CodeActionParams,
  token: CancellationToken,
): Promise<readonly CodeAction[]> {
  const findingsOf = await server.checker.findingsOf(uri);
  const asked = toSpan(post.lines, range);
  const findings = findingsOf(post).filter(({ span }) => touches(span, asked));
  const actions: CodeAction[] = [];
  const slices = new Slices();
  const end = performance.now() + longestTrying;
  for (const finding of findings.slice(0, mostFindings)) {
    await slices.next();
    if (token.isCancellationRequested) return [];
    const mended = diagnostics.filter((diagnostic) => isOf(diagnostic, finding, post));
    const fixes = await fixesOf(server, uri, post, finding);
    for (const [at, fix] of fixes.entries()) {
      actions.push({
        ...actionOf(server, uri, fix),
        kind: CodeActionKind.QuickFix,
        ...(mended.length > 0 ? { diagnostics: mended } : {}),
        isPreferred: at === 0,
      });
    }
    if (performance.now() > end) break;
  }
  return actions;
}

export function rewriteActions(
  server: Server,
  post: Snapshot,
  { textDocument: { uri }, range }: CodeActionParams,
): readonly CodeAction[] {
  if (!server.checker.speaksOf(uri)) return [];
  const blog = server.blogs.blogOf(uri).index;
  return rewrites({ post, blog }, toSpan(post.lines, range)).map((rewrite) => ({
    ...actionOf(server, uri, rewrite),
    kind: CodeActionKind.RefactorRewrite,
  }));
}

/** All that is certain, as one edit. */
export async function fixAllAction(
  server: Server,
  post: Snapshot,
  { textDocument: { uri } }: CodeActionParams,
): Promise<readonly CodeAction[]> {
  const changes = fixAll(post, await server.checker.findingsOf(uri));
  if (changes.length === 0) return [];
  return [
    {
      title: text('fixAll', {}, server.options().translations),
      kind: fixAllKind,
      edit: blogEdit(server, uri, [{ post, changes }]),
    },
  ];
}

async function fixesOf(
  { blogs }: Server,
  uri: string,
  post: Snapshot,
  finding: ReportedFinding,
): Promise<readonly QuickFix[]> {
  const blog = blogs.blogOf(uri);
  const context = { post, blog: blog.index, finding };
  const others = new Map<string, Snapshot>();
  for (const path of postsToRead(context)) {
    const other = await blogs.snapshotOf(blog, path);
    if (other) others.set(path, other);
  }
  return quickFixes({ ...context, others });
}

function actionOf(server: Server, uri: string, { title, posts }: QuickFix): CodeAction {
  return {
    title: oneLine(textOf(title, server.options().translations)),
    edit: blogEdit(server, uri, posts),
  };
}

function isOf(
  { code, range }: Diagnostic,
  { rule, span }: ReportedFinding,
  post: Snapshot,
): boolean {
  return code === rule && isSameRange(range, toRange(post.lines, span));
}

/** A menu shows one line, and of a long one its beginning. */
function oneLine(title: string): string {
  const line = title.replace(/\s+/g, ' ');
  const [shown = ''] = /^.{0,120}/u.exec(line) ?? [];
  return shown === line ? line : `${shown}…`;
}

// The previews of a server: joined to its connection, its open posts and its evaluated values.
import type { Connection } from 'vscode-languageserver';
import { previewNotifications, previewRequests } from '../protocol/preview.js';
import {
  isFormulaRequest,
  isForServer,
  isPreviewCaret,
  isPreviewClose,
  isPreviewOpen,
  isSessionMessage,
} from '../protocol/previewGuards.js';
import { deadLinks } from './deadLinks.js';
import { cutOf } from '../core/post/cut.js';
import { isPostRequest, serverRequests, type ServerOptions } from '../protocol/server.js';
import { damageByBlock, type DamageByBlock } from '../language/damageByBlock.js';
import { formulaFaults } from '../language/formulaFaults.js';
import type { Blogs } from './blogs.js';
import type { Checker } from './checker.js';
import type { Evaluation } from './evaluation.js';
import { linkedSnapshot } from './linkedSnapshot.js';
import { answered, answerRequest } from './answered.js';
import { guarded, type Log } from './log.js';
import { createPreviewedPost } from './previewedPost.js';
import { notesText } from '../evaluate/messages.js';
import { resultsByBlock, type NotesText, type ResultsByBlock } from '../render/results.js';
import { PreviewSessions } from './previewSessions.js';
import { Sliders, type EvaluatedPost } from './sliders.js';
import type { PostStore } from './store.js';
import { uriKey } from './uri.js';

/** The parts of the server that previews need. */
export interface PreviewHost {
  readonly connection: Connection;
  readonly store: PostStore;
  readonly blogs: Blogs;
  readonly evaluation: Evaluation;
  readonly checker: Checker;
  readonly log: Log;
  readonly options: () => ServerOptions;
}

export function registerPreviews(server: PreviewHost): void {
  const { connection, store, blogs, evaluation, checker } = server;
  const results = new Map<string, ResultsByBlock>();
  const damage = new Map<string, DamageByBlock>();
  const sessions = new PreviewSessions({
    snapshot: (uri) => store.get(uri)?.snapshot,
    previewed: (uri, snapshot, context) =>
      createPreviewedPost({
        snapshot,
        context,
        results: (position) => {
          const block = snapshot.blocks.blocks[position];
          return (block && results.get(uriKey(uri))?.get(block)) ?? [];
        },
        faults: (position) => {
          const assumed = blogs.blogOf(uri).config.assumedOf(snapshot.path);
          return formulaFaults(snapshot, position, assumed, server.options().translations);
        },
        damage: (position) => {
          const block = snapshot.blocks.blocks[position];
          return (block && damage.get(uriKey(uri))?.get(block)) ?? [];
        },
        deadLinks: (position) => deadLinks(blogs, { uri, snapshot, context }, position),
      }),
    linked: (uri, target) => linkedSnapshot(server, uri, target),
    slide: (...move) => void sliders.move(...move),
    closed: (uri) => void sliders.reset(uri),
    send: (session, message) =>
      void connection.sendNotification(previewNotifications.toPreview, { session, message }),
  });
  const sliders = guardedSliders(server, ({ uri, snapshot, results: values }) => {
    const { translations } = server.options();
    const inWords: NotesText = (notes) => notesText(notes, translations);
    results.set(uriKey(uri), resultsByBlock(snapshot, values, inWords));
    sessions.refresh(uriKey(uri));
  });
  hearPreviews(server, sessions);
  store.onDidChange(({ uri, snapshot }, change) => {
    sessions.postChanged(uriKey(uri), snapshot, change);
  });
  blogs.onDidAffect((uris) => {
    for (const uri of uris) sessions.refresh(uriKey(uri));
  });
  store.onDidClose(({ uri }) => {
    results.delete(uriKey(uri));
    damage.delete(uriKey(uri));
    void sliders.forget(uriKey(uri));
  });
  checker.onDidCheck(({ uri, snapshot, findings }) => {
    if (!store.get(uri)) return;
    damage.set(uriKey(uri), damageByBlock(snapshot, findings, server.options().translations));
    sessions.refresh(uriKey(uri));
  });
  evaluation.onDidEvaluate((uri, snapshot, values) => {
    void sliders.evaluated(uriKey(uri), { uri, snapshot, results: values });
  });
}

/** What the client says and asks. */
function hearPreviews({ connection, log, store }: PreviewHost, sessions: PreviewSessions): void {
  const listen = (method: string, handle: (params: unknown) => void | Promise<void>): void => {
    const guardedHandler = guarded(log, 'The preview', undefined, handle);
    connection.onNotification(method, (params: unknown) => void guardedHandler(params));
  };
  listen(previewNotifications.open, (params) => {
    if (isPreviewOpen(params)) sessions.open(params.session, uriKey(params.uri));
  });
  listen(previewNotifications.close, (params) => {
    if (isPreviewClose(params)) sessions.close(params.session);
  });
  listen(previewNotifications.fromPreview, (params) => {
    if (!isSessionMessage(params, isForServer)) return;
    return sessions.receive(params.session, params.message);
  });
  listen(previewNotifications.caret, (params) => {
    if (isPreviewCaret(params)) sessions.moveCaret(params);
  });
  answerRequest(
    { connection, log },
    previewRequests.formula,
    'The preview',
    isFormulaRequest,
    (request) => sessions.formula(request),
  );
  connection.onRequest(
    serverRequests.hasExcerpt,
    answered(log, 'The excerpt of a post', false, (request: unknown) => {
      const post = isPostRequest(request) ? store.get(request.uri) : undefined;
      return post !== undefined && cutOf(post.snapshot.blocks.blocks) !== null;
    }),
  );
}

function guardedSliders(
  { evaluation, log }: PreviewHost,
  show: (evaluated: EvaluatedPost) => void,
): Pick<Sliders, 'move' | 'evaluated'> & Record<'reset' | 'forget', (key: string) => unknown> {
  const sliders = new Sliders({
    choicesFor: (uri, snapshot) => evaluation.choicesFor(uri, snapshot),
    evaluate: (post) => evaluation.ask(post),
    show,
  });
  const safely = <Parameters extends readonly unknown[]>(
    handle: (...parameters: Parameters) => void | Promise<void>,
  ): ((...parameters: Parameters) => Promise<void>) => guarded(log, 'A slider', undefined, handle);
  return {
    move: safely((key, line, value) => sliders.move(key, line, value)),
    evaluated: safely((key, start) => sliders.evaluated(key, start)),
    reset: safely((key: string) => {
      sliders.reset(key);
    }),
    forget: (key) => {
      sliders.forget(key);
    },
  };
}

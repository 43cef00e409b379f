// The language server over an injected connection: how its parts are joined.
import type { Connection } from 'vscode-languageserver';
import { serverNotifications, type ServerOptions } from '../protocol/server.js';
import type { ReportedFinding } from '../checks/check.js';
import type { Translations } from '../checks/messages.js';
import { Blogs } from './blogs.js';
import { Checker } from './checker.js';
import { clientFiles } from './clientFiles.js';
import { refreshHints, unknownClient, type ClientState } from './clientState.js';
import { committedTexts } from './committedText.js';
import { registerCodeActions } from './codeActions.js';
import { registerCommands } from './commands.js';
import { registerCompletions } from './completions.js';
import { registerLibrary } from './library.js';
import { registerEditing } from './editing.js';
import { registerEquationLink } from './equationLink.js';
import { registerEquations } from './equations.js';
import { registerLinkedPost } from './linkedPost.js';
import { registerPageSetting } from './pageSetting.js';
import { toDiagnostic, type DiagnosticContext } from './convert.js';
import { EarlierPosts } from './earlierPosts.js';
import { DataFinder } from './dataFiles.js';
import { Evaluation, type Beside, type LinkedPosts } from './evaluation.js';
import { Features } from './features.js';
import { registerExport } from './exportPage.js';
import { registerNavigation } from './navigation.js';
import { registerFileMoves } from './fileMoves.js';
import { FileProblems } from './fileProblems.js';
import { Files } from './files.js';
import type { ServerHost } from './host.js';
import { registerFormulaAt } from './formulaAt.js';
import { registerAnalysisQuestions } from './analysisQuestions.js';
import { registerFormulaQuestions } from './formulaQuestions.js';
import { registerLifeCycle } from './lifeCycle.js';
import { guarded, type Log } from './log.js';
import { PictureFinder } from './pictureFinder.js';
import { Pictures } from './pictures.js';
import { registerPublishPost } from './publishPost.js';
import { registerPreviews } from './previews.js';
import { registerReferenceGraph } from './referenceGraph.js';
import { registerFeatures } from './registerFeatures.js';
import type { Server } from './serverParts.js';
import { registerRetitle } from './retitle.js';
import { registerStructure } from './structure.js';
import { registerSymbolFeatures } from './symbolFeatures.js';
import { Resting } from './resting.js';
import { registerCompareBuilt } from './compareBuilt.js';
import { registerRename } from './rename.js';
import { registerSite } from './site.js';
import { SettingsReader } from './settingsReader.js';
import { SurroundingsReader } from './surroundings.js';
import { PostStore } from './store.js';
import { registerTextSync } from './textSync.js';
import { schemeOf } from './uri.js';
import { WorkerQueue } from './worker.js';
import { WorksheetChecker } from './worksheetChecker.js';
import { registerWorksheetFilePlace } from './worksheetFilePlace.js';
import { WorksheetFeatures } from './worksheetFeatures.js';
import { WorksheetFiles, type Worksheet } from './worksheetFiles.js';
import { WorksheetPosts } from './worksheetPosts.js';

/** A hover that takes longer is shown as TeX. */
const typesetDeadline = 3_000;

/** Evaluation bounds its own steps; this is for what still gets out of hand. */
const evaluateDeadline = 10_000;

/** A worker that is started anew costs about as much. */
const grace = 200;

export function startServer(connection: Connection, host: ServerHost): Server {
  const log = logOf(connection);
  const client = unknownClient();
  const server = joinParts(connection, host, client, log);
  registerParts(server, client);
  registerLifeCycle(server, client);
  connection.listen();
  return server;
}

function joinParts(
  connection: Connection,
  host: ServerHost,
  client: ClientState,
  log: Log,
): Server {
  const store = new PostStore();
  const settings = new SettingsReader(connection);
  const translations = (): Translations => client.options.translations;
  const files = reachFiles(connection, host, client, settings);
  const fileProblems = new FileProblems(connection, translations);
  const reading = { files, store, log, translations, cache: host.cache };
  const blogs = new Blogs({
    ...reading,
    macrosOf: (uri) => settings.macrosOf(uri),
    onProblems: (problems) => {
      fileProblems.show(problems);
    },
    onAffected: (uris) => {
      for (const uri of uris) checker.schedule(uri);
    },
    onLoaded: () => {
      surroundings.clear();
      // Until now a blog may have seemed to be none, and hints were not shown.
      refreshHints(connection, client);
      void connection.sendNotification(serverNotifications.sitesRead);
      void followScope();
    },
  });
  const followScope = guarded(log, 'Checking the blog', undefined, () => checker.followScope());
  const typesetQueue = queue(log, 'A picture', typesetDeadline, host.startTypesetWorker);
  const evaluateQueue = queue(log, 'An evaluation', evaluateDeadline, host.startEvaluateWorker);
  const worksheets = new WorksheetFiles({ files, folderOf: (uri) => blogs.workspaceFolderOf(uri) });
  const surroundings: SurroundingsReader = new SurroundingsReader(files, worksheets);
  const worksheetPosts = new WorksheetPosts({ store, blogs });
  const taken = elsewhere(blogs, files);
  const evaluation = new Evaluation(evaluateQueue, worksheets, taken);
  const pictures = new Pictures(typesetQueue);
  const earlier = new EarlierPosts({
    store,
    blogs,
    log,
    maxSize: () => settings.maxPostBytes,
    committedText: committedTexts(connection, () => client.options.readsCommits),
    onLearned: () => {
      for (const { uri } of store.all()) checker.schedule(uri);
    },
  });
  const { show, clear } = diagnostics(connection, blogs, client);
  const checker: Checker = new Checker({
    ...{ store, blogs, evaluation, worksheets, earlier, surroundings, log },
    settings: () => settings.current,
    publish: ({ uri, snapshot, findings, version }) => {
      show({ uri, lines: snapshot.lines, version }, findings);
    },
    unpublish: clear,
    onResults: () => refreshHints(connection, client),
  });
  const worksheetChecker = new WorksheetChecker({
    ...{ store, blogs, evaluation, checker, worksheets, log },
    posts: worksheetPosts,
    settings: () => settings.current,
    publish: (worksheet, findings) => {
      show(worksheet, findings);
      refreshHints(connection, client);
    },
    unpublish: clear,
  });
  connection.onShutdown(() => {
    checker.dispose();
    worksheetChecker.dispose();
    typesetQueue.end();
    evaluateQueue.end();
  });
  const options = (): ServerOptions => client.options;
  const resting = new Resting(store);
  const open = { store, files, blogs, evaluation, checker, earlier, resting, surroundings };
  const beside = { worksheets, worksheetPosts, worksheetChecker, pictureFinder: taken.pictures };
  return { connection, log, client, pictures, settings, options, ...open, ...beside };
}

/** What worksheets reach of the rest of a blog. */
function elsewhere(blogs: Blogs, files: Files): Beside & { readonly pictures: PictureFinder } {
  const folderOf = (uri: string): string | null => blogs.workspaceFolderOf(uri);
  return {
    posts: postsOf(blogs),
    data: new DataFinder({ files, folderOf }),
    pictures: new PictureFinder({ files, blogs }),
  };
}

function postsOf(blogs: Blogs): LinkedPosts {
  return {
    uriOf: (uri, path) => blogs.blogOf(uri).uriOf(path),
    read: async (uri, path) => {
      await blogs.loaded();
      const blog = blogs.blogOf(uri);
      if (blog.index.facts(path)) return blogs.snapshotOf(blog, path);
      const target = blog.uriOf(path);
      if (blogs.workspaceFolderOf(target) === null) return null;
      // A folder with a configuration of its own is another blog. What no blog knows is no post.
      const inner = blogs.blogOf(target);
      const inside = inner.pathOf(target);
      return inner.index.facts(inside) ? blogs.snapshotOf(inner, inside) : null;
    },
  };
}

interface Diagnostics {
  readonly show: (
    text: Pick<Worksheet, 'uri' | 'lines' | 'version'>,
    findings: readonly ReportedFinding[],
  ) => void;
  readonly clear: (uri: string) => void;
}

function diagnostics(connection: Connection, blogs: Blogs, client: ClientState): Diagnostics {
  const contextOf = (uri: string): DiagnosticContext => ({
    uri,
    uriOf: (path) => blogs.blogOf(uri).uriOf(path),
    docs: client.options.docs,
    translations: client.options.translations,
  });
  return {
    show: ({ uri, lines, version }, findings) => {
      void connection.sendDiagnostics({
        uri,
        ...(version === null ? {} : { version }),
        diagnostics: findings.map((finding) => toDiagnostic({ lines }, finding, contextOf(uri))),
      });
    },
    clear: (uri) => void connection.sendDiagnostics({ uri, diagnostics: [] }),
  };
}

function reachFiles(
  connection: Connection,
  host: ServerHost,
  client: ClientState,
  settings: SettingsReader,
): Files {
  const askClient = clientFiles(connection);
  return new Files({
    host,
    client: () => (client.options.readsFiles ? askClient : null),
    maxSize: () => settings.maxPostBytes,
    encodingOf: (uri) => settings.encodingOf(uri),
  });
}

function registerParts(server: Server, client: ClientState): void {
  const { connection, log, store, worksheets, blogs, settings, options } = server;
  const translations = (): Translations => options().translations;
  const maxSize = (): number => settings.maxPostBytes;
  const isPostScheme = (scheme: string): boolean =>
    ['file', 'untitled', ...client.folders.map(schemeOf)].includes(scheme);
  followPosts(server);
  registerTextSync(connection, {
    ...{ store, worksheets, blogs, log, maxSize, translations, isPostScheme },
  });
  const worksheetFeatures = new WorksheetFeatures(server);
  registerFeatures(server, new Features(server), worksheetFeatures);
  registerCodeActions(server, worksheetFeatures);
  registerSymbolFeatures(server);
  registerRename(server);
  registerCompletions(server);
  registerCommands(server);
  registerLibrary(server);
  registerEditing(server);
  registerRetitle(server);
  registerWorksheetFilePlace(server);
  registerStructure(server);
  registerNavigation(server);
  registerLinkedPost(server);
  registerEquationLink(server);
  registerEquations(server);
  registerFileMoves(server);
  registerPageSetting(server);
  registerSite(server);
  registerCompareBuilt(server);
  registerReferenceGraph(server);
  registerExport(server);
  registerPublishPost(server);
  registerFormulaAt(server);
  registerFormulaQuestions(server);
  registerAnalysisQuestions(server);
  registerPreviews(server);
}

/** Index and findings follow the open posts. */
function followPosts({ store, blogs, worksheets, evaluation, checker, log }: Server): void {
  // It may name labels of any post of its blog.
  worksheets.onDidChange((uri) => {
    const blog = blogs.blogOf(uri);
    for (const post of store.all()) if (blogs.blogOf(post.uri) === blog) checker.schedule(post.uri);
  });
  store.onDidChange((post) => {
    blogs.opened(post);
    checker.schedule(post.uri);
    for (const uri of evaluation.taking(post.uri)) checker.schedule(uri);
  });
  const close = guarded(log, 'Closing a post', undefined, async (uri: string) => {
    evaluation.forget(uri);
    await blogs.closed(uri);
    checker.closed(uri);
  });
  store.onDidClose(({ uri }) => void close(uri));
}

function queue(
  log: Log,
  what: string,
  deadline: number,
  start: ServerHost['startTypesetWorker'],
): WorkerQueue {
  return new WorkerQueue({
    start,
    deadline,
    grace,
    onOverrun: () => log.warn(`${what} took more than ${deadline} ms and was given up.`),
  });
}

function logOf(connection: Connection): Log {
  const told = (tell: (text: string) => void) => (text: string) => {
    try {
      tell(text);
    } catch {
      // Its client is gone: nobody reads it any more.
    }
  };
  return {
    info: told((text) => connection.console.info(text)),
    warn: told((text) => connection.console.warn(text)),
    error: told((text) => connection.console.error(text)),
  };
}

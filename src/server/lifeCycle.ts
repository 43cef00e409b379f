// The server follows its client: from the first greeting on, settings, folders and files as they change.
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { isImageFile } from '../core/blog/linkedFiles.js';
import { isWorksheetFile, worksheetBeside } from '../core/post/worksheetFile.js';
import { readColour, serverNotifications } from '../protocol/server.js';
import { serverCapabilities } from './capabilities.js';
import { adopt, refreshHints, refreshLenses, type ClientState } from './clientState.js';
import { Gathering } from './gathering.js';
import { guarded } from './log.js';
import type { Server } from './serverParts.js';
import { watchedFiles } from './watchedFiles.js';

export function registerLifeCycle(server: Server, client: ClientState): void {
  const { connection, log } = server;
  connection.onInitialize((params) => {
    adopt(client, params);
    server.settings.isAnswered = params.capabilities.workspace?.configuration === true;
    return serverCapabilities;
  });
  connection.onInitialized(
    guarded(log, 'Starting', undefined, async () => {
      await registerWatchers(server, client);
      await server.settings.read(client.folders);
      await server.blogs.setFolders(client.folders);
    }),
  );
  connection.onDidChangeConfiguration(
    guarded(log, 'Reading the settings', undefined, async () => {
      const isReadAnew = await server.settings.read(client.folders);
      if (isReadAnew) await server.blogs.setFolders(client.folders);
      for (const { uri } of server.store.all()) server.checker.schedule(uri);
      server.worksheetPosts.clear();
      server.worksheetChecker.scheduleAll();
      refreshHints(connection, client);
      refreshLenses(connection, client);
      await server.checker.followScope();
    }),
  );
  const changed = new Gathering((uris) => readChanged(server, uris));
  connection.onDidChangeWatchedFiles(
    guarded(log, 'Reading changed files', undefined, ({ changes }) =>
      changed.add(changes.map(({ uri }) => uri)),
    ),
  );
  connection.onNotification(
    serverNotifications.theme,
    (change: { foreground?: unknown } | null) => {
      const foreground = readColour(change?.foreground);
      if (foreground !== null) client.options = { ...client.options, foreground };
    },
  );
}

async function readChanged(
  {
    surroundings,
    store,
    checker,
    blogs,
    evaluation,
    worksheets,
    worksheetPosts,
    worksheetChecker,
  }: Server,
  uris: readonly string[],
): Promise<void> {
  // Posts may link to a file that is there now, or no longer.
  const forgotten = uris.filter((uri) => surroundings.forget(uri));
  if (forgotten.length > 0) for (const post of store.all()) checker.schedule(post.uri);
  for (const uri of uris) {
    if (isWorksheetFile(uri)) worksheets.fileChanged(uri);
    worksheetPosts.forget(uri);
    const worksheet = worksheetBeside(uri);
    if (worksheet !== null && worksheets.openAt(worksheet)) worksheetChecker.schedule(worksheet);
  }
  await blogs.filesChanged(uris.filter((uri) => !isImageFile(uri) && !isWorksheetFile(uri)));
  for (const uri of uris.flatMap((each) => evaluation.taking(each))) checker.schedule(uri);
}

async function registerWatchers(server: Server, client: ClientState): Promise<void> {
  const { connection, log } = server;
  if (client.registersWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchedFiles.map((globPattern) => ({ globPattern })),
    });
  }
  if (client.registersSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: ['postulate', 'files.encoding', 'markdown.math.macros', 'markdown.validate'],
    });
  }
  if (!client.hearsOfFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(
    guarded(log, 'Reading other folders', undefined, async ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      const kept = client.folders.filter((uri) => !gone.has(uri));
      client.folders = [...kept, ...added.map(({ uri }) => uri)];
      await server.settings.read(client.folders);
      await server.blogs.setFolders(client.folders);
    }),
  );
}

// What the client is able to do and has told so far.
import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { readServerOptions, type ServerOptions } from '../protocol/server.js';

/** What the client told when it started the server. */
export interface ClientState {
  options: ServerOptions;
  folders: readonly string[];
  registersWatchers: boolean;
  registersSettings: boolean;
  refreshesHints: boolean;
  refreshesLenses: boolean;
  hearsOfFolders: boolean;
  /** Of edits in several posts: whether the version of each is looked at, and whether a reader may leave some out. */
  checksVersions: boolean;
  annotatesEdits: boolean;
}

/** Before it has said anything. */
export function unknownClient(): ClientState {
  return {
    options: readServerOptions(null),
    folders: [],
    registersWatchers: false,
    registersSettings: false,
    refreshesHints: false,
    refreshesLenses: false,
    hearsOfFolders: false,
    checksVersions: false,
    annotatesEdits: false,
  };
}

export function adopt(client: ClientState, params: InitializeParams): void {
  const { workspace } = params.capabilities;
  client.options = readServerOptions(params.initializationOptions);
  client.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  client.registersWatchers = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  client.registersSettings = workspace?.didChangeConfiguration?.dynamicRegistration === true;
  client.refreshesHints = refreshes(workspace?.inlayHint);
  client.refreshesLenses = refreshes(workspace?.codeLens);
  client.hearsOfFolders = workspace?.workspaceFolders === true;
  client.checksVersions = workspace?.workspaceEdit?.documentChanges === true;
  client.annotatesEdits = workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
}

function refreshes(feature: { readonly refreshSupport?: boolean } | undefined): boolean {
  return feature?.refreshSupport === true;
}

export function refreshHints(connection: Connection, client: ClientState): void {
  if (!client.refreshesHints) return;
  connection.languages.inlayHint.refresh().catch(() => undefined);
}

export function refreshLenses(connection: Connection, client: ClientState): void {
  if (!client.refreshesLenses) return;
  connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

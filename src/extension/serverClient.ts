// The running language server, as the features of the client speak with it.
import * as vscode from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintRequest,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { cacheWord, serverNotifications, type ServerOptions } from '../protocol/server.js';
import { smallYouth } from '../protocol/serverHeap.js';
import { registerCommittedText } from './committedText.js';
import { registerConfirmEdit } from './confirmEdit.js';
import { foreground } from './foreground.js';
import { registerFileRequests } from './fileRequests.js';
import { SteadyHints } from './steadyHints.js';
import { registerUnsavedText } from './unsavedText.js';

export class ServerClient {
  readonly #client: LanguageClient;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #started = new vscode.EventEmitter<void>();
  #starting: Promise<void>;

  /** Called whenever a new server runs, the first one included. */
  readonly onDidStart = (handler: () => void): vscode.Disposable => this.#started.event(handler);

  constructor({ extensionUri, globalStorageUri }: vscode.ExtensionContext) {
    const output = vscode.window.createOutputChannel('Postulate', { log: true });
    const module = vscode.Uri.joinPath(extensionUri, 'dist', 'node', 'server.js').fsPath;
    const hints = new SteadyHints(() => {
      this.#refreshHints();
    });
    this.#client = new LanguageClient(
      'postulate',
      'Postulate',
      {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: [smallYouth] },
        args: [`${cacheWord}${vscode.Uri.joinPath(globalStorageUri, 'posts').fsPath}`],
      },
      clientOptions(output, rulePages(extensionUri), hints),
    );
    this.#disposables.push(
      output,
      this.#started,
      hints,
      // A server that died is started by the client itself.
      this.#client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#started.fire();
      }),
      registerFileRequests(this.#client),
      registerCommittedText(this.#client),
      registerConfirmEdit(this.#client),
      registerUnsavedText(this.#client),
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.send(serverNotifications.theme, { foreground: foreground() });
      }),
    );
    this.#starting = this.#start();
  }

  /** Sent as soon as the server runs; lost where it cannot be started, which the log says. */
  send(method: string, params: unknown): void {
    void this.#starting
      .then(() => this.#client.sendNotification(method, params))
      .catch((error: unknown) => this.#log(method, error));
  }

  async request<Answer>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer> {
    await this.#starting;
    // A token that is undefined would be sent as a second parameter.
    return token
      ? this.#client.sendRequest<Answer>(method, params, token)
      : this.#client.sendRequest<Answer>(method, params);
  }

  /** Tells of a file as its watchers do. */
  fileChanged(file: vscode.Uri): void {
    const uri = this.#client.code2ProtocolConverter.asUri(file);
    this.send(DidChangeWatchedFilesNotification.method, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
  }

  onNotification(method: string, handler: (params: unknown) => void): vscode.Disposable {
    return this.#client.onNotification(method, handler);
  }

  /** As the server sent them, for a collection of one's own. */
  diagnosticsOf(sent: readonly unknown[]): Promise<readonly vscode.Diagnostic[]> {
    const { protocol2CodeConverter: converter } = this.#client;
    return converter.asDiagnostics([...sent] as Parameters<typeof converter.asDiagnostics>[0]);
  }

  async restart(): Promise<void> {
    await this.#starting.catch(() => undefined);
    this.#starting = this.#client.isRunning() ? this.#client.restart() : this.#start();
    await this.#starting;
  }

  async dispose(): Promise<void> {
    for (const disposable of this.#disposables) disposable.dispose();
    await this.#client.dispose();
  }

  #refreshHints(): void {
    const feature = this.#client.getFeature(InlayHintRequest.method);
    for (const document of new Set(vscode.window.visibleTextEditors.map((one) => one.document)))
      feature.getProvider(document)?.onDidChangeInlayHints.fire();
  }

  async #start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#log('start', error);
    }
  }

  #log(method: string, error: unknown): void {
    this.#client.outputChannel.error(`${method}: ${String(error)}`);
  }
}

function clientOptions(
  outputChannel: vscode.LogOutputChannel,
  docs: string,
  hints: SteadyHints,
): LanguageClientOptions {
  return {
    documentSelector: postSchemes().flatMap((scheme) => [
      { language: 'markdown', scheme },
      { language: 'postulate-worksheet', scheme },
    ]),
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'postulate',
    middleware: { provideInlayHints: hints.provide },
    initializationOptions: (): ServerOptions => ({
      translations: translations(),
      foreground: foreground(),
      readsFiles: true,
      readsCommits: true,
      confirmsEdits: true,
      putsCaret: true,
      knowsMarkdown: vscode.extensions.getExtension(markdownFeatures) !== undefined,
      writesFiles: true,
      docs,
    }),
  };
}

/** VS Code's own, which may be switched off. */
const markdownFeatures = 'vscode.markdown-language-features';

/** The folder with a page for each rule. */
function rulePages(extensionUri: vscode.Uri): string {
  const language = /^zh/i.test(vscode.env.language) ? ['zh-cn'] : [];
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', ...language).toString();
}

/** Versions of a repository, chats and outputs are Markdown too, and no posts. */
function postSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}

/** A text with a comment for translators is an object. */
function translations(): Readonly<Record<string, string>> {
  const bundle: Readonly<Record<string, unknown>> = vscode.l10n.bundle ?? {};
  const texts = Object.entries(bundle).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

// Our part in VS Code's own Markdown preview: the equation numbers of its site, where a blog is shown.
import * as vscode from 'vscode';
import { serverRequests, type PostRequest } from '../protocol/server.js';
import { decorateMarkdownIt, type DecoratorChoices } from '../render/decorateMarkdownIt.js';
import type { ServerClient } from './serverClient.js';

type MarkdownEngine = Parameters<typeof decorateMarkdownIt>[0];
type Setting = ReturnType<DecoratorChoices['settingOf']>;

/** What `activate` gives to VS Code: it calls `extendMarkdownIt` with its engine. */
export interface MarkdownItExtender {
  extendMarkdownIt(md: MarkdownEngine): MarkdownEngine;
}

export function createMarkdownItExtender(server: ServerClient): MarkdownItExtender {
  const settings = new PageSettings(server);
  return {
    extendMarkdownIt: (md) =>
      decorateMarkdownIt(md, {
        settingOf: (source) => {
          const post = postWith(source);
          return post && settings.of(post);
        },
      }),
  };
}

/** VS Code does not tell an engine which document it parses: only the text does. */
function postWith(source: string): vscode.Uri | null {
  const post = vscode.workspace.textDocuments.find(
    (document) => document.languageId === 'markdown' && document.getText() === source,
  );
  return post?.uri ?? null;
}

/** What the server last said of each post; an engine cannot wait for it. */
class PageSettings {
  readonly #server: ServerClient;
  readonly #known = new Map<string, Setting>();

  constructor(server: ServerClient) {
    this.#server = server;
  }

  /** Asks again each time, and has the preview drawn again where the answer is another. */
  of(post: vscode.Uri): Setting {
    const uri = post.toString();
    void this.#ask(uri).catch(() => undefined);
    return this.#known.get(uri) ?? null;
  }

  async #ask(uri: string): Promise<void> {
    const request: PostRequest = { uri };
    const setting = await this.#server.request<Setting>(serverRequests.pageSetting, request);
    const known = this.#known.get(uri) ?? null;
    if (JSON.stringify(setting) === JSON.stringify(known)) return;
    this.#known.set(uri, setting);
    await vscode.commands.executeCommand('markdown.preview.refresh');
  }
}

// The preview in a tab: the page and script of the extension, fed by a running language server.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { previewHtml } from '../../../src/extension/previewHtml.js';
import { previewNotifications, type FromPreview } from '../../../src/protocol/preview.js';
import {
  isFromPreview,
  isSessionMessage,
  isToPreview,
} from '../../../src/protocol/previewGuards.js';
import { LanguageClient } from '../../support/languageClient.js';
import { openTab, type Tab } from './tab.js';

const root = path.resolve(import.meta.dirname, '../../..');
const previewOrigin = 'https://preview.example/';
const session = '1';
/** How long one post may take, on a machine that does other things too. */
const patience = 60_000;

interface PreviewChoices {
  readonly script: string;
  /** Without it the sanitizer stands alone. */
  readonly policy?: boolean;
}

export class PreviewTab {
  readonly tab: Tab;
  /** What the preview asked the extension to do. */
  readonly said: FromPreview[] = [];
  readonly #client: LanguageClient;
  readonly #uri: string;
  #acknowledged = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(tab: Tab, client: LanguageClient) {
    this.tab = tab;
    this.#client = client;
    this.#uri = client.uri('post.md');
  }

  static async open({ script, policy = true }: PreviewChoices): Promise<PreviewTab> {
    const html = pageHtml(policy);
    const tab = await openTab((url) => answer(url, html, script));
    const preview = new PreviewTab(tab, await LanguageClient.start());
    await preview.#connect();
    return preview;
  }

  /** Replaces the post, and waits until the preview shows it wholly. */
  async write(text: string): Promise<void> {
    const before = this.#acknowledged;
    await this.#client.edit(this.#uri, [0, 0, 1e9, 0], text);
    await this.#until(() => this.#acknowledged > before);
    await this.tab.page.evaluate(async () => {
      do await new Promise(requestAnimationFrame);
      while (document.querySelector('main .formula[data-tex]'));
    });
  }

  async close(): Promise<void> {
    await this.tab.page.context().close();
    await this.#client.stop();
  }

  async #until(isSo: () => boolean): Promise<void> {
    const overdue = new Promise<never>((_, reject) => {
      setTimeout(reject, patience, new Error('The preview shows nothing new.')).unref();
    });
    while (!isSo()) {
      await Promise.race([new Promise<void>((resolve) => this.#waiting.add(resolve)), overdue]);
    }
  }

  async #connect(): Promise<void> {
    const { page } = this.tab;
    const { connection } = this.#client;
    connection.onNotification(previewNotifications.toPreview, (params: unknown) => {
      if (!isSessionMessage(params, isToPreview)) throw new Error('The guard refuses it.');
      void page.evaluate((message) => {
        window.postMessage(message, '*');
      }, params.message);
    });
    await this.#client.open(this.#uri, 'start\n');
    await connection.sendNotification(previewNotifications.open, { session, uri: this.#uri });
    await page.exposeFunction('toExtension', (message: unknown) => {
      this.#hear(message);
    });
    await page.addInitScript(() => {
      const { toExtension } = window as unknown as { toExtension: (message: unknown) => void };
      const api = { postMessage: toExtension, getState: () => null, setState: () => undefined };
      Object.assign(window, { acquireVsCodeApi: () => api });
    });
    await page.goto(previewOrigin);
    await this.#until(() => this.#acknowledged > 0);
    this.tab.happenings.navigations.length = 0;
  }

  #hear(message: unknown): void {
    if (!isFromPreview(message)) throw new Error(`The guard refuses ${JSON.stringify(message)}`);
    this.said.push(message);
    if (message.kind === 'acknowledge') this.#acknowledged++;
    void this.#client.connection.sendNotification(previewNotifications.fromPreview, {
      session,
      message,
    });
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

function pageHtml(policy: boolean): string {
  const html = previewHtml({
    root: 'postulate',
    language: 'en',
    title: 'post.md',
    ownSource: previewOrigin,
    nonce: 'nonce',
    remoteImages: false,
    styleSheets: ['/media/katex/katex.min.css', '/media/preview.css'],
    script: '/media/preview.js',
    data: { uri: 'file:///post.md', base: `${previewOrigin}posts/`, 'remote-images': 'false' },
  });
  return policy ? html : html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

function answer(url: URL, html: string, script: string): ReturnType<Parameters<typeof openTab>[0]> {
  if (`${url.origin}/` !== previewOrigin) return 'elsewhere';
  const address = url.pathname;
  if (address === '/') return { type: 'text/html', body: html };
  if (address === '/media/preview.js') return { type: 'text/javascript', body: script };
  const type = types[path.extname(address)];
  if (type === undefined || !address.startsWith('/media/')) return 'not found';
  const file = path.join(root, address.replace('/media/katex/', '/node_modules/katex/dist/'));
  return { type, body: readFileSync(file) };
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

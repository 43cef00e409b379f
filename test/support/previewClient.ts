// A preview over the protocol: what a webview would hear and say.
import {
  previewNotifications,
  previewProtocolVersion,
  type FromPreview,
  type PreviewPatch,
  type ToPreview,
} from '../../src/protocol/preview.js';
import { isSessionMessage, isToPreview } from '../../src/protocol/previewGuards.js';
import type { LanguageClient } from './languageClient.js';

/** A preview that acknowledges what it gets. */
export class PreviewClient {
  readonly language: LanguageClient;
  readonly uri: string;
  readonly patches: PreviewPatch[] = [];
  /** Everything else that came. */
  readonly others: Exclude<ToPreview, PreviewPatch>[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(language: LanguageClient, name: string) {
    this.language = language;
    this.uri = language.uri(name);
    language.connection.onNotification(previewNotifications.toPreview, (params: unknown) => {
      if (!isSessionMessage(params, isToPreview)) throw new Error('The guard refuses it.');
      this.#receive(params.message);
    });
  }

  async open(text: string): Promise<void> {
    await this.language.open(this.uri, text);
    const { connection } = this.language;
    await connection.sendNotification(previewNotifications.open, { session: '1', uri: this.uri });
    this.say({ kind: 'ready', protocol: previewProtocolVersion });
  }

  say(message: FromPreview): void {
    void this.language.connection.sendNotification(previewNotifications.fromPreview, {
      session: '1',
      message,
    });
  }

  /** The first patch that passes the test, older ones included. */
  async patch(passes: (patch: PreviewPatch) => boolean): Promise<PreviewPatch> {
    for (;;) {
      const found = this.patches.find(passes);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #receive(message: ToPreview): void {
    if (message.kind === 'patch') {
      this.patches.push(message);
      this.say({ kind: 'acknowledge', revision: message.revision });
    } else this.others.push(message);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

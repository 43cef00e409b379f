// All open previews of a server: which post each one shows, and what reaches it.
import type { BlockChange } from '../core/markdown/blockChange.js';
import type { Snapshot } from '../core/post/facts.js';
import type {
  FormulaRequest,
  FormulaSource,
  ForServer,
  PeekedEquation,
  PreviewCaret,
  ToPreview,
} from '../protocol/preview.js';
import { editContext, openContext, type PostContext } from '../render/postContext.js';
import type { LinkedSnapshot } from './linkedSnapshot.js';
import type { PreviewedPost } from './postForPreview.js';
import { PreviewSession } from './previewSession.js';

interface PreviewSources {
  /** The newest snapshot of an open post. */
  snapshot(uri: string): Snapshot | undefined;
  /** A snapshot as previews ask for it. */
  previewed(uri: string, snapshot: Snapshot, context: PostContext): PreviewedPost;
  /** The post with the equation that a link of a post leads to. */
  linked(uri: string, target: string): Promise<LinkedSnapshot | null>;
  send(session: string, message: ToPreview): void;
  /** A reader moved the slider of a line. */
  slide(uri: string, line: string, value: number): void;
  /** No preview shows the post any more. */
  closed(uri: string): void;
}

interface OpenPreview {
  readonly uri: string;
  readonly session: PreviewSession;
}

interface ShownPost {
  readonly snapshot: Snapshot;
  readonly context: PostContext;
}

export class PreviewSessions {
  readonly #sources: PreviewSources;
  readonly #open = new Map<string, OpenPreview>();
  /** Posts that a preview shows, by URI. */
  readonly #posts = new Map<string, ShownPost>();

  constructor(sources: PreviewSources) {
    this.#sources = sources;
  }

  open(name: string, uri: string): void {
    const session = new PreviewSession({
      send: (message) => {
        this.#sources.send(name, message);
      },
      peekLink: (target) => this.#peekLink(uri, target),
      slide: (line, value) => {
        this.#sources.slide(uri, line, value);
      },
    });
    this.#open.set(name, { uri, session });
    const snapshot = this.#sources.snapshot(uri);
    if (snapshot && this.#posts.get(uri)?.snapshot !== snapshot) this.#read(uri, snapshot);
    const post = this.#posts.get(uri);
    if (post) session.open(this.#sources.previewed(uri, post.snapshot, post.context));
  }

  close(name: string): void {
    const uri = this.#open.get(name)?.uri;
    this.#open.delete(name);
    if (uri === undefined || this.#sessionsOf(uri).length > 0) return;
    this.#posts.delete(uri);
    this.#sources.closed(uri);
  }

  receive(name: string, message: ForServer): void | Promise<void> {
    return this.#open.get(name)?.session.receive(message);
  }

  moveCaret({ session, caret }: PreviewCaret): void {
    this.#open.get(session)?.session.moveCaret(caret);
  }

  formula({ session, place }: FormulaRequest): FormulaSource | null {
    return this.#open.get(session)?.session.formula(place) ?? null;
  }

  /** The post was opened, or edited: then `change` says which blocks of the last snapshot became others. */
  postChanged(uri: string, snapshot: Snapshot, change: BlockChange | null): void {
    const sessions = this.#sessionsOf(uri);
    if (sessions.length === 0) return;
    const previous = this.#posts.get(uri);
    if (previous && change) {
      const context = editContext(previous.context, snapshot.blocks.blocks, change);
      this.#posts.set(uri, { snapshot, context });
    } else this.#read(uri, snapshot);
    const post = this.#previewed(uri);
    if (!post) return;
    for (const session of sessions) {
      if (previous && change) session.change(post, change);
      else session.open(post);
    }
  }

  /** Results of evaluation came, or the site is another: no block changed. */
  refresh(uri: string): void {
    const post = this.#previewed(uri);
    if (post) for (const session of this.#sessionsOf(uri)) session.refresh(post);
  }

  async #peekLink(uri: string, target: string): Promise<PeekedEquation | null> {
    const linked = await this.#sources.linked(uri, target);
    if (!linked) return null;
    if (linked.uri === uri) return this.#previewed(uri)?.peekAnchor(linked.fragment) ?? null;
    const { snapshot, fragment } = linked;
    const post = this.#sources.previewed(linked.uri, snapshot, contextOf(snapshot));
    const equation = post.peekAnchor(fragment);
    return equation && { ...equation, post: snapshot.facts.title ?? snapshot.path };
  }

  #read(uri: string, snapshot: Snapshot): void {
    this.#posts.set(uri, { snapshot, context: contextOf(snapshot) });
  }

  #previewed(uri: string): PreviewedPost | null {
    const post = this.#posts.get(uri);
    return post ? this.#sources.previewed(uri, post.snapshot, post.context) : null;
  }

  #sessionsOf(uri: string): readonly PreviewSession[] {
    return [...this.#open.values()]
      .filter((open) => open.uri === uri)
      .map(({ session }) => session);
  }
}

function contextOf({ site, blocks, math }: Snapshot): PostContext {
  return openContext(site, blocks.blocks, math[0]?.macrosBefore);
}

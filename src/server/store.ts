// The open posts: one snapshot each, kept in step with the editor by edits of lines.
import type { BlockChange } from '../core/markdown/blockChange.js';
import type { Snapshot } from '../core/post/facts.js';
import { editSnapshot, openSnapshot, type PostText } from '../core/post/snapshot.js';
import type { TextEdit } from '../core/text/lines.js';
import { uriKey } from './uri.js';

export interface OpenPost {
  readonly uri: string;
  readonly snapshot: Snapshot;
}

/** `change` is `null` where the post is new, or another text or site altogether. */
type PostListener = (post: OpenPost, change: BlockChange | null) => void;

/** What a post is read with: its path in its blog, its site, the macros of the blog. */
export type PostSetting = Pick<PostText, 'path' | 'site' | 'macros'>;

/** An edit, or the whole text anew. */
export type PostEdit = TextEdit | { readonly text: string };

export class PostStore {
  readonly #posts = new Map<string, { readonly post: OpenPost; readonly setting: PostSetting }>();
  readonly #changeListeners = new Set<PostListener>();
  readonly #closeListeners = new Set<(post: OpenPost) => void>();

  get(uri: string): OpenPost | undefined {
    return this.#posts.get(uriKey(uri))?.post;
  }

  all(): readonly OpenPost[] {
    return Array.from(this.#posts.values(), ({ post }) => post);
  }

  /** Answers with a function that ends the listening. */
  onDidChange(listener: PostListener): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  onDidClose(listener: (post: OpenPost) => void): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  open(uri: string, version: number, text: string, setting: PostSetting): void {
    const snapshot = openSnapshot({ ...setting, version, text });
    this.#set({ uri, snapshot }, setting, null);
  }

  edit(uri: string, version: number, edits: readonly PostEdit[]): void {
    const held = this.#posts.get(uriKey(uri));
    if (!held) return;
    // What came before the last replacement of the whole text no longer matters.
    const whole = lastWholeText(edits);
    const lineEdits = edits.slice(whole + 1).filter((edit) => 'start' in edit);
    const text = edits[whole]?.text;
    const base =
      text === undefined ? held.post.snapshot : openSnapshot({ ...held.setting, version, text });
    const { snapshot, change } = editSnapshot(base, version, lineEdits);
    this.#set({ uri: held.post.uri, snapshot }, held.setting, text === undefined ? change : null);
  }

  /** The post's blog, or what its site is, turned out to be another. */
  reset(uri: string, setting: PostSetting): void {
    const held = this.#posts.get(uriKey(uri));
    if (!held || sameSetting(held.setting, setting)) return;
    const { lines, version } = held.post.snapshot;
    this.open(held.post.uri, version, lines.join(''), setting);
  }

  close(uri: string): void {
    const held = this.#posts.get(uriKey(uri));
    if (!held) return;
    this.#posts.delete(uriKey(uri));
    for (const listener of this.#closeListeners) listener(held.post);
  }

  #set(post: OpenPost, setting: PostSetting, change: BlockChange | null): void {
    this.#posts.set(uriKey(post.uri), { post, setting });
    for (const listener of this.#changeListeners) listener(post, change);
  }
}

function lastWholeText(edits: readonly PostEdit[]): number {
  let at = edits.length - 1;
  while (at >= 0 && 'start' in (edits[at] ?? {})) at--;
  return at;
}

export function sameSetting(left: PostSetting, right: PostSetting): boolean {
  return (
    left.path === right.path &&
    left.macros === right.macros &&
    left.site.markdown === right.site.markdown &&
    left.site.math === right.site.math &&
    left.site.tags === right.site.tags &&
    left.site.passthrough === right.site.passthrough &&
    left.site.typographer === right.site.typographer
  );
}

// The equation behind a label, of any post of the blog, with its picture: for hovers and completion.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { equationOf } from '../language/equation.js';
import { findLabel } from '../language/countingLabel.js';
import type { Blog } from './blog.js';
import { pictureToHover } from './formulaPicture.js';
import { nameOfPost, type ShownEquation } from './hoverText.js';
import type { Server } from './serverParts.js';

interface AskedEquation {
  readonly blog: Blog;
  /** The post that is shown. */
  readonly post: Snapshot;
  /** The post that holds the equation. */
  readonly path: string;
  readonly key: string;
}

export async function shownEquation(
  server: Server,
  { blog, post, path, key }: AskedEquation,
  token: CancellationToken,
): Promise<ShownEquation | null> {
  const holder = path === post.path ? post : await server.blogs.snapshotOf(blog, path);
  const label = holder && findLabel(holder.facts.labels, key);
  const equation = label && equationOf(holder, label);
  if (!equation) return null;
  const block = holder.facts.displays[label.display]?.block ?? 0;
  const formula = { block, tex: equation.tex, display: true };
  const picture = await pictureToHover(server, holder, formula, token);
  return { ...equation, picture, post: holder === post ? null : nameOfPost(holder) };
}

// The equation behind a label, of any post of the blog, with its picture: for hovers and completion.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { equationOf } from '../language/equation.js';
import { findLabel } from '../language/symbol.js';
import type { Blog } from './blog.js';
import type { Blogs } from './blogs.js';
import type { ShownEquation } from './hoverText.js';
import type { Pictures } from './pictures.js';
import { preambleOf } from './preamble.js';
import type { Settings } from './settings.js';

interface ShowingParts {
  readonly blogs: Blogs;
  readonly pictures: Pictures;
  readonly settings: () => Settings;
  /** The colour of text in the editor's theme. */
  readonly foreground: () => string;
}

interface AskedEquation {
  readonly blog: Blog;
  /** The post that is shown. */
  readonly post: Snapshot;
  /** The post that holds the equation. */
  readonly path: string;
  readonly key: string;
}

export async function shownEquation(
  { blogs, pictures, settings, foreground }: ShowingParts,
  { blog, post, path, key }: AskedEquation,
  token: CancellationToken,
): Promise<ShownEquation | null> {
  const holder = path === post.path ? post : await blogs.snapshotOf(blog, path);
  const label = holder && findLabel(holder.facts.labels, key);
  const equation = label && equationOf(holder, label);
  if (!equation) return null;
  const { title, displays } = holder.facts;
  const block = displays[label.display]?.block ?? 0;
  const preamble = preambleOf(holder, block, equation.tex);
  const job = { tex: equation.tex, display: true, preamble, colour: foreground() };
  const picture = settings().hoverPictures
    ? await pictures.picture(job, (cancel) => token.onCancellationRequested(cancel))
    : null;
  const name = title === null ? holder.path : `《${title}》`;
  return { ...equation, picture, post: holder === post ? null : name };
}

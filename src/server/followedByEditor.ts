// Whether VS Code's own Markdown features follow a file that moves, by its settings `markdown.updateLinksOnFileMove`.
import picomatch from 'picomatch';
import type { Blog } from './blog.js';
import type { Server } from './serverParts.js';
import { uriKey } from './uri.js';

/** They look at where the file is going. */
export async function followedByEditor(
  { connection, settings, files }: Pick<Server, 'connection' | 'settings' | 'files'>,
  blog: Blog,
  from: string,
  to: string,
): Promise<boolean> {
  if (!settings.isAnswered) return false;
  const section = 'markdown.updateLinksOnFileMove';
  const answer: unknown = await connection.workspace.getConfiguration({ scopeUri: to, section });
  if (typeof answer !== 'object' || answer === null) return false;
  const { enabled, include, enableForDirectories } = answer as Readonly<Record<string, unknown>>;
  if (enabled !== 'prompt' && enabled !== 'always') return false;
  const globs = Array.isArray(include) ? include.filter((glob) => typeof glob === 'string') : [];
  const path = uriKey(to).replace(/^[^:]*:\/\/[^/]*/, '');
  if (globs.some((glob) => picomatch.isMatch(path, glob))) return true;
  if (enableForDirectories === false) return false;
  return (await files.kindBelow(blog.folder, from)) === 'directory';
}

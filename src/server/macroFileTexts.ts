// The files that say what macros hold in all posts of a blog, as far as they belong to that blog alone.
import { joinPath } from '../core/blog/links.js';
import { bytesOf } from '../core/post/size.js';
import { isMacroFile, maxMacroFileSize } from '../core/site/blogMacros.js';
import { parseConfig } from '../core/site/parseConfig.js';
import { splitLines } from '../core/text/lines.js';
import type { MacroFileText } from '../language/symbols/macroFile.js';
import type { Blog } from './blog.js';
import type { Server } from './serverParts.js';
import { textNow } from './textNow.js';
import { nameOf, uriKey } from './uri.js';

type Parts = Pick<Server, 'files' | 'connection' | 'blogs'>;

/** Its configuration, and the files in its folder that the configuration names. */
export async function macroFileTexts(server: Parts, blog: Blog): Promise<readonly MacroFileText[]> {
  const { file } = blog.config;
  const config = file === null ? null : await textOf(server, blog, nameOf(file));
  if (file === null || config === null) return [];
  const found: MacroFileText[] = [fileText(nameOf(file), 'json', config)];
  const others = await filesOfOthers(server, blog);
  for (const path of pathsIn(config)) {
    const text = others.has(uriKey(blog.uriOf(path))) ? null : await textOf(server, blog, path);
    if (text !== null) found.push(fileText(path, 'tex', text));
  }
  return found;
}

function fileText(path: string, form: MacroFileText['form'], text: string): MacroFileText {
  return { path, form, version: 0, lines: splitLines(text) };
}

/** Below the folder of the configuration: what lies elsewhere may be read by any blog. */
function pathsIn(config: string): readonly string[] {
  return parseConfig(config).config.macroFiles.flatMap(({ path: named }) => {
    const path =
      isMacroFile(named) && !/^(?:[\\/]|[a-z]+:)/i.test(named) ? joinPath('', named) : null;
    return path ?? [];
  });
}

/** By the keys of their URIs. */
async function filesOfOthers(server: Parts, blog: Blog): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const other of server.blogs.all()) {
    const { file } = other.config;
    if (other === blog || file === null) continue;
    const config = (await textOf(server, other, nameOf(file))) ?? '';
    for (const path of pathsIn(config)) keys.add(uriKey(other.uriOf(path)));
  }
  return keys;
}

function textOf(server: Parts, blog: Blog, path: string): Promise<string | null> {
  const limit = bytesOf(maxMacroFileSize);
  return textNow(server, blog.uriOf(path), () => server.files.readBelow(blog.folder, path, limit));
}

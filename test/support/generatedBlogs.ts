// Blogs made at random: posts whose links, worksheets and macros name what is in them and in one another.
import fc from 'fast-check';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import { encodeForLink, labelAddress } from '../../src/core/blog/links.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import { splitLines } from '../../src/core/text/lines.js';
import type { SymbolTexts } from '../../src/language/symbol.js';
import type { WorksheetText } from '../../src/language/symbols/occurrence.js';
import { referenceKey } from './formulaGenerator.js';
import { generatedPost } from './postGenerator.js';

/** The texts of posts and worksheets by their paths. */
export type BlogTexts = Readonly<Record<string, string>>;

export interface OpenBlog extends SymbolTexts {
  readonly index: BlogIndex;
}

const fragment = fc
  .tuple(fc.constantFrom('', 'mjx-eqn:'), referenceKey)
  .map(([prefix, key]) => prefix + encodeForLink(labelAddress(key)));

const target = fc
  .tuple(fc.constantFrom('', '/a.md', '/b.md', '/series/c', 'b.md'), fragment)
  .map(([path, fragment]) => `${path}#${fragment}`);

export const macroNames: readonly string[] = ['ma', 'mb', 'mc'];
const macro = fc.constantFrom(...macroNames);
const twoMacros = fc.tuple(macro, macro);

const naming: fc.Arbitrary<string> = fc.oneof(
  target.map((target) => `见[(1)](${target})与 [there](<${target}> "title")`),
  fc
    .tuple(target, fc.constantFrom('p', 'q'))
    .map(([target, label]) => `[x][${label}]\n\n[${label}]: ${target}`),
  target.map((target) => `\`[(1)](${target})\` <!-- [(1)](${target}) -->`),
  referenceKey.map((key) => `<!-- eval: \\eqref{${key}} -->`),
  target.map((target) => `\`\`\`eval\n\\eqref{ ${target} }\n\`\`\``),
  twoMacros.map(([one, other]) => `$\\newcommand{\\${one}}[1]{(#1)^\\${other}}$`),
  twoMacros.map(([one, other]) => `$$\\def\\${one}{x} \\${one} + \\${other}{y} % \\${other}\n$$`),
  macro.map((name) => `$\\renewcommand\\${name}{z}\\${name}x$ and \\${name}`),
  macro.map((name) => `<!-- eval: \\${name} = 1 -->`),
);

const text = fc
  .tuple(generatedPost, fc.array(naming, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
  .map(([{ text }, lines, end]) => [text, ...lines, ''].join('\n\n').replaceAll('\n', end));

const worksheet = fc
  .array(fc.oneof(referenceKey, target), { maxLength: 3 })
  .map((keys) => keys.map((key) => `\\eqref{${key}}\n\\ma\n`).join(''));

export const generatedBlog: fc.Arbitrary<BlogTexts> = fc.record({
  'a.md': text,
  'b.md': text,
  'series/c.md': text,
  'a.eval': worksheet,
  'b.eval': worksheet,
});

export function openBlog(texts: BlogTexts, site: Partial<Site> = {}): OpenBlog {
  const posts: Snapshot[] = [];
  const worksheets: WorksheetText[] = [];
  const index = new BlogIndex();
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith('.eval')) {
      const post = path.replace(/eval$/, 'md');
      worksheets.push({ path, post, version: 1, lines: splitLines(text) });
      continue;
    }
    const post = openSnapshot({ path, version: 1, text, site: { ...assumedSite, ...site } });
    posts.push(post);
    index.updatePost(path, post.facts);
  }
  index.isComplete = true;
  return { posts, worksheets, macroFiles: [], index };
}

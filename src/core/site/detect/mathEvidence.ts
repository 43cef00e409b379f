// Which math engine pages load, and how it numbers: told by templates and scripts, none of which is run.
import type { MathEngine, SiteSource, TagMode } from '../site.js';
import type { Stated, StatedSite } from './detectedSite.js';
import type { SiteFolder } from './siteFolder.js';

/** More of a file is a library itself. */
const longestTemplate = 200_000;

/**
 * The engine and its tags as the files say that `isTemplate` chooses. Where they name several, none is
 * stated. An engine whose tags are named nowhere numbers nothing by itself.
 */
export function mathEvidence(
  folder: SiteFolder,
  isTemplate: (path: string) => boolean,
): Pick<StatedSite, 'math' | 'tags'> {
  const engines: Stated<MathEngine>[] = [];
  const tags: Stated<TagMode>[] = [];
  for (const [file, text] of [...folder.texts].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (!isTemplate(file) || text.length > longestTemplate) continue;
    for (const [line, content] of withoutComments(text).split('\n').entries()) {
      const source = { file, line };
      engines.push(...enginesIn(content, source));
      tags.push(...tagsIn(content, source));
    }
  }
  const math = onlyOne(engines);
  if (math === null) return {};
  if (math.value === 'katex') return { math };
  const stated =
    tags.length === 0 ? { value: 'none' as const, source: math.source } : onlyOne(tags);
  return stated === null ? { math } : { math, tags: stated };
}

function enginesIn(line: string, source: SiteSource): readonly Stated<MathEngine>[] {
  const found: Stated<MathEngine>[] = [];
  for (const [, major] of line.matchAll(/mathjax(?:@|\/)([234])(?=[./"'])/gi)) {
    if (major !== undefined) found.push({ value: `mathjax${major}` as MathEngine, source });
  }
  if (/\bMathJax\.js\b|mathjax\/latest\//i.test(line) && found.length === 0) {
    found.push({ value: 'mathjax2', source });
  }
  if (
    /\bkatex(?:@[\w.-]+)?(?:\/dist)?(?:\/contrib)?\/(?:katex|auto-render)(?:\.min)?\.m?js\b/i.test(
      line,
    )
  )
    found.push({ value: 'katex', source });
  return found;
}

function tagsIn(line: string, source: SiteSource): readonly Stated<TagMode>[] {
  const named = /\b(?:tags|autoNumber)["']?\s*:\s*["'](none|ams|all)["']/gi;
  return [...line.matchAll(named)].map(([, mode = '']) => ({
    value: mode.toLowerCase() as TagMode,
    source,
  }));
}

function onlyOne<Value>(stated: readonly Stated<Value>[]): Stated<Value> | null {
  const [first] = stated;
  return first && stated.every(({ value }) => value === first.value) ? first : null;
}

const comments =
  /<!--[^]*?-->|\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}|\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}|\/\*[^]*?\*\/|^[^\S\n]*\/\/.*$/gm;

/** Every line stays where it is. */
function withoutComments(text: string): string {
  return text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));
}

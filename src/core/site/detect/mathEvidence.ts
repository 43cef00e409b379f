// Which math engine pages load, and how it numbers: told by templates and scripts, none of which is run.
import type { MathEngine, SiteSource, TagMode } from '../site.js';
import type { Stated, StatedSite } from './detectedSite.js';
import type { SiteFolder } from './siteFolder.js';

/** What is longer is a library, which may load an engine for a use of its own: that of Distill does. */
const longestTemplate = 50_000;

/**
 * The engine and its tags as the files say that `isTemplate` chooses. Where they name several, or a
 * variable, none is stated. An engine whose tags are named nowhere numbers nothing by itself.
 */
export function mathEvidence(
  folder: SiteFolder,
  isTemplate: (path: string) => boolean,
): Pick<StatedSite, 'math' | 'tags'> {
  const engines: Stated<MathEngine>[] = [];
  const tags: Stated<TagMode | null>[] = [];
  for (const [file, text] of [...folder.texts].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (!isTemplate(file) || text.length > longestTemplate) continue;
    const said = file.endsWith('.yml') ? withoutYamlComments(text) : withoutComments(text);
    const isOfMath = /mathjax|\btex\b/i.test(said);
    for (const [line, content] of said.split('\n').entries()) {
      const source = { file, line };
      engines.push(...enginesIn(content, source));
      // Elsewhere, tags are those of posts.
      if (isOfMath) tags.push(...tagsIn(content, source));
    }
  }
  const math = onlyOne(engines);
  if (math === null && engines.length > 0) return {};
  return { ...(math && { math }), ...(math?.value === 'katex' ? {} : tagsOf(tags, math)) };
}

/** Scripts of the site itself, which name no version, may have tags too. */
function tagsOf(
  named: readonly Stated<TagMode | null>[],
  math: Stated<MathEngine> | null,
): Pick<StatedSite, 'tags'> {
  if (named.length === 0) return math ? { tags: { value: 'none', source: math.source } } : {};
  const only = onlyOne(named);
  return only && only.value !== null ? { tags: { value: only.value, source: only.source } } : {};
}

function enginesIn(line: string, source: SiteSource): readonly Stated<MathEngine>[] {
  const found: Stated<MathEngine>[] = [];
  for (const [, major] of line.matchAll(/mathjax(?:@|\/)([234])(?=[./"'])/gi)) {
    if (major !== undefined) found.push({ value: `mathjax${major}` as MathEngine, source });
  }
  // Of this name, in these letters, is the second version alone; sites call their settings mathjax.js.
  if (/\bMathJax\.js\b|mathjax\/latest\//.test(line) && found.length === 0) {
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

/** `null` for a value that is none of the modes: what a variable holds, no file says. */
function tagsIn(line: string, source: SiteSource): readonly Stated<TagMode | null>[] {
  const named = /\b(?:tags|autoNumber)["']?\s*:\s*(?:["'](none|ams|all)["'])?/gi;
  return [...line.matchAll(named)].map(([, mode]) => ({
    value: mode === undefined ? null : (mode.toLowerCase() as TagMode),
    source,
  }));
}

function onlyOne<Value>(stated: readonly Stated<Value>[]): Stated<Value> | null {
  const [first] = stated;
  return first && stated.every(({ value }) => value === first.value) ? first : null;
}

const opening = /<!--|\{%-?\s*comment\s*-?%\}|\/\*|^[ \t]*\/\/.*/gm;

const closings: readonly (readonly [opening: string, closing: RegExp])[] = [
  ['<!--', /-->/g],
  ['{%', /\{%-?\s*endcomment\s*-?%\}/g],
  ['/*', /\*\//g],
];

/** Every line stays where it is. A comment that nothing closes is none. */
function withoutComments(text: string): string {
  const unclosed = new Set<RegExp>();
  let kept = '';
  let from = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const end = endOfComment(text, found[0], opening.lastIndex, unclosed);
    if (end === null) continue;
    kept += text.slice(from, found.index) + text.slice(found.index, end).replace(/[^\n]/g, ' ');
    from = end;
    opening.lastIndex = end;
  }
  return kept + text.slice(from);
}

/** What is nowhere further on is looked for once: else many openings would take minutes. */
function endOfComment(
  text: string,
  open: string,
  from: number,
  unclosed: Set<RegExp>,
): number | null {
  const [, closing] = closings.find(([start]) => open.startsWith(start)) ?? [];
  if (!closing) return from;
  if (unclosed.has(closing)) return null;
  closing.lastIndex = from;
  if (closing.test(text)) return closing.lastIndex;
  unclosed.add(closing);
  return null;
}

/** In YAML, `/*` is part of a path. */
function withoutYamlComments(text: string): string {
  return text.replace(/(^|[ \t])#.*/gm, '$1');
}

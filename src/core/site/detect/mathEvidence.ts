// Which math engine pages load, and how it numbers: told by templates and scripts, none of which is run.
import type { MathEngine, SiteSource, TagMode } from '../site.js';
import type { Stated, StatedSite } from './detectedSite.js';
import type { SiteFolder } from './siteFolder.js';

/** What is longer is a library, which may load an engine for a use of its own: that of Distill does. */
const longestTemplate = 50_000;

/**
 * The engine and its tags as the files say that `isTemplate` chooses. Where they name several, or a
 * variable, none is stated. An engine whose tags are named nowhere numbers nothing by itself, unless
 * they may stand in a script that was not read.
 */
export function mathEvidence(
  folder: SiteFolder,
  isTemplate: (path: string) => boolean,
): Pick<StatedSite, 'math' | 'tags'> {
  const lines = templateLines(folder, isTemplate);
  const engines = lines.flatMap(({ text, source }) => enginesIn(text, source));
  const math = onlyOne(engines);
  if (math === null && engines.length > 0) return {};
  if (math?.value === 'katex') return { math };
  const tags = tagsOf(lines, folder, math);
  return { ...(math && { math }), ...(tags && { tags }) };
}

export interface TemplateLine {
  readonly text: string;
  readonly source: SiteSource;
  /** Its file names MathJax or its settings: elsewhere, tags are those of posts. */
  readonly isOfMath: boolean;
}

/** The lines of the templates, in the order of their files, without comments. */
export function templateLines(
  folder: SiteFolder,
  isTemplate: (path: string) => boolean,
): readonly TemplateLine[] {
  const files = [...folder.texts].sort(([left], [right]) => (left < right ? -1 : 1));
  return files.flatMap(([file, text]) => {
    if (!isTemplate(file) || text.length > longestTemplate) return [];
    const said = file.endsWith('.yml') ? withoutYamlComments(text) : withoutComments(text);
    const isOfMath = /mathjax|\btex\b/i.test(said);
    return said.split('\n').map((text, line) => ({ text, source: { file, line }, isOfMath }));
  });
}

/** Scripts of the site itself, which name no version, may have tags too. */
function tagsOf(
  lines: readonly TemplateLine[],
  folder: SiteFolder,
  math: Stated<MathEngine> | null,
): Stated<TagMode> | null {
  const named = lines.flatMap(({ text, source, isOfMath }) =>
    isOfMath ? tagsIn(text, source) : [],
  );
  const only = onlyOne(named);
  if (only && only.value !== null) return { value: only.value, source: only.source };
  const isSilent = named.length === 0 && !lines.some(({ text }) => namesUnread(text, folder));
  return math && isSilent ? { value: 'none', source: math.source } : null;
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

/** Whether a script of the site itself is named that may set the engine up, and lies where none was read. */
function namesUnread(line: string, folder: SiteFolder): boolean {
  const scripts = line.matchAll(/(?<![\w/.:@-])\/?(?:[\w-]+\/)*([\w-]*(?:math|tex)[\w-]*\.js)\b/gi);
  const read = [...folder.texts.keys()];
  return [...scripts].some(([, name = '']) => !read.some((file) => file.endsWith(`/${name}`)));
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

// The key of the front matter without which a page loads no math engine, as templates ask for it.
import type { SiteSource } from '../site.js';
import type { Stated } from './detectedSite.js';
import { templateLines, type TemplateLine } from './mathEvidence.js';
import type { SiteFolder } from './siteFolder.js';

/** How templates of one kind ask for a key of the front matter, and take in other files. */
export interface TemplateWords {
  /** The group is a key that alone decides. */
  readonly asksForKey: RegExp;
  readonly opens: RegExp;
  readonly divides: RegExp;
  readonly closes: RegExp;
  /** The group is the name of a file. */
  readonly includes: RegExp;
}

export const liquid: TemplateWords = {
  asksForKey: /^\{%-?\s*if\s+page\.([\w-]+)(?:\s*==\s*true)?\s*-?%\}/,
  opens: /^\{%-?\s*(?:if|unless|for|case|capture|tablerow)\b/,
  divides: /^\{%-?\s*(?:else|elsif|when)\b/,
  closes: /^\{%-?\s*end(?:if|unless|for|case|capture|tablerow)\b/,
  includes: /^\{%-?\s*include(?:_cached)?\s+([\w./-]+)/,
};

export const goTemplate: TemplateWords = {
  asksForKey: /^\{\{-?\s*if\s+\$?(?:\.Page)?\.Params\.(\w+)\s*-?\}\}/,
  opens: /^\{\{-?\s*(?:if|with|range|block|define)\b/,
  divides: /^\{\{-?\s*else\b/,
  closes: /^\{\{-?\s*end\b/,
  includes: /^\{\{-?\s*partial(?:Cached)?\s+"([\w./-]+)"/,
};

/** `null` where a page may load the engine without a key, or the templates do not agree on one. */
export function mathSwitch(
  folder: SiteFolder,
  isTemplate: (path: string) => boolean,
  words: TemplateWords,
): Stated<string> | null {
  const places = placesOf(templateLines(folder, isTemplate), words);
  const found = places
    .filter(({ includes }) => includes === null)
    .flatMap((place) => conditionsOf(place, places));
  const [first] = found;
  return first && found.every((stated) => stated?.value === first.value) ? first : null;
}

/** A line that loads an engine, or takes in a file. */
interface Place {
  readonly source: SiteSource;
  /** The key that is asked for around it; `none` where nothing is, `other` where more is. */
  readonly condition: { readonly key: string } | 'none' | 'other';
  readonly includes: string | null;
}

/** What a file does without a condition, it does under those of the places that take it in. */
function conditionsOf(place: Place, places: readonly Place[]): readonly (Stated<string> | null)[] {
  if (place.condition !== 'none') return [stated(place)];
  const { file } = place.source;
  const taking = places.filter(({ includes }) => includes !== null && file.endsWith(includes));
  return taking.length === 0 ? [null] : taking.map(stated);
}

function stated({ condition, source }: Place): Stated<string> | null {
  return typeof condition === 'string' ? null : { value: condition.key, source };
}

/** A script of an engine, in a page or by its address. */
const engine =
  /<script\b[^>]*(?:mathjax|katex)|mathjax(?:@|\/)[234]|MathJax\.js\b|katex[^"']*\.m?js\b/i;

function placesOf(lines: readonly TemplateLine[], words: TemplateWords): readonly Place[] {
  const places: Place[] = [];
  let file = '';
  let open: (string | null)[] = [];
  for (const { text, source } of lines) {
    if (source.file !== file) open = [];
    file = source.file;
    const add = (includes: string | null): void => {
      places.push({ source, condition: conditionIn(open), includes });
    };
    const engineAt = text.search(engine);
    const marks = [...text.matchAll(/\{[{%]/g)].map(({ index }) => index);
    for (const at of inOrder(marks, engineAt)) {
      const rest = text.slice(at, at + longestMark);
      if (at === engineAt) add(null);
      else if (words.opens.test(rest)) open.push(words.asksForKey.exec(rest)?.[1] ?? null);
      else if (words.divides.test(rest))
        open = open.map((key, i) => (i + 1 < open.length ? key : null));
      else if (words.closes.test(rest)) open.pop();
      else {
        const included = words.includes.exec(rest)?.[1];
        if (included !== undefined) add(fileName(included));
      }
    }
  }
  return places;
}

const longestMark = 200;

function inOrder(marks: readonly number[], engineAt: number): readonly number[] {
  return engineAt < 0 ? marks : [...marks, engineAt].sort((left, right) => left - right);
}

function conditionIn(open: readonly (string | null)[]): Place['condition'] {
  const [only, ...more] = open;
  if (only === undefined) return 'none';
  return only === null || more.length > 0 ? 'other' : { key: only };
}

function fileName(included: string): string {
  return `/${included}${included.includes('.') ? '' : '.html'}`;
}

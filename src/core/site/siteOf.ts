// The site of a post: its configuration first, then what the files of its folder say, then what is assumed.
import type { Config, SiteParts } from './config.js';
import type { Stated, StatedSite } from './detect/detectedSite.js';
import {
  assumedSite,
  type DelimiterPair,
  type Site,
  type siteParts,
  type SiteReading,
  type SiteSource,
} from './site.js';

/**
 * The site of a post: `path` is relative to the folder of the config. What the config leaves open is
 * as the files of the folder say, and else assumed.
 */
export function siteOf(
  config: Config,
  file: string,
  path: string,
  matches: (globs: readonly string[], path: string) => boolean,
  detected: StatedSite = {},
): SiteReading {
  const stated = config.overrides
    .filter(({ files }) => matches(files, path))
    .reduce<SiteParts>((parts, override) => ({ ...parts, ...override.site }), config.site);
  const partOf = <Part extends PlainPart>(part: Part): SitePart<Part> => {
    const own = stated[part];
    if (own) return { value: own.value, source: { file, line: own.line } };
    return detected[part] ?? { value: assumedSite[part], source: null };
  };
  const markdown = partOf('markdown');
  const math = partOf('math');
  const tags = partOf('tags');
  const reading: SiteReading = {
    site: { markdown: markdown.value, math: math.value, tags: tags.value },
    from: { markdown: markdown.source, math: math.source, tags: tags.source },
  };
  // Other engines are told nothing, and what a file says of Goldmark holds for it alone.
  if (markdown.value !== 'goldmark') return reading;
  const passthrough = passthroughOf(stated, file, detected);
  const { typographer } = detected;
  return {
    site: {
      ...reading.site,
      ...(passthrough && { passthrough: passthrough.value }),
      ...(typographer && { typographer: typographer.value }),
    },
    from: {
      ...reading.from,
      ...(passthrough && { passthrough: passthrough.source }),
      ...(typographer && { typographer: typographer.source }),
    },
  };
}

/** Who names the engine says what it passes through; nothing said is nothing passed. */
function passthroughOf(
  stated: SiteParts,
  file: string,
  detected: StatedSite,
): Stated<readonly DelimiterPair[]> | null {
  if (stated.passthrough) {
    const { value, line } = stated.passthrough;
    return { value, source: { file, line } };
  }
  return stated.markdown ? null : (detected.passthrough ?? null);
}

type PlainPart = (typeof siteParts)[number];

interface SitePart<Part extends PlainPart> {
  readonly value: Site[Part];
  readonly source: SiteSource | null;
}

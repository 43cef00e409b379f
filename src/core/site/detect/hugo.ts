// Hugo: Goldmark, which leaves to the math engine what its passthrough extension lists.
import { delimiterPairs, type DelimiterPair } from '../site.js';
import type { Detector, Stated, StatedSite } from './detectedSite.js';
import { dataFile, type DataEntry, type DataFile } from './dataFile.js';
import { mathEvidence } from './mathEvidence.js';
import { goTemplate, mathSwitch } from './mathSwitch.js';
import { fileLike, type SiteFolder } from './siteFolder.js';

const ownNames =
  /^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json))$/;
const sharedNames = /^config\.(?:toml|ya?ml|json)$/;
const markupFile = /^config\/_default\/markup\.(?:toml|ya?ml|json)$/;

export const hugo: Detector = (folder) => {
  const source =
    fileLike(folder, ownNames) ??
    (folder.names.has('content/') ? fileLike(folder, sharedNames) : null);
  if (!source) return null;
  const math = mathEvidence(folder, isTemplate);
  return {
    generator: 'Hugo',
    source,
    site: { ...markdownOf(folder, source.file), ...math },
    templates: null,
    mathSwitch: switchOf(folder, source.file),
  };
};

function isTemplate(path: string): boolean {
  return /^(?:layouts|assets|static)\//.test(path);
}

/** The configuration may set keys for posts that do not have them. */
function switchOf(folder: SiteFolder, file: string): Stated<string> | null {
  const found = mathSwitch(folder, isTemplate, goTemplate);
  const config = dataFile(folder, file);
  return found && config && !config.at('cascade') ? found : null;
}

function markdownOf(
  folder: SiteFolder,
  file: string,
): Pick<StatedSite, 'markdown' | 'passthrough' | 'typographer'> {
  if (!canRead(folder, file)) return {};
  const handler = entryOf(folder, file, ['defaultMarkdownHandler']);
  if (handler && String(handler.value) !== 'goldmark') return {};
  const passthrough = passthroughOf(folder, file);
  const source = passthrough?.source ?? handler?.source ?? { file, line: 0 };
  const typographer = typographerOf(folder, file);
  return {
    markdown: { value: 'goldmark', source },
    ...(passthrough && { passthrough }),
    ...(typographer && { typographer }),
  };
}

/** What cannot be read may pass something through. */
function canRead(folder: SiteFolder, file: string): boolean {
  const markup = fileLike(folder, markupFile)?.file;
  return [file, markup].every((name) => name === undefined || dataFile(folder, name) !== null);
}

/** Those of blocks come first, as in Hugo. */
function passthroughOf(folder: SiteFolder, file: string): Stated<readonly DelimiterPair[]> | null {
  const keys = ['goldmark', 'extensions', 'passthrough'];
  if (entryOf(folder, file, [...keys, 'enable'])?.value !== true) return null;
  const found = ['block', 'inline'].map((kind) =>
    entryOf(folder, file, [...keys, 'delimiters', kind]),
  );
  const source = found.find((entry) => entry !== null)?.source ?? { file, line: 0 };
  return { value: found.flatMap((entry) => delimiterPairs(entry?.value) ?? []), source };
}

/** `false` in older files, a table with `disable` in newer ones; what says neither leaves it on. */
function typographerOf(folder: SiteFolder, file: string): Stated<boolean> | null {
  const keys = ['goldmark', 'extensions', 'typographer'];
  const off = entryOf(folder, file, keys);
  if (off?.value === false) return { value: false, source: off.source };
  const disabled = entryOf(folder, file, [...keys, 'disable']);
  return disabled?.value === true ? { value: false, source: disabled.source } : null;
}

/** An entry of the table `markup`, which may have a file of its own. */
function entryOf(
  folder: SiteFolder,
  file: string,
  keys: readonly string[],
): (DataEntry & Pick<Stated<unknown>, 'source'>) | null {
  const markup = fileLike(folder, markupFile)?.file;
  const own = markup === undefined ? null : located(dataFile(folder, markup), keys);
  return own ?? located(dataFile(folder, file), ['markup', ...keys]);
}

function located(
  data: DataFile | null,
  keys: readonly string[],
): (DataEntry & Pick<Stated<unknown>, 'source'>) | null {
  const entry = data?.at(...keys) ?? null;
  return data && entry ? { ...entry, source: { file: data.file, line: entry.line } } : null;
}

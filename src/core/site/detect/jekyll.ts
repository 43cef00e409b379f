// Jekyll: kramdown unless its configuration says otherwise; math as its layouts load it.
import { dataFile } from './dataFile.js';
import type { Detector, Stated, StatedSite } from './detectedSite.js';
import { mathEvidence } from './mathEvidence.js';
import { liquid, mathSwitch } from './mathSwitch.js';
import type { SiteFolder } from './siteFolder.js';

const file = '_config.yml';

export const jekyll: Detector = (folder) => {
  if (!folder.names.has(file) || !isJekyll(folder)) return null;
  const math = mathEvidence(folder, isTemplate);
  return {
    generator: 'Jekyll',
    source: { file, line: 0 },
    site: { ...markdownOf(folder), ...math },
    templates: 'liquid',
    mathSwitch: switchOf(folder),
  };
};

function isTemplate(path: string): boolean {
  return /^(?:_includes|_layouts|_scripts|assets|js)\//.test(path);
}

/** The configuration may set keys for posts that do not have them. */
function switchOf(folder: SiteFolder): Stated<string> | null {
  const found = mathSwitch(folder, isTemplate, liquid);
  const defaults = JSON.stringify(dataFile(folder, file)?.at('defaults')?.value ?? null);
  return found && !defaults.includes(`"${found.value}"`) ? found : null;
}

/** Other programs have a file of that name, too. */
function isJekyll(folder: SiteFolder): boolean {
  const config = dataFile(folder, file);
  return (
    ['_posts/', '_layouts/', '_includes/', 'Gemfile'].some((name) => folder.names.has(name)) ||
    ['markdown', 'theme', 'remote_theme'].some((key) => config?.at(key))
  );
}

function markdownOf(folder: SiteFolder): Pick<StatedSite, 'markdown'> {
  const config = dataFile(folder, file);
  if (!config) return {};
  const named = config.at('markdown') ?? { value: 'kramdown', line: 0 };
  const source = { file, line: named.line };
  const engine = String(named.value).toLowerCase();
  if (engine === 'kramdown') return { markdown: { value: 'kramdown', source } };
  if (engine.startsWith('commonmark')) return { markdown: { value: 'commonmark', source } };
  return {};
}

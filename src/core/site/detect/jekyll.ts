// Jekyll: kramdown unless its configuration says otherwise; math as its layouts load it.
import { dataFile } from './dataFile.js';
import type { Detector, StatedSite } from './detectedSite.js';
import { mathEvidence } from './mathEvidence.js';
import type { SiteFolder } from './siteFolder.js';

const file = '_config.yml';

export const jekyll: Detector = (folder) => {
  if (!folder.names.has(file) || !isJekyll(folder)) return null;
  const math = mathEvidence(folder, (path) =>
    /^(?:_includes|_layouts|_scripts|assets|js)\//.test(path),
  );
  return {
    generator: 'Jekyll',
    source: { file, line: 0 },
    site: { ...markdownOf(folder), ...math },
  };
};

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

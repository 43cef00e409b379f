// MkDocs: Python-Markdown, where arithmatex leaves all math to the math engine.
import { dataFile } from './dataFile.js';
import { plainSite, type Detector, type StatedSite } from './detectedSite.js';
import { mathEvidence } from './mathEvidence.js';
import type { SiteFolder } from './siteFolder.js';

const file = 'mkdocs.yml';

export const mkdocs: Detector = (folder) => {
  if (!folder.names.has(file)) return null;
  const math = mathEvidence(folder, (path) => path === file || /^docs\/.*\.js$/.test(path));
  return {
    generator: 'MkDocs',
    source: { file, line: 0 },
    site: { ...markdownOf(folder), ...math },
    ...plainSite,
    passthrough: null,
  };
};

/** Without arithmatex the engine is none that we know. */
function markdownOf(folder: SiteFolder): Pick<StatedSite, 'markdown'> {
  const extensions = dataFile(folder, file)?.at('markdown_extensions');
  const named = JSON.stringify(extensions?.value ?? null);
  if (!/"(?:pymdownx\.)?arithmatex"/.test(named)) return {};
  const lines = folder.texts.get(file)?.split('\n') ?? [];
  const line = lines.findIndex((candidate) => /^[^#]*\barithmatex\b/.test(candidate));
  return { markdown: { value: 'raw', source: { file, line: Math.max(0, line) } } };
}

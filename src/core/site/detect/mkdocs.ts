// MkDocs: Python-Markdown, with arithmatex where its configuration names it.
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
  };
};

/** What cannot be read, or knows math by another extension, is no engine that we know. */
function markdownOf(folder: SiteFolder): Pick<StatedSite, 'markdown'> {
  const config = dataFile(folder, file);
  if (!config) return {};
  const extensions = config.at('markdown_extensions');
  const named = JSON.stringify(extensions?.value ?? null);
  if (!/"(?:pymdownx\.)?arithmatex"/.test(named)) {
    if (/math|tex|katex/i.test(named)) return {};
    return {
      markdown: { value: 'python-markdown', source: { file, line: extensions?.line ?? 0 } },
    };
  }
  const lines = folder.texts.get(file)?.split('\n') ?? [];
  const line = lines.findIndex((candidate) => /^[^#]*\barithmatex\b/.test(candidate));
  return { markdown: { value: 'arithmatex', source: { file, line: Math.max(0, line) } } };
}

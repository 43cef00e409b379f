// Hexo: its renderer and its filter for math are packages that it depends on.
import type { SiteSource } from '../site.js';
import type { Detector, Stated, StatedSite } from './detectedSite.js';
import { dataFile, type DataFile } from './dataFile.js';
import type { SiteFolder } from './siteFolder.js';

const packageFile = 'package.json';
const tagModes = ['none', 'ams', 'all'] as const;

export const hexo: Detector = (folder) => {
  const packages = dataFile(folder, packageFile);
  const hexo = packages && dependency(packages, 'hexo');
  if (!hexo) return null;
  return {
    generator: 'Hexo',
    source: hexo,
    site: { ...markdownOf(packages), ...mathOf(folder, packages) },
    passthrough: null,
  };
};

function dependency(packages: DataFile, name: string): SiteSource | null {
  const entry = packages.at('dependencies', name) ?? packages.at('devDependencies', name);
  return entry && { file: packages.file, line: entry.line };
}

/** Others, and plugins that know math, do what no engine that we know does. */
function markdownOf(packages: DataFile): Pick<StatedSite, 'markdown'> {
  const marked = dependency(packages, 'hexo-renderer-marked');
  const other = [
    'hexo-renderer-markdown-it',
    'hexo-renderer-markdown-it-plus',
    'hexo-renderer-pandoc',
    'hexo-renderer-kramed',
  ];
  if (!marked || other.some((name) => dependency(packages, name))) return {};
  return { markdown: { value: 'commonmark', source: marked } };
}

function mathOf(folder: SiteFolder, packages: DataFile): Pick<StatedSite, 'math' | 'tags'> {
  const filter = dependency(packages, 'hexo-filter-mathjax');
  if (!filter) return {};
  const config = dataFile(folder, '_config.yml');
  const named = config?.at('mathjax', 'tags');
  const mode = tagModes.find((candidate) => candidate === named?.value);
  const tags: Stated<(typeof tagModes)[number]> =
    config && named && mode
      ? { value: mode, source: { file: config.file, line: named.line } }
      : { value: 'none', source: filter };
  return { math: { value: 'mathjax3', source: filter }, tags };
}

// Hexo: its renderer and its filter for math are packages that it depends on.
import type { SiteSource } from '../site.js';
import type { Detector, Stated, StatedSite } from './detectedSite.js';
import { dataFile, type DataFile } from './dataFile.js';
import { fileLike, type SiteFolder } from './siteFolder.js';

const packageFile = 'package.json';
const configFile = '_config.yml';
const themeFile = /^_config\.[\w-]+\.yml$/;
/** Renderers of Markdown other than `hexo-renderer-marked`, of which many are copies of one another. */
const otherRenderer =
  /"(?:@[\w.-]+\/)?hexo-renderer-(?!marked")[\w-]*(?:mark|kramed|pandoc)[\w-]*"/;
const tagModes = ['none', 'ams', 'all'] as const;

export const hexo: Detector = (folder) => {
  const packages = dataFile(folder, packageFile);
  const hexo = packages && dependency(packages, 'hexo');
  if (!hexo) return null;
  return {
    generator: 'Hexo',
    source: hexo,
    site: { ...markdownOf(folder, packages), ...mathOf(folder, packages) },
    templates: templatesOf(folder),
    mathSwitch: switchOf(folder, packages),
  };
};

function dependency(packages: DataFile, name: string): SiteSource | null {
  const entry = packages.at('dependencies', name) ?? packages.at('devDependencies', name);
  return entry && { file: packages.file, line: entry.line };
}

/** Others, and plugins that know math, do what no engine that we know does. */
function markdownOf(folder: SiteFolder, packages: DataFile): Pick<StatedSite, 'markdown'> {
  const marked = dependency(packages, 'hexo-renderer-marked');
  if (!marked || otherRenderer.test(folder.texts.get(packageFile) ?? '')) return {};
  return { markdown: { value: 'marked', source: marked } };
}

/** Renderers may be told to keep Nunjucks away from posts. */
function templatesOf({ texts }: SiteFolder): 'nunjucks' | null {
  return /\bdisableNunjucks\s*:\s*true\b/i.test(texts.get(configFile) ?? '') ? null : 'nunjucks';
}

/** The filter and the theme NexT look for the same key, unless they are told to be on every page. */
function switchOf(folder: SiteFolder, packages: DataFile): Stated<string> | null {
  const filter = dependency(packages, 'hexo-filter-mathjax');
  if (filter) {
    const config = dataFile(folder, configFile);
    const everywhere = config?.at('mathjax', 'every_page');
    return config && everywhere?.value !== true
      ? {
          value: 'mathjax',
          source: everywhere ? { file: configFile, line: everywhere.line } : filter,
        }
      : null;
  }
  const theme = dataFile(folder, fileLike(folder, themeFile)?.file ?? '');
  const everywhere = theme?.at('math', 'every_page');
  return theme && everywhere?.value === false && mathOfTheme(folder).math
    ? { value: 'mathjax', source: { file: theme.file, line: everywhere.line } }
    : null;
}

function mathOf(folder: SiteFolder, packages: DataFile): Pick<StatedSite, 'math' | 'tags'> {
  const filter = dependency(packages, 'hexo-filter-mathjax');
  if (!filter) return mathOfTheme(folder);
  const math = { value: 'mathjax3', source: filter } as const;
  const config = dataFile(folder, configFile);
  if (!config && folder.names.has(configFile)) return { math };
  const named = config?.at('mathjax', 'tags');
  const mode = tagModes.find((candidate) => candidate === named?.value);
  const tags: Stated<(typeof tagModes)[number]> =
    config && named && mode
      ? { value: mode, source: { file: config.file, line: named.line } }
      : { value: 'none', source: filter };
  return { math, tags };
}

/** As the theme NexT has it, in a file of its own. */
function mathOfTheme(folder: SiteFolder): Pick<StatedSite, 'math' | 'tags'> {
  const file = fileLike(folder, themeFile)?.file;
  const config = file === undefined ? null : dataFile(folder, file);
  const enabled = config?.at('math', 'mathjax', 'enable');
  if (!config || enabled?.value !== true || config.at('math', 'katex', 'enable')?.value === true) {
    return {};
  }
  const named = config.at('math', 'mathjax', 'tags');
  const tags = tagModes.find((mode) => mode === (named?.value ?? 'none'));
  const at = (line: number): SiteSource => ({ file: config.file, line });
  return {
    math: { value: 'mathjax3', source: at(enabled.line) },
    ...(tags && { tags: { value: tags, source: at(named?.line ?? enabled.line) } }),
  };
}

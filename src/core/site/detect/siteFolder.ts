// What a folder shows of its site: the names at its top, and the files that may tell engines.
import type { SiteSource } from '../site.js';

export interface SiteFolder {
  /** The names of the files and folders at its top; those of folders end with `/`. */
  readonly names: ReadonlySet<string>;
  /** The texts of the files that `isSiteFile` names, by their paths from the folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A folder without any of these is the top of no site that is known. */
const marks: ReadonlySet<string> = new Set([
  ...['_config.yml', 'package.json', 'mkdocs.yml', '_quarto.yml', 'myst.yml', '.obsidian/'],
  ...[
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config.toml',
    'config.yaml',
    'config.yml',
  ],
  ...['config/', '.vitepress/', 'docs/', 'docusaurus.config.js', 'docusaurus.config.ts'],
  ...['docusaurus.config.mjs'],
]);

/** Whether it is worth reading the files of a folder, by the names at its top. */
export function mayBeSite(names: ReadonlySet<string>): boolean {
  return [...marks].some((mark) => names.has(mark));
}

const topFile =
  /^(?:_config(?:\.[\w-]+)?\.yml|package\.json|mkdocs\.yml|_quarto\.yml|myst\.yml|(?:hugo|config)\.(?:toml|ya?ml|json)|docusaurus\.config\.[cm]?[jt]s)$/;
const hugoFile = /^config\/_default\/(?:hugo|config|markup)\.(?:toml|ya?ml|json)$/;
/** Where layouts lie, and the scripts that they load. */
const templateFolders = '_includes|_layouts|_scripts|layouts|assets|static|js';
const template = new RegExp(`^(?:${templateFolders})/(?:.*/)?[^/]*\\.(?:html?|js)$`);
/** The pages beside them are built, and tell nothing. */
const docsScript = /^docs\/.*\.js$/;

/** Whether a file, by its path from the top of a folder, may tell something of a site. */
export function isSiteFile(path: string): boolean {
  return topFile.test(path) || hugoFile.test(path) || isTemplate(path) || isVitePress(path);
}

function isTemplate(path: string): boolean {
  return (template.test(path) || docsScript.test(path)) && !liesAside(path);
}

/** In packages and hidden folders, which a folder of templates may hold too. */
function liesAside(path: string): boolean {
  return /\/(?:node_modules|\.[^/]*)\//.test(path);
}

/** Whether such a file may lie in a folder, by its path without a slash at the end. */
export function mayHoldSiteFiles(path: string): boolean {
  return (
    (new RegExp(`^(?:${templateFolders}|docs)(?:/|$)`).test(path) && !liesAside(`${path}/`)) ||
    /^(?:config(?:\/_default)?|(?:docs\/)?\.vitepress)$/.test(path)
  );
}

export function isVitePress(path: string): boolean {
  return /^(?:docs\/)?\.vitepress\/config\.[cm]?[jt]s$/.test(path);
}

/** The first file of a folder whose path matches, by the order of the paths. */
export function fileLike(folder: SiteFolder, pattern: RegExp): SiteSource | null {
  const [file] = [...folder.texts.keys()].filter((path) => pattern.test(path)).sort();
  return file === undefined ? null : { file, line: 0 };
}

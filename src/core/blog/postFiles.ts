// Which files of a folder are posts: Markdown, less what a site's tools put beside it.

const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  'themes',
  'public',
  '_site',
  '_layouts',
  '_includes',
  'archetypes',
  'templates',
]);

/** Folders that hold no posts of the blog: packages, templates, built pages, hidden folders. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
}

export function isPostFile(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !name.startsWith('.');
}

export function isConfigFile(name: string): boolean {
  return name === 'postulate.json' || name === '.postulate.json';
}

/** Of a path relative to the blog's folder. */
export function isPostPath(path: string): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return isPostFile(name) && !segments.some(isSkippedFolder);
}

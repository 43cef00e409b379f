// Where a site serves files from, and how the addresses in its posts are to be read.
import type { Generator } from './detect/detectedSite.js';

export interface SiteLayout {
  /** The folders, counted from that of the blog, whose files have addresses that begin with `/`. */
  readonly staticFolders: readonly string[];
  /** Whether a relative address in the post at this path counts from its file; else its page decides. */
  readonly countsFromFile: (path: string) => boolean;
}

interface GeneratorLayout {
  readonly folders: readonly string[];
  readonly countsFromFile: SiteLayout['countsFromFile'];
}

const fromFile = (): boolean => true;
const fromPage = (): boolean => false;
/** A page of Hugo is where its file is only if it has a folder to itself. */
const isBundle = (path: string): boolean => /(?:^|\/)_?index\.md$/i.test(path);

const layouts: Readonly<Record<Generator, GeneratorLayout>> = {
  Hexo: { folders: ['source', 'source/_posts'], countsFromFile: fromPage },
  Jekyll: { folders: [''], countsFromFile: fromPage },
  Hugo: {
    folders: ['static', 'assets', 'assets/media', 'content'],
    countsFromFile: isBundle,
  },
  MkDocs: { folders: ['docs', 'src'], countsFromFile: fromFile },
  Quarto: { folders: [''], countsFromFile: fromFile },
  MyST: { folders: [''], countsFromFile: fromFile },
  Docusaurus: { folders: ['static'], countsFromFile: fromFile },
  VitePress: { folders: ['public', 'docs/public'], countsFromFile: fromFile },
  // It looks for names anywhere in the vault.
  Obsidian: { folders: [''], countsFromFile: fromPage },
};

/** The folder of a site, by the file that it was known by; both with `/`. */
export function siteFolder(file: string): string {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return folder.replace(/(?:^|\/)(?:config\/_default|\.obsidian|\.vitepress)$/, '');
}

/** `folder` is that of the site, counted from the folder of the blog; `null` where it lies outside. */
export function layoutOf(generator: Generator, folder: string | null): SiteLayout {
  const { folders, countsFromFile } = layouts[generator];
  if (folder === null) return { staticFolders: [], countsFromFile };
  const staticFolders = folders.map((inside) =>
    [folder, inside].filter((part) => part !== '').join('/'),
  );
  return { staticFolders, countsFromFile };
}

// Which site a folder is, told from its own files, of which nothing is run.
import type { DetectedSite, Detector } from './detectedSite.js';
import { hexo } from './hexo.js';
import { hugo } from './hugo.js';
import { jekyll } from './jekyll.js';
import { mkdocs } from './mkdocs.js';
import { docusaurus, myst, obsidian, quarto, vitepress } from './named.js';
import type { SiteFolder } from './siteFolder.js';

/** Hexo first, whose configuration has Jekyll's name; an Obsidian vault may hold any other site. */
const detectors: readonly Detector[] = [
  hexo,
  jekyll,
  hugo,
  mkdocs,
  quarto,
  myst,
  docusaurus,
  vitepress,
  obsidian,
];

/** `null` where the folder is the top of no site that is known. */
export function detectSite(folder: SiteFolder): DetectedSite | null {
  for (const detector of detectors) {
    const site = detector(folder);
    if (site) return site;
  }
  return null;
}

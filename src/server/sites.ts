// The sites of the workspace, told from the files of their folders.
import { isSkippedFolder } from '../core/blog/postFiles.js';
import { namedFrom, type DetectedSite } from '../core/site/detect/detectedSite.js';
import { isSiteFile } from '../core/site/detect/siteFolder.js';
import { folderOf, joinUri, relativePath, uriKey } from './uri.js';

export class Sites {
  /** By the keys of the folders that are their tops; their files are named by URIs. */
  readonly #byTop = new Map<string, { readonly folder: string; readonly site: DetectedSite }>();

  clear(): void {
    this.#byTop.clear();
  }

  set(folder: string, site: DetectedSite | null): void {
    if (site) this.#byTop.set(uriKey(folder), { folder, site: located(site, folder) });
    else this.#byTop.delete(uriKey(folder));
  }

  isKnown(folder: string, site: DetectedSite | null): boolean {
    const known = this.#byTop.get(uriKey(folder))?.site ?? null;
    return JSON.stringify(known) === JSON.stringify(site && located(site, folder));
  }

  /** Finds the nearest site around a post, by its path in a folder. */
  below(folder: string): (path: string) => DetectedSite | null {
    return (path) => this.#around(joinUri(folder, path));
  }

  /** The folders of which a file may tell what site they are, up to the workspace folder; packages and themes are none. */
  topsOf(uri: string, workspaceFolder: string | null): readonly string[] {
    const tops: string[] = [];
    if (workspaceFolder === null) return tops;
    const isBelow = (folder: string): boolean =>
      uriKey(folder) === uriKey(workspaceFolder) || relativePath(workspaceFolder, folder) !== null;
    for (let folder = folderOf(uri); isBelow(folder); folder = folderOf(folder)) {
      const path = relativePath(folder, uri);
      const above = relativePath(workspaceFolder, folder)?.split('/') ?? [];
      if (path !== null && isSiteFile(path) && !above.some(isSkippedFolder)) tops.push(folder);
    }
    return tops;
  }

  #around(uri: string): DetectedSite | null {
    let nearest: { readonly folder: string; readonly site: DetectedSite } | null = null;
    for (const known of this.#byTop.values()) {
      if (relativePath(known.folder, uri) === null) continue;
      if (!nearest || known.folder.length > nearest.folder.length) nearest = known;
    }
    return nearest?.site ?? null;
  }
}

function located(site: DetectedSite, folder: string): DetectedSite {
  return namedFrom(site, (file) => joinUri(folder, file));
}

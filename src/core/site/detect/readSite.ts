// Reads what detection needs of a folder, by whatever reaches its files.
import type { DetectedSite } from './detectedSite.js';
import { detectSite } from './detectSite.js';
import { isSiteFile, mayBeSite, mayHoldSiteFiles } from './siteFolder.js';

export interface SiteReader {
  /** Names in a folder, those of folders with a `/` behind them; the empty path is the folder itself. */
  names(path: string): Promise<readonly string[]>;
  /** `null` for what is no text, or too large. */
  text(path: string): Promise<string | null>;
}

/** Templates of no site are more. */
const mostFiles = 2_000;

/** In bytes: what is longer is no setting and no template. */
export const maxSiteFileSize = 1_000_000;

/** The site whose top is the folder that the reader reads; `null` where it is none. */
export async function readSite(reader: SiteReader): Promise<DetectedSite | null> {
  const names = new Set(await reader.names(''));
  if (!mayBeSite(names)) return null;
  const texts = new Map<string, string>();
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const inside = folder === '' ? names : await reader.names(folder);
    for (const name of inside) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (path.endsWith('/')) {
        if (mayHoldSiteFiles(path.slice(0, -1))) waiting.push(path.slice(0, -1));
      } else if (isSiteFile(path) && texts.size < mostFiles) {
        const text = await reader.text(path);
        if (text !== null) texts.set(path, text);
      }
    }
  }
  return detectSite({ names, texts });
}

// What the pages of a built site show otherwise than the posts.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkAgainstPage, type ReportedFinding } from '../checks/check.js';
import { BuiltSite, isPage, maxPageSize } from '../core/built/builtSite.js';
import { bytesOf } from '../core/post/size.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { isStandardInput, type PostFile } from './posts.js';
import type { CliMessage } from './texts/message.js';

export interface ComparedPages {
  readonly findings: ReadonlyMap<PostFile, readonly ReportedFinding[]>;
  readonly notes: readonly CliMessage[];
}

export async function compareBuilt(
  cwd: string,
  folder: string,
  posts: readonly PostFile[],
): Promise<ComparedPages | { readonly fault: CliMessage }> {
  const root = path.resolve(cwd, folder);
  const pages = await pagesIn(root);
  if (pages.length === 0) return { fault: { code: 'built.no-pages', path: folder } };
  const site = new BuiltSite(pages, (page) => readPage(path.join(root, page)));
  const findings = new Map<PostFile, readonly ReportedFinding[]>();
  let without = 0;
  for (const post of posts) {
    if (isStandardInput(post)) continue;
    const { blogPath, text, site: reading, macros, rules } = post;
    const snapshot = openSnapshot({ path: blogPath, version: 0, text, site: reading.site, macros });
    const html = await site.htmlOf(snapshot);
    if (html === null) without++;
    else findings.set(post, checkAgainstPage({ post: snapshot, built: html }, rules));
  }
  const counts = { compared: String(findings.size), without: String(without) };
  return { findings, notes: [{ code: 'built.compared', ...counts }] };
}

async function pagesIn(root: string): Promise<readonly string[]> {
  try {
    const names = await readdir(root, { recursive: true });
    return names
      .filter(isPage)
      .map((name) => name.replaceAll(path.sep, '/'))
      .sort();
  } catch {
    return [];
  }
}

async function readPage(file: string): Promise<string | null> {
  try {
    if ((await stat(file)).size > bytesOf(maxPageSize)) return null;
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

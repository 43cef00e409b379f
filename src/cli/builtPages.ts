// What the pages of a built site show otherwise than the posts.
import path from 'node:path';
import { checkAgainstPage, type ReportedFinding } from '../checks/check.js';
import { listBelow } from '../core/blog/listFolder.js';
import { BuiltSite, isPage, maxPageSize } from '../core/built/builtSite.js';
import { bytesOf } from '../core/post/size.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { folderReader } from './folderReader.js';
import { isStandardInput, type PostFile } from './postFile.js';
import { readFileBytes } from './readBytes.js';
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
  // Links are left out: they may lead round in a circle.
  const pages = await listBelow(folderReader(root), isPage);
  if (pages.length === 0) return { fault: { code: 'built.no-pages', path: folder } };
  const site = new BuiltSite(pages, (page) => readPage(path.join(root, page)));
  const findings = new Map<PostFile, readonly ReportedFinding[]>();
  let without = 0;
  for (const post of posts) {
    if (isStandardInput(post)) continue;
    const { blogPath, text, site: reading, macros, rules, layout } = post;
    const snapshot = openSnapshot({ path: blogPath, version: 0, text, site: reading.site, macros });
    const html = await site.htmlOf(snapshot, layout);
    if (html === null) without++;
    else findings.set(post, checkAgainstPage({ post: snapshot, built: html }, rules));
  }
  const counts = { compared: String(findings.size), without: String(without) };
  return { findings, notes: [{ code: 'built.compared', ...counts }] };
}

async function readPage(file: string): Promise<string | null> {
  try {
    const read = await readFileBytes(file, bytesOf(maxPageSize));
    return 'bytes' in read ? new TextDecoder().decode(read.bytes) : null;
  } catch {
    return null;
  }
}

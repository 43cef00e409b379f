// Asks the real Markdown engines for the pages of the posts that fixes change, and writes them down:
// `node scripts/fixPages.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { answeredEngines } from '../../core/site/engines/answers.js';
import { askedPages, casesWrittenDown, pagesFile, siteOf } from './pages.js';

for (const engine of answeredEngines) {
  if (engine === 'markdown-it') continue;
  const pages = askedPages(engine, casesWrittenDown(siteOf(engine)));
  mkdirSync(path.dirname(pagesFile(engine)), { recursive: true });
  writeFileSync(pagesFile(engine), gzipSync(JSON.stringify([...pages]), { level: 9 }));
  process.stdout.write(`${engine}: ${pages.size} pages\n`);
}

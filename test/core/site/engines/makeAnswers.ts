// Asks the real Markdown engines what they make of the posts, and writes down what MathJax finds in
// their pages: `node scripts/engineAnswers.mjs [ENGINE…]`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { foundUnlessRefused } from '../../../support/foundMath.js';
import { answeredEngines, answersFile, hugoPage, hugoPost, pageOptionsOf } from './answers.js';
import { pagesOf } from './pages.js';
import { enginePosts } from './posts.js';

const posts = enginePosts();
const chosen = process.argv.slice(2);
for (const engine of answeredEngines) {
  if (chosen.length > 0 && !chosen.includes(engine)) continue;
  const answers = pagesOf[engine](posts).map((page) =>
    foundUnlessRefused(page, pageOptionsOf(engine)),
  );
  const file = path.join(process.cwd(), answersFile(engine));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(JSON.stringify(answers), { level: 9 }));
  process.stdout.write(
    `${engine}: ${answers.filter((answer) => answer !== null).length} pages, ${answers.flat().length} formulas\n`,
  );
}

if (chosen.length === 0 || chosen.includes('goldmark')) {
  const [page = ''] = pagesOf.goldmark([readFileSync(hugoPost, 'utf8')]);
  writeFileSync(hugoPage, page);
}

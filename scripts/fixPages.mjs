// Asks the real Markdown engines anew for the pages of posts that fixes change: `node scripts/fixPages.mjs`.
import { runTypeScript } from './host/runTypeScript.mjs';

process.exitCode = await runTypeScript('test/language/fixes/makePages.ts', []);

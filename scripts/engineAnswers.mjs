// Asks the real Markdown engines anew what they make of math: `node scripts/engineAnswers.mjs [ENGINE…]`.
import { runTypeScript } from './host/runTypeScript.mjs';

process.exitCode = await runTypeScript(
  'test/core/site/engines/makeAnswers.ts',
  process.argv.slice(2),
);

// Asks the math engines anew which commands they know: `node scripts/engineCommands.mjs`.
import { runTypeScript } from './host/runTypeScript.mjs';

process.exitCode = await runTypeScript('test/language/completion/writeCommands.ts', []);

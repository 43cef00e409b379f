// Writes down which commands the math engines know: run by `node scripts/engineCommands.mjs`.
import { writeFile } from 'node:fs/promises';
import { commandsFile } from './askEngines.js';

const { file, text } = await commandsFile();
await writeFile(file, text);

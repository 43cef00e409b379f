// Opens a folder in the VS Code of this desktop, with the extension under development.
// Node built-ins only.
import { run } from './processes.mjs';

/**
 * @param {string} code the program
 * @param {string} root the folder of the extension, built
 * @param {string} folder
 * @returns {Promise<boolean>} whether it could be opened
 */
export async function openDesktop(code, root, folder) {
  console.log(`Opening ${folder} in a window of VS Code (${code}) with this extension.`);
  const exit = await run(code, [`--extensionDevelopmentPath=${root}`, folder]);
  if (exit !== 0) console.log(`${code} ended with ${exit}; the lines above say why.`);
  return exit === 0;
}

// Finds a Neovim for the test of other editors, or installs Debian's where it may.
// Node built-ins only.
import { findProgram } from './processes.mjs';
import { install, installLine, mayInstall } from './packages.mjs';

/** @returns {Promise<string>} its program */
export async function ensureNeovim() {
  const found = await findProgram(['nvim']);
  if (found) return found;
  if (await mayInstall()) await install(['neovim']);
  const installed = await findProgram(['nvim']);
  if (installed) return installed;
  throw new Error(
    'The test of other editors needs Neovim 0.7 or newer, and none is on the search path.\n' +
      `Install it: ${installLine(['neovim'])}`,
  );
}

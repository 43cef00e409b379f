// Installs packages of Debian where that is allowed.
// Node built-ins only.
import { findProgram, run, runQuietly } from './processes.mjs';

/** @param {readonly string[]} packages */
export function installLine(packages) {
  return `sudo apt-get install -y ${packages.join(' ')}`;
}

export async function mayInstall() {
  return process.getuid?.() === 0 && (await findProgram(['apt-get'])) !== undefined;
}

/** @param {readonly string[]} packages */
export async function install(packages) {
  console.log(`Installing ${packages.join(' and ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const code = await run('apt-get', args, { env });
  if (code !== 0) throw new Error(`apt-get ended with ${code}; the lines above say why.`);
}

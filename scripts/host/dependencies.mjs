// Installs the npm dependencies where they are missing or older than the lock file.
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './processes.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean } | undefined> }} Lock */

/** @param {string} root the folder of package.json */
export async function ensureDependencies(root) {
  if (await upToDate(root)) return;
  const folder = await lstat(path.join(root, 'node_modules')).catch(() => undefined);
  if (folder?.isSymbolicLink()) {
    throw new Error(
      'node_modules is a link and differs from package-lock.json: run `npm ci` where it points.',
    );
  }
  console.log('Installing the npm dependencies into node_modules (npm ci).');
  const code = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
  });
  if (code !== 0) throw new Error(`npm ci ended with ${code}; the lines above say why.`);
}

/**
 * Every package that the lock file asks for is there in that version.
 * @param {string} root
 */
async function upToDate(root) {
  const wanted = await readLock(path.join(root, 'package-lock.json'));
  const installed = await readLock(path.join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages).every(([place, entry]) => {
    if (place === '') return true;
    const found = installed.packages[place];
    return found ? found.version === entry?.version : entry?.optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Promise<Lock | undefined>}
 */
async function readLock(file) {
  try {
    /** @type {unknown} */
    const lock = JSON.parse(await readFile(file, 'utf8'));
    return /** @type {Lock} */ (lock);
  } catch {
    return undefined;
  }
}

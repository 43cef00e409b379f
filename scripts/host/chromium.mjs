// Finds a Chromium for the real-window tests, or installs Debian's where it may.
// Node built-ins only.
import { findProgram, run, runQuietly } from './processes.mjs';

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser's program; `POSTULATE_CHROMIUM` names another one.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const named = process.env['POSTULATE_CHROMIUM'];
  const found = await findProgram(named ? [named] : programs);
  if (named && !found) throw new Error(`POSTULATE_CHROMIUM names ${named}, which is no program.`);
  if (found && (await showsChinese())) return found;
  const packages = [...(found ? [] : ['chromium']), 'fonts-wqy-microhei'];
  if (await mayInstall()) await install(packages);
  else if (found)
    console.log(`Without a Chinese font Chinese shows as boxes: ${oneLine(packages)}`);
  const browser = found ?? (await findProgram(programs));
  if (browser) return browser;
  throw new Error(
    'The real-window tests need Chromium or Chrome, and none is on the search path.\n' +
      `Install one: ${oneLine(packages)}\nor name one: POSTULATE_CHROMIUM=/path/to/chromium npm test`,
  );
}

/** @param {readonly string[]} packages */
function oneLine(packages) {
  return `sudo apt-get install -y ${packages.join(' ')}`;
}

async function mayInstall() {
  return process.getuid?.() === 0 && (await findProgram(['apt-get'])) !== undefined;
}

/** @param {readonly string[]} packages */
async function install(packages) {
  console.log(`Installing ${packages.join(' and ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const code = await run('apt-get', args, { env });
  if (code !== 0) throw new Error(`apt-get ended with ${code}; the lines above say why.`);
}

/** Systems without fontconfig bring their own Chinese fonts. */
async function showsChinese() {
  if (!(await findProgram(['fc-list']))) return process.platform !== 'linux';
  return (await runQuietly('fc-list', [':lang=zh', 'family'])).trim() !== '';
}

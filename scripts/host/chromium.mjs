// Finds a Chromium for the real-window tests, or installs Debian's where it may.
// Node built-ins only.
import { install, installLine, mayInstall } from './packages.mjs';
import { findProgram, runQuietly } from './processes.mjs';

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
    console.log(`Without a Chinese font Chinese shows as boxes: ${installLine(packages)}`);
  const browser = found ?? (await findProgram(programs));
  if (browser) return browser;
  throw new Error(
    'The real-window tests need Chromium or Chrome, and none is on the search path.\n' +
      `Install one: ${installLine(packages)}\nor name one: POSTULATE_CHROMIUM=/path/to/chromium npm test`,
  );
}

/** Systems without fontconfig bring their own Chinese fonts. */
async function showsChinese() {
  if (!(await findProgram(['fc-list']))) return process.platform !== 'linux';
  return (await runQuietly('fc-list', [':lang=zh', 'family'])).trim() !== '';
}

// One browser for all files of the suite.
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/host/chromium.mjs';
import { startBrowser } from '../../support/browser.js';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await startBrowser(await ensureChromium());
  project.provide('browserEndpoint', browser.wsEndpoint());
  return () => browser.close();
}

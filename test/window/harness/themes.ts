// The themes of VS Code that pages are looked at in.
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import type { Window } from './window.js';

export const themes = ['Light Modern', 'Dark Modern', 'High Contrast', 'High Contrast Light'];

export async function setTheme(window: Window, page: Frame, theme: string): Promise<void> {
  await window.host(
    (vscode, theme) =>
      vscode.workspace
        .getConfiguration('workbench')
        .update('colorTheme', theme, vscode.ConfigurationTarget.Workspace),
    `Default ${theme}`,
  );
  const body = page.locator('body');
  // Versions differ in whether they say "Default".
  const shown = async (): Promise<string | undefined> =>
    (await body.getAttribute('data-vscode-theme-id'))?.replace('Default ', '');
  await expect.poll(shown).toBe(theme);
}

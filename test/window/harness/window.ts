// Drives one VS Code window as a person would, and looks at what it shows.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { browserArguments } from '../../support/browser.js';
import { commitAll, type Files, makeFolder, refillFolder, removeFolder } from './folder.js';
import { askHost, forgetHost, type Json, type VSCode } from './probeClient.js';
import { waitFor } from './wait.js';
import { closeAllEditors, folderSettings, leaveAndReadState, takeRow } from './inside.js';

const root = path.resolve(import.meta.dirname, '../../..');
/** How long one attempt of several may take, in milliseconds. */
const attempt = 4000;
const viewport = { width: 1280, height: 800 };
const settingsFile = '.vscode/settings.json';
/** How long a busy machine may take to load VS Code, in milliseconds. */
const loading = 120_000;
const failures = path.join(root, '.vscode-test/failures');

/** A finding as the Problems view lists it; lines and columns count from 1. */
interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly code: string | undefined;
  readonly source: string | undefined;
}

/** What `openFolder` takes. */
interface Folder {
  readonly files: Files;
  readonly settings?: Settings;
  /** The files are the last commit of a repository. */
  readonly isCommitted?: boolean;
  /** Of another server than the one that all tests share. */
  readonly port?: number;
}

let context: BrowserContext | undefined;
let windows: Window[] = [];

/**
 * Opens a folder that holds these files alone. Loading VS Code takes longer than most tests, so the window of
 * the test before is used again where it can be made as new.
 */
export async function openFolder(folder: Folder): Promise<Window> {
  const [window, another] = windows;
  const isLike = window?.isPlain === true && !another && isPlain(folder);
  if (isLike && (await window.renew(filesOf(folder)))) return window;
  await closeWindows();
  return openAnotherFolder(folder);
}

/** The same, beside the windows that are open. */
export async function openAnotherFolder(folder: Folder): Promise<Window> {
  context ??= await chromium.launchPersistentContext(profile(), {
    executablePath: inject('browserProgram'),
    args: browserArguments,
    viewport,
  });
  const place = await makeFolder(filesOf(folder));
  if (folder.isCommitted) await commitAll(place);
  const settings = settingsIn(filesOf(folder));
  const window = new Window(await context.newPage(), place, isPlain(folder), settings);
  windows.push(window);
  await window.open(folder.port ?? inject('serverPort'));
  return window;
}

function filesOf({ files, settings }: Folder): Files {
  if (settings === undefined) return files;
  return { ...files, [settingsFile]: JSON.stringify(settings, null, 2) };
}

/** Of the server that all share, whose windows are trusted, and no repository, which a window reads once. */
function isPlain({ isCommitted, port }: Folder): boolean {
  return isCommitted !== true && port === undefined;
}

export type Settings = Readonly<Record<string, Json>>;

function settingsIn(files: Files): Settings {
  return JSON.parse(files[settingsFile]?.toString() ?? '{}') as Settings;
}

/** A browser of its own for each worker: two may not share what they keep. */
function profile(): string {
  return path.join(inject('browserProfiles'), process.env['VITEST_POOL_ID'] ?? 'only');
}

/** The window that was opened last. */
export function openWindow(): Window | undefined {
  return windows.at(-1);
}

/** The next test gets a window that was just loaded. */
export async function closeWindows(): Promise<void> {
  const closed = windows;
  windows = [];
  for (const { page, folder } of closed) {
    await page.close();
    await removeFolder(folder);
  }
}

export class Window {
  readonly page: Page;
  /** Absolute path of the opened folder. */
  readonly folder: string;
  /** Another folder may be shown in it. */
  readonly isPlain: boolean;
  #settings: Settings;
  readonly #console: string[] = [];

  constructor(page: Page, folder: string, isPlain: boolean, settings: Settings) {
    this.page = page;
    this.folder = folder;
    this.isPlain = isPlain;
    this.#settings = settings;
    page.on('console', (message) => this.#console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.#console.push(`pageerror: ${error.message}`));
  }

  async open(port: number): Promise<void> {
    const probe = path.join(root, 'test/window/probe');
    const payload = [['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${port}${probe}`]];
    const query = new URLSearchParams({ folder: this.folder, payload: JSON.stringify(payload) });
    await this.page.goto(`http://127.0.0.1:${port}/?${query.toString()}`, { timeout: loading });
    await this.#ready();
  }

  /** Shows these files as a window does that was just loaded; answers with whether it could. */
  async renew(files: Files): Promise<boolean> {
    await this.page.setViewportSize(viewport);
    await this.page.emulateMedia({ reducedMotion: null });
    await this.press('Escape');
    if (!(await this.host(closeAllEditors))) return false;
    await refillFolder(this.folder, files);
    await this.#take(settingsIn(files));
    await this.host((vscode) => vscode.commands.executeCommand('postulate.restartServer'));
    await expect.poll(() => this.problems()).toEqual([]);
    return true;
  }

  /**
   * Reloads the window as its command does, and waits for the new one. It comes back as it was saved, which
   * a reload may outrun: first the window is left until what it has saved matches.
   */
  async reload(saved = /^/): Promise<void> {
    await waitFor(`a saved state that matches ${saved.source}`, async () => {
      const state = await this.page.evaluate(leaveAndReadState);
      return saved.test(state) || undefined;
    });
    await forgetHost(this.folder);
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#ready();
  }

  /** Waits until these settings of the folder hold, and none that held before. */
  async #take(settings: Settings): Promise<void> {
    const names = Object.keys({ ...this.#settings, ...settings });
    const values = names.map((name) => settings[name] ?? null);
    await expect.poll(() => this.host(folderSettings, names)).toEqual(values);
    this.#settings = settings;
  }

  async #ready(): Promise<void> {
    await this.page.waitForSelector('.monaco-workbench', { timeout: loading });
    await this.host(() => null);
  }

  /** Runs a function in the extension host; it may use only `vscode` and the JSON arguments. */
  host<T, A extends readonly Json[]>(
    run: (vscode: VSCode, ...args: A) => T | Thenable<T>,
    ...args: A
  ): Promise<T> {
    return askHost(this.folder, run, args);
  }

  /** Runs a command through the palette, by the title that the palette shows. */
  async runCommand(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Opens a file of the folder in an editor and puts the cursor into it. */
  async openFile(name: string): Promise<void> {
    const base = path.basename(name);
    await this.#pick('ControlOrMeta+p', name, base);
    await this.page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Opens a quick pick with a key, types, and takes the row with this label. */
  async #pick(key: string, typed: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    // A pick that opens too early lists nothing or closes again: try anew.
    await waitFor(`the row "${label}" after typing "${typed}"`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(key);
      return succeeds(async () => {
        await input.fill(typed, { timeout: attempt });
        await this.page.waitForFunction(takeRow, label, { timeout: attempt });
      });
    });
    await this.#rowIsGone(label);
  }

  /** Takes the row of the open quick pick that has this label. */
  async takeRow(label: string): Promise<void> {
    await this.page.waitForFunction(takeRow, label);
    await this.#rowIsGone(label);
  }

  #rowIsGone(label: string): Promise<void> {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row .label-name:visible');
    return expect.poll(() => rows.allTextContents()).not.toContain(label);
  }

  /** Types key by key into what has the focus, with all that the editor does while typing. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async putCaret(line: number, character: number): Promise<void> {
    await this.host(
      (vscode, toLine, toCharacter) => {
        const editor = vscode.window.activeTextEditor;
        const place = new vscode.Position(toLine, toCharacter);
        if (editor) editor.selection = new vscode.Selection(place, place);
      },
      line,
      character,
    );
    await this.waitForCaret(line, character);
  }

  /** Keys go where the window has the caret, which comes a moment behind what the extension host set. */
  async waitForCaret(line: number, character: number): Promise<void> {
    const place = this.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ });
    await expect.poll(() => place.innerText()).toBe(`Ln ${line + 1}, Col ${character + 1}`);
  }

  /** Presses a button of the dialog that is open. */
  async answer(button: string): Promise<void> {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: button }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Takes a fix at the caret by the keys of the light bulb. */
  async takeFix(title: string): Promise<void> {
    await this.page.locator('[class*="lightbulb" i]:visible').first().waitFor();
    const fix = this.page.locator('.action-widget').getByText(title);
    // Findings that come in meanwhile take the place of what was asked: try anew.
    await waitFor(`the fix "${title}"`, async () => {
      await this.press('Escape', 'Control+.');
      return succeeds(() => fix.waitFor({ timeout: attempt }));
    });
    await fix.click();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The frame of the webview whose document holds an element for the selector. */
  webviewFrame(selector: string): Promise<Frame> {
    return waitFor(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (count > 0) return frame;
      }
      return undefined;
    });
  }

  /** The text of the document in the active editor, as the extension host knows it. */
  text(): Promise<string | undefined> {
    return this.host((vscode) => vscode.window.activeTextEditor?.document.getText());
  }

  /** A file of the folder as it is on disk. */
  file(name: string): Promise<string> {
    return readFile(path.join(this.folder, name), 'utf8');
  }

  /** All findings of all files; ask again with `expect.poll` or `waitFor`. */
  problems(): Promise<readonly Problem[]> {
    return this.host((vscode) =>
      vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
        diagnostics.map((diagnostic) => ({
          file: vscode.workspace.asRelativePath(uri),
          line: diagnostic.range.start.line + 1,
          column: diagnostic.range.start.character + 1,
          severity: (['error', 'warning', 'info', 'hint'] as const)[diagnostic.severity],
          message: diagnostic.message,
          code:
            typeof diagnostic.code === 'object'
              ? String(diagnostic.code.value)
              : diagnostic.code?.toString(),
          source: diagnostic.source,
        })),
      ),
    );
  }

  /** Keeps what the window shows and what its console said; says where. */
  async keep(name: string): Promise<string> {
    await mkdir(failures, { recursive: true });
    const stem = path.join(failures, name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'));
    await this.page.screenshot({ path: `${stem}.png` });
    await writeFile(`${stem}.log`, this.#console.join('\n'));
    return `${stem}.png`;
  }
}

async function succeeds(act: () => Promise<void>): Promise<true | undefined> {
  try {
    await act();
    return true;
  } catch {
    return undefined;
  }
}

// What runs inside of a window: in its page, or in its extension host. It may use only its arguments.
import type { Json, VSCode } from './probeClient.js';

/**
 * In the extension host: closes all editors; answers with whether nothing stays. What an extension opened would
 * stay for minutes, but not where its file is deleted.
 */
export async function closeAllEditors(vscode: VSCode): Promise<boolean> {
  const { workspace, window, commands } = vscode;
  if (workspace.textDocuments.some((document) => document.isUntitled)) return false;
  await workspace.saveAll();
  for (const command of [
    'workbench.action.closeAllEditors',
    'workbench.action.closePanel',
    'workbench.view.explorer',
    'notifications.clearAll',
  ])
    await commands.executeCommand(command);
  if (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return false;
  const isFile = ({ uri }: { uri: { scheme: string } }): boolean => uri.scheme !== 'output';
  const left = workspace.textDocuments.filter(isFile);
  const deletion = new vscode.WorkspaceEdit();
  for (const { uri } of left) deletion.deleteFile(uri, { ignoreIfNotExists: true });
  if (left.length > 0) await workspace.applyEdit(deletion);
  for (let asked = 0; asked < 100 && workspace.textDocuments.some(isFile); asked++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return !workspace.textDocuments.some(isFile);
}

/** In the extension host: what the settings of the folder make of these, null where they say nothing. */
export function folderSettings({ workspace }: VSCode, names: readonly string[]): readonly Json[] {
  const all = workspace.getConfiguration();
  return names.map((name) => all.inspect<Json>(name)?.workspaceValue ?? null);
}

/**
 * In the page: clicks the label of a row of the open pick, at once, since rows are used again for other
 * labels; answers with whether there was one. What is highlighted in a label is none. A pick that lost the
 * focus is closed, though its rows are there still.
 */
export function takeRow(label: string): boolean {
  const pick = document.activeElement?.closest('.quick-input-widget');
  const labels = pick?.querySelectorAll('.monaco-list-row .label-name') ?? [];
  const target = [...labels].find(({ textContent }) => textContent === label);
  for (const type of ['mousedown', 'mouseup', 'click']) {
    target?.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, detail: 1 }));
  }
  return target !== undefined;
}

/** In the page: loses the focus, upon which VS Code saves its state; answers with all that is saved by now. */
export async function leaveAndReadState(): Promise<string> {
  for (const [type, isHere] of [
    ['focus', true],
    ['blur', false],
  ] as const) {
    document.hasFocus = () => isHere;
    dispatchEvent(new Event(type));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('The database cannot be read.'));
      };
    });
  const values: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue;
    const database = await settled(indexedDB.open(name));
    const store = database.transaction('ItemTable').objectStore('ItemTable');
    values.push(...(await settled<unknown[]>(store.getAll())));
    database.close();
  }
  return values.join('\n');
}

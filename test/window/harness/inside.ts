// What runs inside of a window: in its page, or in its extension host. It may use only its arguments.
import type { VSCode } from './probeClient.js';

/**
 * In the extension host: closes all editors; answers with the paths of the documents that stay for a while, since
 * an extension opened them, or with null where something else stays.
 */
export async function closeAllEditors(vscode: VSCode): Promise<readonly string[] | null> {
  const { workspace, window, commands } = vscode;
  if (workspace.textDocuments.some((document) => document.isUntitled)) return null;
  await workspace.saveAll();
  for (const command of [
    'workbench.action.closeAllEditors',
    'workbench.action.closePanel',
    'workbench.view.explorer',
    'notifications.clearAll',
  ])
    await commands.executeCommand(command);
  if (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return null;
  return workspace.textDocuments
    .filter(({ uri }) => uri.scheme !== 'output')
    .map(({ uri }) => workspace.asRelativePath(uri));
}

/**
 * In the page: clicks the label of a row of the open pick, at once, since rows are used again for other
 * labels; answers with whether there was one. What is highlighted in a label is none.
 */
export function takeRow(label: string): boolean {
  const labels = document.querySelectorAll('.quick-input-widget .monaco-list-row .label-name');
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

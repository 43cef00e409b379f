// Change Site…: what turns the posts of the blog into pages, written into its `postulate.json`.
import * as vscode from 'vscode';
import { serverRequests, type PostSite, type SitePart } from '../../protocol/server.js';
import {
  sitePartNames,
  type ChangeSiteAnswer,
  type ChangeSiteRequest,
  type ConfigEdit,
  type SitePartName,
} from '../../protocol/site.js';
import type { ServerClient } from '../serverClient.js';
import { activePost } from './activePost.js';
import { showRefusal } from './postEdits.js';

export function registerChangeSite(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.changeSite', async () => {
    const uri = activePost()?.uri.toString();
    if (uri === undefined) return;
    const site = await server.request<PostSite | null>(serverRequests.site, { uri });
    if (!site) return;
    const chosen = await pickPart(site);
    if (!chosen) return;
    if ('source' in chosen) return showSource(chosen.source);
    if (!site.config) {
      return showRefusal({
        message: vscode.l10n.t(
          'This post lies in no open folder. Open the folder of the blog first.',
        ),
      });
    }
    const picked = await pickValue(site, chosen.part);
    if (picked) await writeConfig(server, site.config, { uri, ...picked });
  });
}

type Source = NonNullable<SitePart['source']>;
type PartItem = vscode.QuickPickItem & ({ part: SitePartName } | { source: Source });

/** The parts, and behind them the places where they were read. */
async function pickPart(site: PostSite): Promise<PartItem | undefined> {
  const parts = sitePartNames.map((part): PartItem => {
    const { value, source } = site[part];
    const detail = source ? placeOf(source) : vscode.l10n.t('assumed');
    return { label: partTitle(part), description: value, detail, part };
  });
  const sources = new Map<string, Source>();
  for (const { source } of sitePartNames.map((part) => site[part])) {
    // A folder, such as that of a vault, cannot be opened.
    if (source && !source.uri.endsWith('/')) sources.set(placeOf(source), source);
  }
  const places = [...sources].map(([place, source]): PartItem => ({
    label: vscode.l10n.t('Open {0}', place),
    source,
  }));
  return vscode.window.showQuickPick([...parts, ...places], {
    title: vscode.l10n.t('Change Site'),
    placeHolder: vscode.l10n.t(
      'Pick what to change in postulate.json, which comes before the files of the site.',
    ),
  });
}

/** The generators by whose names most writers know an engine. */
const usersOf: Readonly<Record<string, string>> = {
  marked: 'Hexo',
  goldmark: 'Hugo',
  kramdown: 'Jekyll',
  hyperdown: 'Typecho',
  'python-markdown': 'MkDocs',
  arithmatex: 'MkDocs + pymdownx.arithmatex',
};

async function pickValue(
  site: PostSite,
  part: SitePartName,
): Promise<Pick<ChangeSiteRequest, 'part' | 'value'> | null> {
  const { value, source, choices } = site[part];
  const values = choices.map((choice) => ({
    label: choice,
    description: [usersOf[choice], choice === value ? vscode.l10n.t('as it is') : '']
      .filter(Boolean)
      .join(' · '),
    value: choice,
  }));
  const isStated = source?.uri === site.config?.uri;
  const none = {
    label: vscode.l10n.t('As the files of the site say'),
    description: '',
    value: null,
  };
  const picked = await vscode.window.showQuickPick(isStated ? [...values, none] : values, {
    title: partTitle(part),
  });
  return picked ? { part, value: picked.value } : null;
}

async function writeConfig(
  server: ServerClient,
  { uri, exists }: NonNullable<PostSite['config']>,
  request: Omit<ChangeSiteRequest, 'text'>,
): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const document = exists ? await vscode.workspace.openTextDocument(file) : null;
  const answer = await server.request<ChangeSiteAnswer | null>(serverRequests.changeSite, {
    ...request,
    text: document?.getText() ?? '',
  });
  if (!answer) return;
  if (answer.kind === 'refused') return showRefusal(answer);
  const edit = new vscode.WorkspaceEdit();
  if (document) replaceIn(edit, document, answer.edits);
  else create(edit, file, answer.edits);
  const isWritten = await vscode.workspace.applyEdit(edit);
  if (!isWritten) return;
  await (await vscode.workspace.openTextDocument(file)).save();
  // Where the window has just been opened, files may not be watched yet.
  server.fileChanged(file);
}

function replaceIn(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  edits: readonly ConfigEdit[],
): void {
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text);
  }
}

/** A file that appeared meanwhile is not written over. */
function create(edit: vscode.WorkspaceEdit, file: vscode.Uri, edits: readonly ConfigEdit[]): void {
  const contents = new TextEncoder().encode(edits.map(({ text }) => text).join(''));
  edit.createFile(file, { overwrite: false, contents });
}

function showSource({ uri, line }: Source): Thenable<vscode.TextEditor> {
  const selection = new vscode.Range(line, 0, line, 0);
  return vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

function placeOf({ uri, line }: Source): string {
  return `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${line + 1}`;
}

function partTitle(part: SitePartName): string {
  switch (part) {
    case 'markdown':
      return vscode.l10n.t('Markdown Engine');
    case 'math':
      return vscode.l10n.t('Math Engine');
    case 'tags':
      return vscode.l10n.t('Numbers of Equations');
  }
}

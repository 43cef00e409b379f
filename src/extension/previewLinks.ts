// What a link opens that leads to no post of the blog: a page in the browser, or a file of the workspace.
import * as vscode from 'vscode';

const outside = /^(?:https?|mailto):/i;

export async function openFileOrPage(post: vscode.Uri, target: string): Promise<void> {
  if (outside.test(target)) {
    await vscode.env.openExternal(vscode.Uri.parse(target));
    return;
  }
  // Any other scheme could name a command or a program.
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return;
  const uri = await existing(post, pathOf(target));
  if (uri) await vscode.commands.executeCommand('vscode.open', uri);
}

/** What stands behind the `#`, decoded. */
export function fragmentOf(target: string): string {
  return decode(target.slice(target.indexOf('#') + 1));
}

function pathOf(target: string): string {
  return decode(target.replace(/[?#].*$/, ''));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The file that a path names: from the post's folder, or from the root of its workspace folder. */
async function existing(post: vscode.Uri, path: string): Promise<vscode.Uri | null> {
  const base = path.startsWith('/')
    ? vscode.workspace.getWorkspaceFolder(post)?.uri
    : vscode.Uri.joinPath(post, '..');
  if (!base || path === '') return null;
  for (const ending of ['', '.md', '.markdown']) {
    const uri = vscode.Uri.joinPath(base, path + ending);
    if (await isFile(uri)) return uri;
  }
  return null;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

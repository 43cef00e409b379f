// Our part in VS Code's own Markdown preview: equation numbers, where the window shows a blog.
import * as vscode from 'vscode';
import { decorateMarkdownIt } from '../render/decorateMarkdownIt.js';

type MarkdownEngine = Parameters<typeof decorateMarkdownIt>[0];

/** What `activate` gives to VS Code: it calls `extendMarkdownIt` with its engine. */
export interface MarkdownItExtender {
  extendMarkdownIt(md: MarkdownEngine): MarkdownEngine;
}

/** A post that defines labels is decorated by itself; a `postulate.json` speaks for all posts beside it. */
export function createMarkdownItExtender(): MarkdownItExtender {
  let hasConfig = false;
  vscode.workspace.findFiles('**/postulate.json', '**/node_modules/**', 1).then(
    (found) => {
      hasConfig = found.length > 0;
    },
    () => undefined,
  );
  return { extendMarkdownIt: (md) => decorateMarkdownIt(md, { isShown: () => hasConfig }) };
}

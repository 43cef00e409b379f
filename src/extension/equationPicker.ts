// The list of equations to pick from: those of the post at once, those of the other posts as they are read, each
// rendered beside while it is looked at.
import * as vscode from 'vscode';
import {
  equationRequests,
  type Equation,
  type EquationsAnswer,
  type EquationsRequest,
} from '../protocol/equations.js';
import { equationHtml } from './formulaHtml.js';
import type { FormulaPage } from './formulaPanel.js';
import { formulaPicture } from './formulaPicture.js';
import { pickBeside } from './pickBeside.js';
import type { ServerClient } from './serverClient.js';

interface Item extends vscode.QuickPickItem {
  readonly equation?: Equation;
}

export interface PickerTexts {
  readonly title: string;
  readonly placeholder: string;
}

/** The editor has the focus again before it answers. */
export async function pickEquation(
  server: ServerClient,
  editor: vscode.TextEditor,
  texts: PickerTexts,
): Promise<Equation | undefined> {
  const uri = editor.document.uri.toString();
  const own = await server.request<EquationsAnswer | null>(equationRequests.list, {
    uri,
    of: 'post',
  });
  if (!own) return undefined;
  const picker = vscode.window.createQuickPick<Item>();
  Object.assign(picker, texts, { matchOnDescription: true });
  picker.items = itemsOf(own.equations, vscode.l10n.t('This post'));
  const { line } = editor.selection.active;
  const near = picker.items.filter(({ equation }) => equation && equation.start.line <= line);
  activate(picker, near.slice(-1));
  const cancelling = new vscode.CancellationTokenSource();
  picker.onDidHide(() => {
    cancelling.cancel();
  });
  void addOthers(server, picker, uri, cancelling.token);
  const shown = ({ equation }: Item): FormulaPage | null =>
    equation ? pageOf(equation, server) : null;
  return pickBeside<Item, Equation>(editor, picker, shown, (pick) => {
    picker.onDidAccept(() => {
      const equation = picker.activeItems[0]?.equation;
      if (equation) pick(equation);
    });
  });
}

async function addOthers(
  server: ServerClient,
  picker: vscode.QuickPick<Item>,
  uri: string,
  token: vscode.CancellationToken,
): Promise<void> {
  picker.busy = true;
  picker.keepScrollPosition = true;
  const own = picker.items;
  const equations: Equation[] = [];
  let [after, left] = [0, 1];
  try {
    while (left > 0 && equations.length < mostEquations) {
      const request: EquationsRequest = { uri, of: 'others', after };
      const more = await server.request<EquationsAnswer | null>(
        equationRequests.list,
        request,
        token,
      );
      if (!more || token.isCancellationRequested) return;
      equations.push(...more.equations);
      after += more.nPosts;
      left = more.nPostsLeft;
      const { activeItems } = picker;
      picker.items = [...own, ...itemsOf(equations, vscode.l10n.t('Other posts'))];
      activate(picker, activeItems);
    }
    if (left > 0) picker.items = [...picker.items, endOf(left)];
  } catch {
    // The list was closed, or the server is being started anew: those of the post are there.
  } finally {
    if (!token.isCancellationRequested) picker.busy = false;
  }
}

/** Of none, VS Code would make none active, not even the first that matches what was typed meanwhile. */
function activate(picker: vscode.QuickPick<Item>, items: readonly Item[]): void {
  if (items.length > 0) picker.activeItems = items;
}

/** More than this no list shows without making the writer wait. */
const mostEquations = 10_000;

function endOf(nPosts: number): Item {
  const label = vscode.l10n.t('The list ends here: {0} more posts have equations.', nPosts);
  return { label, alwaysShow: true };
}

function itemsOf(equations: readonly Equation[], heading: string): readonly Item[] {
  if (equations.length === 0) return [];
  const separator = { label: heading, kind: vscode.QuickPickItemKind.Separator };
  const items = equations.map((equation): Item => {
    const { shown, label, tex, post } = equation;
    const described = [label, post].filter((part) => part !== null).join(' · ');
    const name = `${shown ?? '–'}  ${tex}`.replaceAll('$(', '\\$(');
    return { label: name, description: described, equation };
  });
  return [separator, ...items];
}

function pageOf(equation: Equation, server: ServerClient): FormulaPage {
  const title = equation.shown ?? vscode.l10n.t('Equation without a number');
  return {
    title,
    html: async () => {
      const picture = await formulaPicture(server, equationRequests.picture, equation);
      return equationHtml(equation, title, picture, vscode.env.language);
    },
  };
}

// Asks for what a formula does not say: the value of a symbol, or its domain. What was answered is remembered, never in the post.
import * as vscode from 'vscode';

/** Lines that were given for each symbol, the newest first. */
type Remembered = Readonly<Record<string, readonly string[]>>;

const key = 'postulate.givenLines';

const mostRemembered = 5;

export interface MissingLine {
  readonly name: string;
  readonly wants: 'value' | 'size' | 'domain';
  /** The lines that were given for other symbols. */
  readonly given: readonly string[];
  /** Why the last answer could not be used; `''` for the first time. */
  readonly fault: string;
}

/** A line of a worksheet; `undefined` where the writer gives up. */
export async function askForLine(
  memory: vscode.Memento,
  missing: MissingLine,
): Promise<string | undefined> {
  const remembered = memory.get<Remembered>(key, {});
  const known = remembered[missing.name] ?? [];
  const others = proposed(missing).filter((one) => !known.includes(one));
  const line = await pickLine(missing, [...known, ...others]);
  if (line === undefined) return undefined;
  const lines = [line, ...known.filter((one) => one !== line)].slice(0, mostRemembered);
  await memory.update(key, { ...remembered, [missing.name]: lines });
  return line;
}

function proposed({ name, wants, given }: MissingLine): readonly string[] {
  switch (wants) {
    case 'value':
      return [];
    case 'size':
      return given.flatMap((line) => {
        const vector = /^(\S+) = \[/.exec(line)?.[1];
        return vector === undefined ? [] : [`${vector} \\in \\mathbb{R}^{${name}}`];
      });
    case 'domain':
      return domainsOf(name);
  }
}

function domainsOf(name: string): readonly string[] {
  return [
    `${name} \\in \\mathbb{R}`,
    `${name} > 0`,
    `${name} \\in [0,1]`,
    `${name} \\in \\mathbb{R}^n`,
    `${name} \\in \\Delta^{n-1}`,
  ];
}

function pickLine(
  { name, wants, fault }: MissingLine,
  known: readonly string[],
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title =
    wants === 'domain'
      ? vscode.l10n.t('Domain or Value of {0}', name)
      : vscode.l10n.t('Value of {0}', name);
  pick.placeholder =
    fault === ''
      ? vscode.l10n.t('A number, a vector such as [0.9, 0.1], or a line of a worksheet')
      : fault;
  pick.ignoreFocusOut = true;
  pick.items = known.map((label) => ({ label }));
  pick.onDidChangeValue((typed) => {
    const line = lineOf(name, typed);
    const items = known.filter((label) => label !== line).map((label) => ({ label }));
    // Whatever is typed comes first, and filters nothing out of sight that it is.
    pick.items = line === null ? items : [{ label: line, alwaysShow: true }, ...items];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** What is no statement yet is a value. */
function lineOf(name: string, typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  return /[=<>]|\\(?:in|le|ge|leq|geq|ne|sim)(?![a-zA-Z])/.test(text) ? text : `${name} = ${text}`;
}

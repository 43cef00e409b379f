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
  /** The last answer, where it could not be used, and why; `''` for the first time. */
  readonly wrong: string;
  readonly fault: string;
}

/** A line of a worksheet; `undefined` where the writer gives up. */
export function askForLine(
  memory: vscode.Memento,
  missing: MissingLine,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const known = memory.get<Remembered>(key, {})[missing.name] ?? [];
  const others = proposed(missing).filter((one) => !known.includes(one));
  return pickLine(missing, [...known, ...others], token);
}

/** Only what could be used is worth to be remembered. */
export async function rememberLine(
  memory: vscode.Memento,
  name: string,
  line: string,
): Promise<void> {
  const remembered = memory.get<Remembered>(key, {});
  const known = remembered[name] ?? [];
  const lines = [line, ...known.filter((one) => one !== line)].slice(0, mostRemembered);
  await memory.update(key, { ...remembered, [name]: lines });
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
    // Of a name with an index, `>` would be claimed of an entry.
    name.includes('_') ? `${name} \\in \\mathbb{R}_+` : `${name} > 0`,
    `${name} \\in [0,1]`,
    `${name} \\in \\mathbb{R}^n`,
    `${name} \\in \\Delta^{n-1}`,
  ];
}

function pickLine(
  { name, wants, wrong, fault }: MissingLine,
  known: readonly string[],
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title =
    wants === 'domain'
      ? vscode.l10n.t('Domain or Value of {0}', name)
      : vscode.l10n.t('Value of {0}', name);
  pick.placeholder = vscode.l10n.t(
    'A number, a vector such as [0.9, 0.1], or a line of a worksheet',
  );
  pick.ignoreFocusOut = true;
  const show = (typed: string): void => {
    const lines = linesOf(name, wants, typed);
    const others = known.filter((label) => !lines.includes(label));
    // Whatever is typed comes first, and filters nothing out of sight that it is.
    pick.items = [
      ...lines.map((label) => ({
        label,
        alwaysShow: true,
        ...(label === wrong ? { detail: `$(warning) ${fault}` } : {}),
      })),
      ...others.map((label) => ({ label })),
    ];
  };
  pick.value = wrong;
  show(wrong);
  pick.onDidChangeValue(show);
  const listening = token.onCancellationRequested(() => {
    pick.hide();
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      listening.dispose();
      pick.dispose();
    });
    pick.show();
  });
}

/** What is no statement yet is a value; where a domain is wanted it may be one, too. */
function linesOf(name: string, wants: MissingLine['wants'], typed: string): readonly string[] {
  const text = typed.trim();
  if (text === '') return [];
  if (/[=<>]|\\(?:in|le|ge|leq|geq|ne|sim)(?![a-zA-Z])/.test(text)) return [text];
  const maySet = wants === 'domain' && /^(?:[[({]|\\[a-zA-Z{])/.test(text);
  return [...(maySet ? [`${name} \\in ${text}`] : []), `${name} = ${text}`];
}

// Gives the client the formulas of the library in its language, their pictures, and what inserts them.
import type { CancellationToken } from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import { displayLines } from '../evaluate/library/display.js';
import { callOf, parametersOf, type LibraryEntry } from '../evaluate/library/entry.js';
import { LIBRARY } from '../evaluate/library/library.js';
import { libraryRequests, type LibraryFormula } from '../protocol/library.js';
import { answered } from './answered.js';
import type { Server } from './serverParts.js';
import { text, type texts } from './texts.js';

export function registerLibrary({ connection, log, options, pictures }: Server): void {
  connection.onRequest(
    libraryRequests.formulas,
    answered(log, 'The formulas of the library', null, () => {
      const { translations } = options();
      return LIBRARY.map((entry) => formulaOf(entry, translations));
    }),
  );
  connection.onRequest(
    libraryRequests.picture,
    answered(log, 'A formula of the library', null, (request, token: CancellationToken) => {
      const entry = entryOf(request);
      if (entry === null) return null;
      const tex = displayLines(entry).join('\n');
      return pictures.picture(
        { tex, display: true, preamble: [], colour: options().foreground },
        (cancel) => token.onCancellationRequested(cancel),
      );
    }),
  );
}

/** The formula that a request names. */
export function entryOf(request: unknown): LibraryEntry | null {
  if (typeof request !== 'object' || request === null || !('name' in request)) return null;
  return LIBRARY.find(({ name }) => name === request.name) ?? null;
}

function formulaOf(entry: LibraryEntry, translations: Translations): LibraryFormula {
  const { name, title, about, kind, source, definitions, range } = entry;
  const told = (key: keyof typeof texts, data: Readonly<Record<string, string>> = {}): string =>
    text(key, data, translations);
  const parameters = parametersOf(entry).map((each, at) => `${each} = ${entry.usual[at] ?? ''}`);
  const direction = directionOf(entry);
  return {
    name,
    title: translations[title] ?? title,
    about: translations[about] ?? about,
    kind: told(KINDS[kind]),
    source,
    definition: definitions.join(', '),
    call: callOf(entry),
    facts: [
      ...(direction === null ? [] : [told(direction)]),
      told('formulaRange', { range }),
      ...(parameters.length === 0 ? [] : [told('formulaUsual', { usual: parameters.join(', ') })]),
    ],
  };
}

const KINDS = {
  sparsity: 'kindSparsity',
  loss: 'kindLoss',
  position: 'kindPosition',
} as const;

function directionOf({ kind, direction }: LibraryEntry): keyof typeof texts | null {
  if (direction === null) return null;
  if (kind === 'sparsity') return direction === 'larger' ? 'largerSparser' : 'smallerSparser';
  return direction === 'larger' ? null : 'smallerBetter';
}

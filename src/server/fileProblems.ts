// Shows what is wrong in files that are no posts: configurations, and the macros that they name.
import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import { textOf, type Translations } from '../checks/messages.js';
import type { FileProblem } from './configFile.js';

export class FileProblems {
  readonly #connection: Connection;
  readonly #translations: () => Translations;
  #shown: ReadonlySet<string> = new Set();

  constructor(connection: Connection, translations: () => Translations) {
    this.#connection = connection;
    this.#translations = translations;
  }

  /** All there are: what was shown before and is not among them goes. */
  show(problems: readonly FileProblem[]): void {
    const uris = new Set(problems.map(({ uri }) => uri));
    for (const uri of new Set([...this.#shown, ...uris])) {
      const own = problems.filter((problem) => problem.uri === uri);
      const diagnostics = own.map((problem) => this.#diagnostic(problem));
      void this.#connection.sendDiagnostics({ uri, diagnostics });
    }
    this.#shown = uris;
  }

  #diagnostic({ line, message }: FileProblem): Diagnostic {
    return {
      // To the end of the line, wherever that is.
      range: { start: { line, character: 0 }, end: { line, character: longestLine } },
      severity: DiagnosticSeverity.Warning,
      code: 'macros',
      source: 'Postulate',
      message: textOf(message, this.#translations()),
    };
  }
}

const longestLine = 10_000;

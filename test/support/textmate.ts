// VS Code's own tokenizer with its own grammars and ours, as they meet in the editor.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { ensureHost } from '../../scripts/host/vscodeServer.mjs';

/** A piece of a line, with the names that hold for it, the outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface Tokenizer {
  /** The tokens of each line. */
  tokenize(text: string): readonly (readonly Token[])[];
}

interface State {
  readonly depth: number;
}

interface Grammar {
  tokenizeLine(
    line: string,
    state: State,
  ): {
    readonly tokens: readonly {
      readonly startIndex: number;
      readonly endIndex: number;
      readonly scopes: readonly string[];
    }[];
    readonly ruleStack: State;
  };
}

interface TextMate {
  readonly INITIAL: State;
  readonly Registry: new (options: {
    readonly onigLib: Promise<unknown>;
    readonly loadGrammar: (scopeName: string) => Promise<unknown>;
    readonly getInjections: (scopeName: string) => readonly string[];
  }) => { loadGrammar(scopeName: string): Promise<Grammar | null> };
  parseRawGrammar(content: string, file: string): unknown;
}

interface Oniguruma {
  loadWASM(bytes: Uint8Array): Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');

/** The host is installed where it is not: it is what the tests in a window run too. */
export async function tokenizerOf(scopeName: string): Promise<Tokenizer> {
  const { serverMain } = await ensureHost(root);
  const host = path.dirname(path.dirname(serverMain));
  const hostModule = createRequire(path.join(host, 'package.json'));
  const textMate = hostModule('vscode-textmate') as TextMate;
  const grammars = await readContributions(host);
  const registry = new textMate.Registry({
    onigLib: loadOniguruma(hostModule),
    loadGrammar: async (name) => {
      const file = grammars.find((grammar) => grammar.scopeName === name)?.path;
      return file === undefined
        ? null
        : textMate.parseRawGrammar(await readFile(file, 'utf8'), file);
    },
    // VS Code asks the extensions that come with it first.
    getInjections: (name) =>
      grammars
        .filter(({ injectTo }) => injectTo?.includes(name))
        .map((injected) => injected.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`No extension has a grammar ${scopeName}.`);
  return { tokenize: (text) => tokenize(grammar, textMate.INITIAL, text) };
}

function tokenize(grammar: Grammar, initial: State, text: string): readonly (readonly Token[])[] {
  let state = initial;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

async function loadOniguruma(hostModule: NodeJS.Require): Promise<unknown> {
  const oniguruma = hostModule('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(
    await readFile(hostModule.resolve('vscode-oniguruma/release/onig.wasm')),
  );
  return {
    createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  };
}

async function readContributions(host: string): Promise<readonly Contribution[]> {
  const manifests = [
    ...globSync('extensions/*/package.json', { cwd: host, absolute: true }).sort(),
    path.join(root, 'package.json'),
  ];
  const found: Contribution[] = [];
  for (const manifest of manifests) {
    const { contributes } = JSON.parse(await readFile(manifest, 'utf8')) as {
      readonly contributes?: { readonly grammars?: readonly Contribution[] };
    };
    for (const grammar of contributes?.grammars ?? []) {
      found.push({ ...grammar, path: path.join(path.dirname(manifest), grammar.path) });
    }
  }
  return found;
}

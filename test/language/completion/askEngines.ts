// Asks the math engines themselves which commands they know, and how many arguments each needs.
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import katex from 'katex';
import { format, resolveConfig } from 'prettier';

const file = path.resolve('src/language/completion/engineCommands.ts');

/** By name, the number of its arguments. */
type Commands = ReadonlyMap<string, number>;

/** Where the commands are kept, and what is to stand there. */
export async function commandsFile(): Promise<{ readonly file: string; readonly text: string }> {
  const text = written([
    ['mathjax4', mathjaxCommands(4)],
    ['mathjax3', mathjaxCommands(3)],
    ['katex', await katexCommands()],
  ]);
  const options = await resolveConfig(file);
  return { file, text: await format(text, { ...options, filepath: file }) };
}

const head = `// Which commands the math engines know: \`node scripts/engineCommands.mjs\` asks them and writes this file.

/** Commands that the same engines know and that need as many arguments. */
export interface CommandGroup {
  readonly engines: readonly ('mathjax4' | 'mathjax3' | 'katex')[];
  readonly arguments: number;
  /** Separated by blanks, in lines. */
  readonly names: readonly string[];
}
`;

function written(engines: readonly (readonly [string, Commands])[]): string {
  const groups = new Map<string, string[]>();
  const names = [...new Set(engines.flatMap(([, commands]) => [...commands.keys()]))];
  for (const name of names.sort()) {
    for (const count of new Set(engines.map(([, commands]) => commands.get(name)))) {
      if (count === undefined) continue;
      const knowing = engines.filter(([, commands]) => commands.get(name) === count);
      const key = JSON.stringify([knowing.map(([engine]) => engine), count]);
      groups.set(key, [...(groups.get(key) ?? []), name]);
    }
  }
  const lines = [...groups].map(([key, members]) => {
    const [knowing, count] = JSON.parse(key) as [readonly string[], number];
    return JSON.stringify({ engines: knowing, arguments: count, names: wrapped(members) });
  });
  return `${head}\nexport const engineCommands: readonly CommandGroup[] = [${lines.join(',\n')}];\n`;
}

function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > 80) lines.push(name);
    else lines[lines.length - 1] = `${last} ${name}`;
  }
  return lines;
}

/** What may be asked for in an argument. */
const fillings = ['x', 'red', '1em'];

/** The fewest arguments with which the engine is content; none where groups alone do not make it so. */
function countArguments(accepts: (tex: string) => boolean, name: string): number {
  for (let count = 0; count < 5; count++) {
    if (fillings.some((filling) => accepts(`\\${name}${`{${filling}}`.repeat(count)}`)))
      return count;
  }
  return 0;
}

/** What pages define, not MathJax. */
const ofPages = /^(?:new-|configmacros|ams-declare)/;

interface TokenMap {
  readonly name: string;
  readonly map?: ReadonlyMap<string, unknown>;
}

interface MathJaxInput {
  reset(): void;
  compile(item: object, document: object): unknown;
  readonly parseOptions: {
    readonly handlers: { get(kind: 'macro'): object };
  };
}

interface MathJaxModules {
  readonly mathjax: { document(html: string, options: object): object };
  readonly TeX: new (options: object) => MathJaxInput;
  readonly HTMLMathItem: new (tex: string, jax: MathJaxInput, display: boolean) => object;
  readonly RegisterHTMLHandler: (adaptor: unknown) => void;
  readonly liteAdaptor: () => unknown;
}

/** What `tex-chtml` and its sisters load; `autoload` names what they load once it is used. */
const loaded = ['base', 'ams', 'newcommand', 'noundefined', 'require', 'autoload', 'configmacros'];
const loadedLater = [
  ...['action', 'amscd', 'bbox', 'boldsymbol', 'braket', 'cancel', 'color', 'enclose'],
  ...['extpfeil', 'html', 'mhchem', 'unicode', 'verb'],
];

const configurations: Readonly<Record<string, string>> = {
  amscd: 'AmsCd',
  noundefined: 'NoUndefined',
  configmacros: 'ConfigMacros',
};

function mathjaxCommands(version: 3 | 4): Commands {
  const require = createRequire(path.resolve('package.json'));
  const root = version === 4 ? '@mathjax/src/js' : 'mathjax-full/js';
  const load = (name: string): object => require(`${root}/${name}.js`) as object;
  const modules = Object.assign(
    {},
    ...[
      ...['mathjax', 'input/tex', 'core/MathItem', 'handlers/html/HTMLMathItem'],
      ...['handlers/html', 'adaptors/liteAdaptor'],
    ].map(load),
  ) as MathJaxModules;
  for (const name of [...loaded, ...loadedLater]) {
    const title = configurations[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
    load(`input/tex/${name}/${title}Configuration`);
  }
  modules.RegisterHTMLHandler(modules.liteAdaptor());
  const input = new modules.TeX({ packages: loaded });
  modules.mathjax.document('', { InputJax: input });
  const accepts = mathjaxAccepts(modules);
  const names = mathjaxNames(input).filter((name) => /^[a-zA-Z]+$/.test(name));
  return new Map(names.map((name) => [name, countArguments(accepts, name)]));
}

function mathjaxNames(input: MathJaxInput): readonly string[] {
  const handler = input.parseOptions.handlers.get('macro') as Record<string, unknown>;
  const configuration = handler['_configuration'] ?? handler['configuration'];
  return [...(configuration as Iterable<{ readonly item: TokenMap }>)]
    .filter(({ item }) => !ofPages.test(item.name))
    .flatMap(({ item }) => [...(item.map?.keys() ?? [])].map((name) => name.replace(/^\\/, '')));
}

function mathjaxAccepts(modules: MathJaxModules): (tex: string) => boolean {
  // Without those that load others, or accept what nobody knows.
  const packages = ['base', 'ams', 'newcommand', ...loadedLater];
  const rethrow = (_: unknown, error: unknown): never => {
    throw error as Error;
  };
  const input = new modules.TeX({ packages, formatError: rethrow });
  const document = modules.mathjax.document('', { InputJax: input });
  return (tex) => {
    input.reset();
    try {
      input.compile(new modules.HTMLMathItem(tex, input, true), document);
      return true;
    } catch {
      return false;
    }
  };
}

/** These write to the console and show nothing. */
const forDevelopers = new Set(['show', 'message', 'errmessage']);

/** KaTeX keeps its tables to itself; its sources export them. */
async function katexCommands(): Promise<Commands> {
  const resolveDir = path.resolve('node_modules/katex/src');
  const contents = `
    import symbols from './symbols';
    import './functions';
    import './macros';
    import {_functions} from './defineFunction';
    import {_macros} from './defineMacro';
    module.exports = [symbols.math, _functions, _macros].flatMap((table) => Object.keys(table));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  });
  const module = { exports: [] as readonly string[] };
  vm.runInNewContext(outputFiles[0]?.text ?? '', { module, exports: module.exports, console });
  const names = [...new Set(module.exports)]
    .filter((name) => /^\\[a-zA-Z]+$/.test(name))
    .map((name) => name.slice(1))
    .filter((name) => !forDevelopers.has(name))
    .filter((name) => !/mathmode/.test(katexError(`\\${name}`)?.replace(/ /g, '') ?? ''));
  return new Map(
    names.map((name) => [name, countArguments((tex) => katexError(tex) === null, name)]),
  );
}

function katexError(tex: string): string | null {
  try {
    katex.renderToString(tex, { displayMode: true, strict: false, trust: true });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

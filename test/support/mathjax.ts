// MathJax itself, versions 3 and 4, as the oracle of numbering: typesets the formulas of one page.
import { createRequire } from 'node:module';
import type { Delimiter } from '../../src/core/markdown/block.js';
import type { DisplayErrorCode } from '../../src/core/numbering/display.js';
import { mayDefineMacros } from '../../src/core/numbering/parseDisplay.js';
import type { TagMode } from '../../src/core/site/site.js';

export type MathJaxVersion = 3 | 4;

export interface PageFormula {
  readonly tex: string;
  readonly delimiter: Delimiter;
}

export interface TypesetPage {
  readonly formulas: readonly TypesetFormula[];
  /** Every label MathJax knows; `null` for `???`. */
  readonly labels: ReadonlyMap<string, string | null>;
  /** Labels that MathJax took from formulas it does not typeset: nobody can see their numbers. */
  readonly invisibleLabels: ReadonlySet<string>;
  /** Labels that once were such: what references showed then, nobody can follow. */
  readonly onceInvisibleLabels: ReadonlySet<string>;
}

export interface TypesetFormula {
  readonly error: TypesetError | null;
  /** What its rows show, in the order in which they took their numbers. */
  readonly shown: readonly string[];
  /** What its references show. */
  readonly references: readonly string[];
  /** Commands that MathJax does not know: it shows them in red. */
  readonly unknownCommands: readonly string[];
  /** All that it is drawn from. */
  readonly root: MathNode;
}

export interface TypesetError {
  readonly id: string;
  /** The kinds of ours that it may be; none where it is no error of numbering. */
  readonly codes: readonly DisplayErrorCode[];
}

/** Of MathML, as MathJax has it. */
export interface MathNode {
  readonly kind: string;
  readonly childNodes: readonly (MathNode | null)[];
  readonly attributes?: {
    get(name: string): unknown;
    getAllAttributes(): Readonly<Record<string, unknown>>;
  };
  getText?(): string;
}
interface MathItem {
  readonly root: MathNode;
  start: unknown;
  end: unknown;
}
interface InputJax {
  reset(): void;
  compile(item: MathItem, document: unknown): unknown;
  formatError(error: unknown): unknown;
  findMath(strings: readonly string[]): readonly FoundMath[];
  readonly parseOptions: { readonly tags: { readonly allLabels: Record<string, { tag: string }> } };
}
export interface FoundMath {
  readonly math: string;
  readonly open: string;
  readonly display: boolean | null;
  readonly start: { readonly n: number };
  readonly end: { readonly n: number };
}
interface MathJax {
  readonly mathjax: {
    document(
      html: string,
      options: object,
    ): { math: { push(item: MathItem): void }; compile(): void };
  };
  readonly TeX: new (options: object) => InputJax;
  readonly HTMLMathItem: new (tex: string, jax: InputJax, display: boolean) => MathItem;
}

/** What every site has, and what MathJax loads by itself when a page uses it. */
const packages = [
  ...['base', 'ams', 'newcommand', 'noundefined', 'amscd', 'boldsymbol', 'color', 'html', 'verb'],
  ...['cancel', 'bbox', 'enclose', 'mhchem', 'braket', 'extpfeil', 'unicode', 'mathtools', 'cases'],
];

const modules: readonly (readonly [string, readonly string[]])[] = [
  ['mathjax', ['mathjax']],
  ['input/tex', ['TeX']],
  ['adaptors/liteAdaptor', ['liteAdaptor']],
  ['handlers/html', ['RegisterHTMLHandler']],
  ['handlers/html/HTMLMathItem', ['HTMLMathItem']],
];

const configurations: readonly (readonly [string, string])[] = [
  ...packages.map((name) => [name, configurationName(name)] as const),
  ['textmacros', 'TextMacrosConfiguration'],
];

function configurationName(name: string): string {
  const exact = new Map([
    ['newcommand', 'NewcommandConfiguration'],
    ['noundefined', 'NoUndefinedConfiguration'],
    ['amscd', 'AmsCdConfiguration'],
  ]);
  return exact.get(name) ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Configuration`;
}

async function load(version: MathJaxVersion): Promise<MathJax> {
  const require = createRequire(import.meta.url);
  const read = async (module: string): Promise<Record<string, unknown>> =>
    version === 3
      ? (require(`mathjax-full/js/${module}.js`) as Record<string, unknown>)
      : ((await import(`@mathjax/src/js/${module}.js`)) as Record<string, unknown>);
  const parts: Record<string, unknown> = {};
  for (const [module, names] of modules) {
    const exported = await read(module);
    for (const name of names) parts[name] = exported[name];
  }
  for (const [name, configuration] of configurations) {
    await read(`input/tex/${name}/${configuration}`);
  }
  const adaptor = (parts['liteAdaptor'] as () => unknown)();
  (parts['RegisterHTMLHandler'] as (adaptor: unknown) => void)(adaptor);
  return parts as unknown as MathJax;
}

const loaded = new Map<MathJaxVersion, Promise<MathJax>>();

function loadMathJax(version: MathJaxVersion): Promise<MathJax> {
  let mathjax = loaded.get(version);
  if (mathjax === undefined) {
    mathjax = load(version);
    loaded.set(version, mathjax);
  }
  return mathjax;
}

interface Reader {
  readonly jax: InputJax;
  onCompiled: (item: MathItem, error: TypesetError | null) => void;
}

const readers = new Map<string, Reader>();

/** MathJax never frees a reader; only macros make one unfit for another page. */
async function readerFor(
  version: MathJaxVersion,
  tags: TagMode,
  formulas: readonly PageFormula[],
): Promise<Reader> {
  const defines = formulas.some(({ tex }) => mayDefineMacros(tex));
  const key = `${version} ${tags}`;
  const known = defines ? undefined : readers.get(key);
  const reader = known ?? newReader(await loadMathJax(version), version, tags);
  if (!defines) readers.set(key, reader);
  reader.jax.reset();
  return reader;
}

function newReader(mathjax: MathJax, version: MathJaxVersion, tags: TagMode): Reader {
  let last: TypesetError | null = null;
  const jax = new mathjax.TeX({
    // `textmacros` is what MathJax 4 loads by itself.
    packages: version === 4 ? [...packages, 'textmacros'] : packages,
    tags,
    inlineMath: [
      ['$', '$'],
      ['\\(', '\\)'],
    ],
    formatError: (input: InputJax, error: unknown) => {
      last = readError(error as { id: string; message: string });
      return input.formatError(error);
    },
  });
  const compile = jax.compile.bind(jax);
  jax.compile = (item, document) => {
    last = null;
    const result = compile(item, document);
    reader.onCompiled(item, last);
    return result;
  };
  const reader: Reader = { jax, onCompiled: () => undefined };
  return reader;
}

/** Typesets formulas as one page does: in order, and again those whose references were unknown. */
export async function typesetPage(
  version: MathJaxVersion,
  tags: TagMode,
  formulas: readonly PageFormula[],
): Promise<TypesetPage> {
  const mathjax = await loadMathJax(version);
  const reader = await readerFor(version, tags, formulas);
  const { jax } = reader;
  const errors = new Map<MathItem, TypesetError | null>();
  const owners = new Map<string, { label: unknown; item: MathItem }>();
  const takings: { key: string; item: MathItem }[] = [];
  reader.onCompiled = (item, error) => {
    errors.set(item, error);
    for (const [key, label] of Object.entries(jax.parseOptions.tags.allLabels)) {
      if (owners.get(key)?.label === label) continue;
      owners.set(key, { label, item });
      takings.push({ key, item });
    }
  };
  const document = mathjax.mathjax.document('', { InputJax: jax });
  const items = formulas.map(({ tex, delimiter }) => {
    const item = new mathjax.HTMLMathItem(tex, jax, delimiter !== '$' && delimiter !== '\\(');
    item.start = item.end = { node: null, n: 0, delim: '' };
    document.math.push(item);
    return item;
  });
  document.compile();
  return {
    formulas: items.map((item) => readFormula(item.root, errors.get(item) ?? null)),
    labels: new Map(
      Object.entries(jax.parseOptions.tags.allLabels).map(([key, { tag }]) => [
        key,
        tag === '???' ? null : tag,
      ]),
    ),
    invisibleLabels: new Set(
      [...owners].flatMap(([key, { item }]) => (errors.get(item) ? [key] : [])),
    ),
    onceInvisibleLabels: new Set(
      takings.flatMap(({ key, item }) => (errors.get(item) ? [key] : [])),
    ),
  };
}

/** Finds formulas and references in a text as MathJax does. */
export async function findMath(
  version: MathJaxVersion,
  text: string,
): Promise<readonly FoundMath[]> {
  const { jax } = await readerFor(version, 'ams', []);
  return jax.findMath([text]);
}

function readFormula(root: MathNode, error: TypesetError | null): TypesetFormula {
  const shows = {
    shown: [] as string[],
    references: [] as string[],
    unknownCommands: [] as string[],
  };
  if (error === null) walk(root, shows);
  return { error, ...shows, root };
}

type Shows = Readonly<Record<Exclude<keyof TypesetFormula, 'error' | 'root'>, string[]>>;

function walk(node: MathNode, shows: Shows): void {
  const labelled = node.kind === 'mlabeledtr';
  node.childNodes.forEach((child, at) => {
    if (child !== null && !(labelled && at === 0)) walk(child, shows);
  });
  const tag = node.childNodes[0];
  const shown = labelled && tag ? textOf(tag) : '';
  if (shown !== '') shows.shown.push(shown);
  if (node.kind === 'mrow' && node.attributes?.get('class') === 'MathJax_ref') {
    shows.references.push(textOf(node));
  }
  if (node.kind === 'mtext' && node.attributes?.get('mathcolor') === 'red') {
    shows.unknownCommands.push(textOf(node));
  }
}

export function textOf(node: MathNode): string {
  if (node.kind === 'text') return node.getText?.() ?? '';
  return (node.childNodes ?? []).map((child) => (child === null ? '' : textOf(child))).join('');
}

const kinds: Readonly<Record<string, readonly DisplayErrorCode[]>> = {
  MultipleLabel: ['duplicate-label'],
  CommandNotAllowedInEnv: ['tag-not-allowed'],
  UnknownEnv: ['unknown-environment'],
  ErroneousNestingEq: ['wrong-nesting'],
  EnvBadEnd: ['wrong-nesting'],
  ExtraLeftMissingRight: ['wrong-nesting'],
  EnvMissingEnd: ['unclosed-environment'],
  ExtraOpenMissingClose: ['unclosed-brace'],
  MissingCloseBrace: ['unclosed-brace'],
  ExtraCloseMissingOpen: ['extra-close'],
  MissingBeginExtraEnd: ['extra-close', 'unclosed-brace', 'wrong-nesting'],
  MaxMacroSub1: ['endless-macro'],
  MaxMacroSub2: ['endless-macro'],
  MaxBufferSize: ['endless-macro'],
};

function readError({ id, message }: { id: string; message: string }): TypesetError {
  if (id !== 'MultipleCommand') return { id, codes: kinds[id] ?? [] };
  return { id, codes: [message.includes('\\label') ? 'multiple-labels' : 'multiple-tags'] };
}

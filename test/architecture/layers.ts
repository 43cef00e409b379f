// The table of layers, and what in a tree of sources breaks it.
import { readdir } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseResult, type IDependency } from 'dependency-cruiser';

interface Layer {
  /** Folders of `src/` that it may import, itself aside. */
  readonly layers: readonly string[];
  /** Folders of which it may import types only. */
  readonly typesOf?: readonly string[];
  /** Folders that only these files of it may import. */
  readonly onlyFrom?: Readonly<Record<string, RegExp>>;
  readonly packages: readonly string[];
  /** Folders beside `src/` whose data it may bundle. */
  readonly beside?: readonly string[];
  /** The files that may import Node built-ins. */
  readonly node?: RegExp;
}

/** Each layer imports itself and what its line lists, nothing else. */
const table: Readonly<Record<string, Layer>> = {
  core: { layers: [], packages: ['ignore', 'yaml', 'smol-toml', 'htmlparser2', 'diff'] },
  tex: { layers: ['core'], packages: ['katex'] },
  evaluate: { layers: ['core', 'tex'], packages: ['decimal.js'] },
  checks: { layers: ['core', 'tex', 'evaluate'], packages: ['fastest-levenshtein'] },
  render: {
    layers: ['core', 'tex', 'evaluate', 'protocol'],
    packages: [
      'markdown-it',
      'markdown-it-cjk-friendly',
      'markdown-it-footnote',
      'katex',
      '@vscode/markdown-it-katex',
      'highlight.js',
      'echarts',
    ],
  },
  language: {
    layers: ['core', 'tex', 'evaluate', 'checks', 'render'],
    packages: ['pinyin-match'],
  },
  protocol: { layers: [], typesOf: ['core'], packages: [] },
  server: {
    layers: ['core', 'tex', 'evaluate', 'checks', 'render', 'language', 'protocol'],
    packages: [
      'vscode-languageserver',
      '@mathjax/src',
      '@mathjax/mathjax-tex-font',
      'jsonc-parser',
      'picomatch',
    ],
    node: /^(node[^/]*|[^/]*Worker)\.ts$/,
  },
  extension: {
    layers: ['protocol'],
    onlyFrom: { render: /^builtinPreview\.ts$/ },
    packages: ['vscode', 'vscode-languageclient'],
    node: /./,
  },
  preview: { layers: ['protocol'], packages: ['katex', 'dompurify'] },
  graph: { layers: ['protocol'], packages: ['d3-force'] },
  cli: {
    layers: ['core', 'tex', 'evaluate', 'checks', 'render', 'language', 'protocol', 'server'],
    packages: ['chokidar', 'commander', 'picocolors', 'picomatch', 'sarif', 'string-width'],
    beside: ['l10n'],
    node: /./,
  },
};

/** One line for each import under `root/src` that the table does not allow. */
export async function violations(root: string): Promise<readonly string[]> {
  const { modules } = await graph(root);
  const found: string[] = [];
  for (const module of modules) {
    const [src, layer = '', ...rest] = module.source.split('/');
    if (src !== 'src') continue;
    const file = rest.join('/');
    for (const dependency of module.dependencies) {
      const complaint = complain(layer, file, dependency);
      if (complaint !== undefined) found.push(`${module.source}: ${complaint}`);
    }
  }
  return [...found, ...(await strayFiles(root))].sort();
}

async function graph(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    // Imports of types alone count too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules'] },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a report, not a graph.');
  return output;
}

function complain(from: string, file: string, dependency: IDependency): string | undefined {
  const layer = table[from];
  const target = dependency.module;
  if (!layer) return `there is no layer "${from}"`;
  if (dependency.circular) return `the import of "${target}" closes a circle`;
  if (target.startsWith('.')) return complainOfFile(from, layer, file, dependency);
  // dependency-cruiser gives `node:path` as `path`.
  if (builtinModules.includes(target)) {
    return layer.node?.test(file) === true ? undefined : `the Node built-in "${target}"`;
  }
  return layer.packages.includes(packageName(target)) ? undefined : `the package "${target}"`;
}

function complainOfFile(
  from: string,
  layer: Layer,
  file: string,
  dependency: IDependency,
): string | undefined {
  const [src, to = ''] = dependency.resolved.split('/');
  if (src !== undefined && layer.beside?.includes(src)) return undefined;
  if (dependency.couldNotResolve || src !== 'src') return `"${dependency.module}" outside of src`;
  if (to === from || layer.layers.includes(to)) return undefined;
  if (layer.onlyFrom?.[to]?.test(file) === true) return undefined;
  if (layer.typesOf?.includes(to) !== true) return `the layer "${to}" ("${dependency.module}")`;
  return dependency.dependencyTypes.includes('type-only')
    ? undefined
    : `more than types of the layer "${to}" ("${dependency.module}")`;
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

async function strayFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, 'src'), { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() || !(entry.name in table))
    .map((entry) => `src/${entry.name}: not a layer`);
}

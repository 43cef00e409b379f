// Bundles the extension: `node scripts/build.mjs [--minify] [--watch]`.
import { chmod, cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // `main` of some packages is UMD, whose requires a bundler cannot see.
  mainFields: ['module', 'main'],
};

/**
 * One KaTeX a bundle, also where some modules import it and others require it.
 * @type {import('esbuild').Plugin}
 */
const oneKatex = {
  name: 'one-katex',
  setup(builder) {
    const file = fileURLToPath(import.meta.resolve('katex'));
    builder.onResolve({ filter: /^katex$/ }, () => ({ path: file }));
  },
};

/**
 * MathJax's default font is loaded in parts, file by file; this one comes whole.
 * @type {import('esbuild').Plugin}
 */
const mathjaxFont = {
  name: 'mathjax-font',
  setup(builder) {
    builder.onResolve({ filter: /^#default-font\// }, ({ path: asked }) => {
      const file = asked.replace(/^#default-font\//, '@mathjax/mathjax-tex-font/js/');
      return { path: fileURLToPath(import.meta.resolve(file)) };
    });
  },
};

/** Packages that are no modules may ask for Node's own. */
const requireBanner = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);`;

/** @type {import('esbuild').BuildOptions} */
const preview = {
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  entryPoints: ['src/preview/main.ts'],
  outfile: 'media/preview.js',
};

/** @type {import('esbuild').BuildOptions} */
const graph = {
  ...preview,
  entryPoints: ['src/graph/main.ts'],
  outfile: 'media/graph.js',
};

/** The programs share most of what they are made of: that lies in files beside them, once. */
/** @type {import('esbuild').BuildOptions} */
const programs = {
  ...node,
  format: 'esm',
  splitting: true,
  outdir: 'dist',
  chunkNames: 'node/[name]-[hash]',
  entryPoints: {
    cli: 'src/cli/main.ts',
    'node/server': 'src/server/nodeMain.ts',
    'node/typeset': 'src/server/typesetWorker.ts',
    'node/evaluateWorker': 'src/server/evaluateWorker.ts',
  },
  banner: { js: requireBanner },
};

/** Every bundle: its sources, its output and what differs from the common options. */
/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/node/extension.cjs',
    external: ['vscode'],
  },
  programs,
  preview,
  graph,
];

/**
 * Builds every bundle.
 * @param {{ minify?: boolean, write?: boolean }} [choices]
 * @returns {Promise<import('esbuild').Metafile[]>} one metafile a bundle, in the order of the list
 */
export async function build({ minify = false, write = true } = {}) {
  const results = await Promise.all(
    bundles.map((bundle) => esbuild.build({ ...common(minify), ...bundle, write })),
  );
  const metafiles = results.map(
    (result) => /** @type {import('esbuild').Metafile} */ (result.metafile),
  );
  if (write) {
    await removeFormerBundles(metafiles);
    await copyKatexAssets();
    await chmod(path.join(root, 'dist/cli.js'), 0o755);
  }
  return metafiles;
}

/**
 * What is built no longer must not be packed.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
async function removeFormerBundles(metafiles) {
  const folder = 'dist/node';
  const built = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs)));
  for (const name of await readdir(path.join(root, folder))) {
    const file = `${folder}/${name}`;
    if (!built.has(file.replace(/\.map$/, ''))) await rm(path.join(root, file));
  }
}

/**
 * The script of the preview as text, as it is packed.
 * @param {readonly import('esbuild').Plugin[]} [plugins] what tests put in the place of a part
 */
export async function previewScript(plugins = []) {
  const options = common(true);
  const results = await esbuild.build({
    ...options,
    ...preview,
    plugins: [...(options.plugins ?? []), ...plugins],
    write: false,
  });
  return results.outputFiles[0]?.text ?? '';
}

/**
 * @param {boolean} minify
 * @returns {import('esbuild').BuildOptions}
 */
function common(minify) {
  return {
    absWorkingDir: root,
    bundle: true,
    minify,
    sourcemap: minify ? false : 'linked',
    metafile: true,
    plugins: [oneKatex, mathjaxFont],
    logLevel: 'warning',
  };
}

/** The style sheet of KaTeX and, of its fonts, the format that every webview reads. */
async function copyKatexAssets() {
  const from = path.dirname(fileURLToPath(import.meta.resolve('katex/dist/katex.min.css')));
  const to = path.join(root, 'media/katex');
  await rm(to, { recursive: true, force: true });
  await mkdir(path.join(to, 'fonts'), { recursive: true });
  await cp(path.join(from, 'katex.min.css'), path.join(to, 'katex.min.css'));
  for (const font of await readdir(path.join(from, 'fonts'))) {
    if (!font.endsWith('.woff2')) continue;
    await cp(path.join(from, 'fonts', font), path.join(to, 'fonts', font));
  }
}

async function watch() {
  await copyKatexAssets();
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...common(false), ...bundle, logLevel: 'info' });
    await context.watch();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--watch')) await watch();
  else await build({ minify: process.argv.includes('--minify') });
}

// The files whose changes the editor tells the server, as globs.

/** Posts, configurations, macros, pictures, and what tells a site. */
export const watchedFiles: readonly string[] = [
  ...['**/*.{md,markdown,eval}', '**/{,.}postulate.json', '**/.gitignore', '**/*.{tex,sty}'],
  ...['**/{_config*,mkdocs,_quarto,myst}.yml', '**/{hugo,config,markup}.{toml,yaml,yml,json}'],
  // Data that worksheets read.
  '**/*.{npy,npz,safetensors,csv,tsv,json}',
  '**/*.{png,jpg,jpeg,gif,svg,webp,avif,bmp}',
  ...['**/docusaurus.config.*', '**/.vitepress/config.*'],
  ...[
    '**/{_includes,_layouts,_scripts,layouts,assets,static,js}/**/*.{html,htm,js}',
    '**/docs/**/*.js',
  ],
];

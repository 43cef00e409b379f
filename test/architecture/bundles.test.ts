// What the bundles hold.
import { expect, it } from 'vitest';
import { build } from '../../scripts/build.mjs';

/** The copies of KaTeX in a bundle; both module formats of one version are two copies. */
function copiesOfKatex(inputs: readonly string[]): readonly string[] {
  return inputs.filter((input) => /(^|\/)katex\/dist\/katex(\.min)?\.[cm]?js$/.test(input));
}

it('holds one KaTeX at most', async () => {
  for (const { inputs, outputs } of await build({ write: false })) {
    expect(copiesOfKatex(Object.keys(inputs)).length, Object.keys(outputs).join()).toBeLessThan(2);
  }
});

it('knows copies of KaTeX', () => {
  const copies = [
    'node_modules/katex/dist/katex.mjs',
    'node_modules/@vscode/markdown-it-katex/node_modules/katex/dist/katex.js',
  ];
  expect(copiesOfKatex([...copies, 'node_modules/katex/contrib/mhchem/mhchem.js'])).toEqual(copies);
});

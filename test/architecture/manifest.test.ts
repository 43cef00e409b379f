// The manifest, its texts in both languages, and the code agree.
import { getL10nJson } from '@vscode/l10n-dev';
import { expect, it } from 'vitest';
import { templates } from '../../src/checks/messages.js';
import { LIBRARY } from '../../src/evaluate/library/library.js';
import { EVALUATION_MESSAGES } from '../../src/evaluate/messages.js';
import { texts } from '../../src/server/texts.js';
import { readJson, readSources } from './sources.js';

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
  };
}

const serverTexts = [
  ...Object.values(templates),
  ...Object.values(texts),
  ...Object.values(EVALUATION_MESSAGES),
  ...LIBRARY.flatMap(({ title, about }) => [title, about]),
];

type Texts = Readonly<Record<string, string>>;

const manifest = await readJson<Manifest>('package.json');

/** The placeholders of a message, such as `{0}`. */
function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

it('has every text of the manifest in both languages and no other', async () => {
  const used = new Set(JSON.stringify(manifest).match(/(?<=")%[\w.-]+%(?=")/g));
  const keys = [...used].map((key) => key.slice(1, -1)).sort();
  expect(Object.keys(await readJson<Texts>('package.nls.json')).sort()).toEqual(keys);
  expect(Object.keys(await readJson<Texts>('package.nls.zh-cn.json')).sort()).toEqual(keys);
});

it('has every text of the code in both languages and no other', async () => {
  const sources = await readSources();
  const used = await getL10nJson(sources.map(({ text }) => ({ extension: '.ts', contents: text })));
  // What the server says is a template each, not a call.
  const keys = [...new Set([...Object.keys(used), ...serverTexts])].sort();
  expect(Object.keys(await readJson<Texts>('l10n/bundle.l10n.json')).sort()).toEqual(keys);
  expect(Object.keys(await readJson<Texts>('l10n/bundle.l10n.zh-cn.json')).sort()).toEqual(keys);
});

it('keeps the placeholders in every language', async () => {
  for (const file of ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json']) {
    for (const [key, text] of Object.entries(await readJson<Texts>(file))) {
      expect(placeholders(text), `${file}: ${key}`).toEqual(placeholders(key));
    }
  }
});

it('names every command, says when it applies, and has code for it', async () => {
  const sources = await readSources();
  const code = sources.filter(({ file }) => file.startsWith('src/extension/'));
  const palette = manifest.contributes.menus['commandPalette'] ?? [];
  for (const { command, title, category, enablement } of manifest.contributes.commands) {
    expect(title, command).toMatch(/^%.*%$/);
    expect(category, command).toBe('Postulate');
    const condition = enablement ?? palette.find((item) => item.command === command)?.when;
    expect(condition, `when of ${command}`).toBeTruthy();
    expect(
      code.some(({ text }) => text.includes(`'${command}'`)),
      command,
    ).toBe(true);
  }
});

it('reads every setting that it names, and names every setting that it reads', async () => {
  const named = Object.keys(manifest.contributes.configuration.properties);
  const sources = await readSources();
  const read = sources
    .filter(({ file }) => file === 'src/server/settings.ts')
    .flatMap(({ text }) => [...text.matchAll(/at\(value, '(\w+)', '(\w+)'\)/g)])
    .map(([, section = '', name = '']) => `postulate.${section}.${name}`);
  const client = sources
    .filter(({ file }) => file.startsWith('src/extension/'))
    .flatMap(({ text }) => [
      ...text.matchAll(/getConfiguration\('(postulate[.\w]*)',? ?\w*\)\s*\.get\('(\w+)'/g),
    ])
    .map(([, section = '', name = '']) => `${section}.${name}`);
  expect([...read, ...client].sort()).toEqual(named.sort());
});

it('holds back in Restricted Mode what exists', () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const named = Object.keys(manifest.contributes.configuration.properties);
  expect(named).toEqual(expect.arrayContaining([...restrictedConfigurations]));
});

it('is typed against the oldest VS Code that it promises', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode'] ?? ''}`);
});

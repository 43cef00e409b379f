// The formats that programs read: SARIF, annotations of GitHub, and lines as compilers print them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { expect, it } from 'vitest';
import { rules } from '../../../src/checks/rules.js';
import { ruleDescriptions } from '../../../src/cli/formats/ruleDescriptions.js';
import { makeFolder, runCli, type Files } from '../../support/cli.js';

const post = `# Losses

$$x \\tag{1}\\label{eq:loss}$$

By \\eqref{eq:los}, and by
\\eqref{eq:other}.

$$y \\tag{2}\\label{eq:loss}$$
`;

async function run(files: Files, format: string, ...paths: readonly string[]): Promise<string> {
  return (await runCli(await makeFolder(files), ['check', '--format', format, ...paths])).output;
}

async function checkSarif(files: Files, ...paths: readonly string[]): Promise<readonly Result[]> {
  const log = JSON.parse(await run(files, 'sarif', ...paths)) as Log;
  const validate = await schema();
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log.runs[0]?.results ?? [];
}

async function schema() {
  const file = path.resolve(import.meta.dirname, '../data/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(await readFile(file, 'utf8')) as object);
}

it('SARIF says what, where, and what would mend it', async () => {
  const results = await checkSarif({ 'my posts/损失.md': post }, 'my posts');
  const uri = 'my%20posts/%E6%8D%9F%E5%A4%B1.md';
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' };
  const region = { startLine: 5, startColumn: 11, endLine: 5, endColumn: 17 };
  expect(results.find(({ ruleId }) => ruleId === 'label.undefined')).toMatchObject({
    ruleId: 'label.undefined',
    ruleIndex: rules.findIndex(({ code }) => code === 'label.undefined'),
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation,
            replacements: [{ deletedRegion: region, insertedContent: { text: 'eq:loss' } }],
          },
        ],
      },
    ],
  });
  const duplicate = results.find(({ ruleId }) => ruleId === 'label.duplicate');
  expect(duplicate?.relatedLocations).toMatchObject([
    { physicalLocation: { region: { startLine: 3 } }, message: {} },
  ]);
});

it('SARIF without findings is valid, too', async () => {
  expect(await checkSarif({ 'one.md': 'Text.\n' }, '.')).toEqual([]);
});

const prints = (results: readonly Result[]): unknown =>
  results.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints]);

it('fingerprints stay where lines move, and tell equal lines apart', async () => {
  const before = prints(await checkSarif({ 'one.md': post }, '.'));
  expect(prints(await checkSarif({ 'one.md': `New.\n\n${post}` }, '.'))).toEqual(before);
  expect(prints(await checkSarif({ 'one.md': post.replaceAll('\n', '\r\n') }, '.'))).toEqual(
    before,
  );
  const twice = await checkSarif({ 'one.md': '\\eqref{a}\n\n\\eqref{a}\n' }, '.');
  const [first, second] = twice.map((result) => result.partialFingerprints?.['postulate/v1']);
  expect([first?.slice(-2), second?.slice(-2)]).toEqual([':1', ':2']);
});

it('fingerprints of many findings of one line are made in linear time', async () => {
  const results = await checkSarif({ 'one.md': '\\eqref{a} '.repeat(20_000) }, '.');
  expect(results).toHaveLength(20_000);
});

it('describes every rule', () => {
  expect(Object.keys(ruleDescriptions)).toEqual(rules.map(({ code }) => code));
});

it('GitHub reads annotations, and a post adds none of its own', async () => {
  const files = { 'a,b.md': '100% \\eqref{x%0A::error::y}\n', 'two.md': '$$\n\\frac{a}\n$$\n' };
  expect(await run(files, 'github', '.')).toMatchInlineSnapshot(`
    "::error file=a%2Cb.md,line=1,endLine=1,col=13,title=label.undefined::No equation of this post has the label “x%250A::error::y”: readers see (???). Add \\label{x%250A::error::y} to the equation, or correct the name.
    ::error file=two.md,line=2,endLine=2,col=1,title=tex.parse::\\frac lacks an argument: readers see an error in place of the formula. Write it in braces.
    "
  `);
});

it('prints lines as compilers do', async () => {
  expect(await run({ 'posts/one.md': post }, 'unix', 'posts')).toMatchInlineSnapshot(`
    "posts/one.md:3:12: hint: Nothing refers to the label “eq:loss”. [label.unused]
    posts/one.md:5:11: error: No equation of this post has the label “eq:los”: readers see (???). Did you mean “eq:loss”? [label.undefined]
    posts/one.md:6:8: error: No equation of this post has the label “eq:other”: readers see (???). Add \\label{eq:other} to the equation, or correct the name. [label.undefined]
    posts/one.md:8:19: error: The label “eq:loss” is already taken on this page: readers see an error in place of this equation. Rename one of the two. [label.duplicate]
    "
  `);
});

// `postulate eval` of analyses and sliders, as JSON and as lines.
import { expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun } from '../support/cli.js';

const raw = String.raw;

async function runOn(text: string, ...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder({ 'a.md': text }), ['eval', ...words, 'a.md']);
}

interface Analysed {
  readonly analysis: { readonly rows: readonly { readonly name: string }[] };
}

it('has analyses as JSON and as lines', async () => {
  const text = '```eval\n' + raw`analyse \operatorname{Kappa4}` + '\n```\n';
  const { code, output } = await runOn(text, '--format', 'json');
  expect(code).toBe(0);
  const [post] = (JSON.parse(output) as { posts: { results: Analysed[] }[] }).posts;
  const [result] = post?.results ?? [];
  expect(result).toMatchObject({ kind: 'analysis', verdict: null, problems: [] });
  expect(result?.analysis).toMatchObject({
    taken: 'measure',
    direction: 'larger',
    same: [{ name: 'kappa4', negated: false, where: 'everywhere' }],
  });
  const babies = result?.analysis.rows.find(({ name }) => name === 'babies');
  expect(babies).toMatchObject({
    verdict: 'fails',
    counterexample: raw`\operatorname{Kappa4}([1, 1, 0]) = \operatorname{Kappa4}([1, 1])`,
  });
  const lines = (await runOn(text)).output.split('\n');
  expect(lines[0]).toMatch(/^a\.md:2:1 {2}analyse \\operatorname\{Kappa4\} {2}Kurtosis/);
  expect(
    lines.filter((line) => /^ {2}scaling \(D2\) +✓ no counterexample in/.test(line)),
  ).toHaveLength(1);
});

it('has sliders where they begin, and says so', async () => {
  const text = '```eval\n' + raw`slide \gamma \in [0,1]` + '\n' + raw`\gamma = 0.7` + '\n```\n';
  const { code, output } = await runOn(text);
  expect(code).toBe(1);
  const [slider, claim] = output.split('\n');
  expect(slider).toBe(raw`a.md:2:1  \gamma = 0.5  (slider over [0,1])`);
  expect(claim).toContain(raw`✗ \gamma = 0.7  0.5, 0.7`);
  const { output: json } = await runOn(text, '--format', 'json');
  expect(JSON.parse(json)).toMatchObject({
    posts: [
      {
        results: [
          { kind: 'value', source: raw`\gamma`, value: 0.5, message: 'slider over [0,1]' },
          { kind: 'claim', verdict: 'fails' },
        ],
      },
    ],
  });
});

// Hover on a formula with one open variable, over the protocol: its curve as a picture, where there is one.
import { expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../src/evaluate/evaluatePost.js';
import type { PostForEvaluation } from '../../src/evaluate/postInput.js';
import { drawPlot } from '../../src/render/plots/drawPlot.js';
import { workerOf } from '../support/languageClient.js';
import { startClient } from '../support/startedClient.js';

const raw = String.raw;

/** As the worker of the server does. */
const startEvaluateWorker = () =>
  workerOf((post) =>
    evaluatePost(post as PostForEvaluation, DEFAULT_EVALUATION_LIMITS).map((result) =>
      result.plot === null
        ? result
        : { ...result, plot: { ...result.plot, picture: drawPlot(result.plot) ?? undefined } },
    ),
  );

async function hoverIn(text: string, at: string, options = {}): Promise<string | null> {
  const client = await startClient({ host: { startEvaluateWorker }, options });
  const uri = client.uri('post.md');
  await client.open(uri, text);
  const line = text.slice(0, text.indexOf(at)).split('\n').length - 1;
  const character = text.split('\n')[line]?.indexOf(at) ?? 0;
  const position = { line, character: character + 1 };
  const hover = await client.request<Hover | null>('textDocument/hover', uri, { position });
  return hover && (hover.contents as { value: string }).value;
}

function pictureIn(markdown: string | null): string {
  const [, data = ''] = /\(data:image\/svg\+xml;base64,([^)]*)\)/.exec(markdown ?? '') ?? [];
  return Buffer.from(data, 'base64').toString('utf8');
}

const post = `The loss $${raw`L(\gamma) = a\gamma^2`}$ of $x^2+y^2$ and $a^2$.

\`\`\`eval
a = 2
slide ${raw`\gamma \in [0,1]`}
a
\`\`\`
`;

it('shows the curve over the range that is declared, in the colours of the theme', async () => {
  const found = await hoverIn(post, raw`L(\gamma)`, { foreground: '#123456' });
  expect(found).toMatch(
    /\n\n!\[L\\\(\\\\gamma\\\) = a\\\\gamma\^2\]\(data:image\/svg\+xml;base64,/,
  );
  expect(found?.split('\n\n')[0]).toBe(raw`${'`'}\gamma \in [0, 1]${'`'}`);
  expect(found?.length).toBeLessThan(90_000);
  const svg = pictureIn(found);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="352" height="198" /);
  expect(svg).toMatch(/<path [^>]*stroke="#2f81d6"/);
  expect(svg).toContain('#123456');
  // A picture knows nothing of the page, and is not pointed at.
  expect(svg).not.toMatch(/var\(|currentColor|<title|class="plot-at"|style=/);
});

it('says when no range is declared', async () => {
  const text = `# Post\n\n\\begin{equation}x\\label{a}\\end{equation}\n\nof ${raw`$\sin x$`}\n`;
  const found = await hoverIn(text, raw`\sin`);
  expect(found?.split('\n\n')[0]).toBe(
    raw`${'`'}x \in [-5, 5]${'`'} (no interval is declared for x)`,
  );
});

it('shows the value where there is one, and how the formula looks where there is no curve', async () => {
  expect(await hoverIn(post, 'slide')).toBe('**0.5**\n\nslider over \\[0,1\\]');
  expect(await hoverIn(post, 'x^2+y^2')).toMatch(/^!\[[^\]]*\]\(data:image\/svg\+xml/);
});

it('is silent in a folder that is no blog', async () => {
  expect(await hoverIn('# Read me\n\nIt costs $x^2$ of time.\n', 'x^2')).toBeNull();
});

// The graph of references in a running server: of which blog, and when it is told to be another one.
import { expect, it } from 'vitest';
import { graphNotifications, graphRequests, type DrawnGraph } from '../../src/protocol/graph.js';
import type { LanguageClient } from '../support/languageClient.js';
import { startLoaded } from '../support/startedClient.js';

const raw = String.raw;

const files = {
  'postulate.json': '{}',
  'a.md': '# Heat\n\nSee [waves](b.md#eq:wave).\n',
  'b.md': raw`# Waves

\begin{equation}
u_{tt} = u_{xx} \label{eq:wave}
\end{equation}
`,
  'c.md': 'No title.\n',
};

async function start(): Promise<LanguageClient> {
  const client = await startLoaded({ files });
  return client;
}

function ask(
  client: LanguageClient,
  name: string,
  expanded: readonly string[] = [],
): Promise<DrawnGraph | null> {
  return client.connection.sendRequest(graphRequests.graph, { uri: client.uri(name), expanded });
}

it('is made of the posts around one, open or not, each with where it is', async () => {
  const client = await start();
  const graph = await ask(client, 'a.md', ['b.md']);
  expect(graph).toMatchObject({ center: 'a.md', total: 3, leftOut: { posts: 0, equations: 0 } });
  expect(graph?.nodes).toMatchObject([
    { kind: 'post', id: 'a.md', uri: client.uri('a.md'), title: 'Heat' },
    { kind: 'post', id: 'b.md', title: 'Waves', equations: 1, isExpanded: true },
    { kind: 'equation', post: 'b.md', label: 'eq:wave', number: '1', line: 2 },
  ]);
  const alone = await ask(client, 'c.md');
  expect(alone?.nodes).toMatchObject([{ id: 'c.md', title: 'c.md', series: null }]);
});

it('tells once that posts have changed, to whoever asked', async () => {
  const client = await start();
  let told = 0;
  let tell: () => void = () => undefined;
  client.connection.onNotification(graphNotifications.changed, () => {
    told++;
    tell();
  });
  await client.open(client.uri('c.md'), files['c.md']);
  await ask(client, 'a.md');
  const changed = new Promise<void>((resolve) => (tell = resolve));
  await client.edit(client.uri('c.md'), [0, 0, 0, 0], '[heat](a.md) ');
  await changed;
  await client.edit(client.uri('c.md'), [0, 0, 0, 0], 'More. ');
  const graph = await ask(client, 'a.md');
  expect(graph?.nodes.map(({ id }) => id)).toEqual(['a.md', 'b.md', 'c.md']);
  expect(told).toBe(1);
});

it('answers nothing where there is no such post', async () => {
  const client = await start();
  expect(await ask(client, 'gone.md')).toBeNull();
  expect(await client.connection.sendRequest(graphRequests.graph, { uri: 1 })).toBeNull();
});

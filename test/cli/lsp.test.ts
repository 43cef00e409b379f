// `postulate lsp` over its streams: what is no message, what comes too early or too late, and how the process ends.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const program = path.resolve(import.meta.dirname, '../../dist/cli.js');

interface Answer {
  readonly id?: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

interface Ended {
  readonly code: number | null;
  readonly told: string;
  readonly answers: readonly Answer[];
}

/** What is written at once; `isOpen` where the input stays open then. */
async function serve(
  parts: readonly (string | Buffer | object)[],
  { isOpen = false, until = 0 } = {},
): Promise<Ended> {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio']);
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  let output = '';
  let told = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (until > 0 && answersIn(output).some(({ id }) => id === until)) server.stdin.end();
  });
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  // It may have ended before all was written.
  server.stdin.on('error', () => undefined);
  for (const part of parts) {
    const isWritten = typeof part === 'string' || Buffer.isBuffer(part);
    server.stdin.write(isWritten ? part : framed(part));
  }
  if (!isOpen && until === 0) server.stdin.end();
  const code = await ended;
  return { code, told, answers: answersIn(output) };
}

function framed(message: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function answersIn(output: string): readonly Answer[] {
  return output
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter((text) => text.endsWith('}'))
    .map((text) => JSON.parse(text) as Answer)
    .filter((message) => 'id' in message && !('method' in message));
}

const uri = 'file:///posts/one.md';
const text = '$$x \\tag{7}\\label{eq:a}$$\n\n\\eqref{eq:a}\n';
const initialize = {
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};
const greeting = [initialize, { method: 'initialized', params: {} }];
const open = {
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
};
const hover = (id: number): object => ({
  id,
  method: 'textDocument/hover',
  params: { textDocument: { uri }, position: { line: 2, character: 3 } },
});
const shutdown = { id: 90, method: 'shutdown' };
const exit = { method: 'exit' };

function codeOf({ answers }: Ended, id: number | null): number | undefined {
  return answers.find((answer) => answer.id === id)?.error?.code;
}

it.each<[string, number, readonly object[]]>([
  ['shutdown and exit', 0, [...greeting, open, shutdown, exit]],
  ['exit alone', 1, [...greeting, exit]],
  ['exit before anything', 1, [exit]],
  ['the end of its input', 1, greeting],
  ['shutdown and the end of its input', 0, [...greeting, shutdown]],
])('ends by %s with %i', async (_, code, messages) => {
  await expect(serve(messages)).resolves.toMatchObject({ code, told: '' });
});

it('ends with its input though its workers run', async () => {
  const ended = await serve([...greeting, open, hover(2)], { until: 2 });
  expect(ended).toMatchObject({ code: 1, told: '' });
  expect(JSON.stringify(ended.answers)).toContain('data:image/svg+xml');
});

it('ends in the middle of a message without a word', async () => {
  const half = 'Content-Length: 1000\r\n\r\n{"jso';
  await expect(serve([...greeting, half])).resolves.toMatchObject({ code: 1, told: '' });
});

it.each([
  'garbage\r\n\r\n',
  'Content-Type: x\r\n\r\n',
  'Content-Length: many\r\n\r\n',
  'Content-Length: -5\r\n\r\n',
  'Content-Length: 99999999999999\r\n\r\n',
  'Content-Length: 2\n\n{}'.repeat(100),
])('says that it cannot go on behind the header %j', async (header) => {
  const { code, told } = await serve([...greeting, header, open], { isOpen: true });
  expect(code).toBe(1);
  expect(told).toContain('Standard input is not the Language Server Protocol');
});

it('refuses what comes before the greeting, a second greeting, and what comes after shutdown', async () => {
  const again = { ...initialize, id: 3 };
  const ended = await serve([hover(2), open, ...greeting, again, shutdown, hover(4), exit]);
  expect([2, 1, 3, 90, 4].map((id) => codeOf(ended, id))).toEqual([
    -32002,
    undefined,
    -32600,
    undefined,
    -32600,
  ]);
  expect(ended.code).toBe(0);
});

it('answers behind a message that is no JSON, one that is no UTF-8 text, and one that nobody knows', async () => {
  const text = framed({ method: 'no/such', params: { text: '??' } });
  const notUtf8 = Buffer.from(text.replace('??', '\xff\xc3'), 'latin1');
  const noMethod = { id: 5, method: 'no/such', params: {} };
  const messages = ['Content-Length: 5\r\n\r\n{"a":', notUtf8, noMethod, open, hover(6)];
  const ended = await serve([...greeting, ...messages], { until: 6 });
  expect([null, 5, 6].map((id) => codeOf(ended, id))).toEqual([-32700, -32601, undefined]);
  expect(JSON.stringify(ended.answers)).toContain('line 1');
});

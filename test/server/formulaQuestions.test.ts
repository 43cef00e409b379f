// What an editor asks about formulas that compute: hover, quick fixes, commands.
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver';
import { LIBRARY } from '../../src/evaluate/library/library.js';
import { editRequests, type EditAnswer } from '../../src/protocol/editing.js';
import { libraryRequests } from '../../src/protocol/library.js';
import { serverRequests, type QuestionAnswer } from '../../src/protocol/server.js';
import { LanguageClient } from '../support/languageClient.js';

const raw = String.raw;

const post = raw`# Sparsity

The measure $S(x)=\frac{\|x\|_1}{\sqrt n\,\|x\|_2}$ of a vector.

$$\begin{aligned}
(t+1)^2 &= t^2+2t+1 \\
&\le t^2 + 2t
\end{aligned}$$

Then $1/3$<!--= 0.34 --> and $2/3$<!--= 0.66 -->.

${'```'}eval
y = [3, 1, 2]
y_{(1)} + \log 1
y_1 = 4
z + 1
${'```'}
`;

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

interface Opened {
  readonly client: LanguageClient;
  readonly uri: string;
}

async function openPost(text: string = post): Promise<Opened> {
  client = await LanguageClient.start({ options: { putsCaret: true } });
  const uri = client.uri('post.md');
  await client.open(uri, text);
  return { client, uri };
}

/** Where the first of these words begins, and how far into it. */
function placeOf(words: string, into = 1): { line: number; character: number } {
  const before = post.slice(0, post.indexOf(words) + into);
  const lines = before.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe('the formula at the caret', () => {
  async function ask(
    words: string,
    given: readonly string[],
    method: string,
  ): Promise<QuestionAnswer> {
    const { client: asking, uri } = await openPost();
    const place = placeOf(words);
    return asking.connection.sendRequest(method, { uri, start: place, end: place, given });
  }

  const evaluateAt = (words: string, ...given: readonly string[]): Promise<QuestionAnswer> =>
    ask(words, given, serverRequests.evaluateAt);
  const checkAt = (words: string, ...given: readonly string[]): Promise<QuestionAnswer> =>
    ask(words, given, serverRequests.checkAt);

  it('asks for one symbol after the other', async () => {
    expect(await evaluateAt('S(x)=')).toEqual({ kind: 'unbound', name: 'x', wants: 'value' });
    expect(await evaluateAt('S(x)=', 'x = [3, 4]')).toEqual({
      kind: 'unbound',
      name: 'n',
      wants: 'size',
    });
  });

  it('is copied as a program, with what it rests on and what it lacks asked for', async () => {
    const { client: asking, uri } = await openPost();
    const at = (words: string, method: string): Promise<QuestionAnswer> => {
      const place = placeOf(words);
      return asking.connection.sendRequest(method, { uri, start: place, end: place, given: [] });
    };
    const text = [
      'import numpy as np',
      '',
      'y = np.array([3, 1, 2], dtype=float)',
      'print(np.sort(y)[0] + np.log(1))',
      '',
    ].join('\n');
    // What was evaluated before is asked about in another way.
    expect(await at('y_{(1)}', serverRequests.evaluateAt)).toMatchObject({ copied: '1' });
    expect(await at('y_{(1)}', serverRequests.pythonAt)).toEqual({ kind: 'program', text });
    expect(await at('y_{(1)}', serverRequests.evaluateAt)).toMatchObject({ copied: '1' });
    const unbound = { kind: 'unbound', name: 'x', wants: 'value' };
    expect(await at('S(x)=', serverRequests.pythonAt)).toEqual(unbound);
    expect(await at('Sparsity', serverRequests.pythonAt)).toEqual({ kind: 'none' });
  });

  it('has its value with all digits and what it was read as', async () => {
    expect(await evaluateAt('S(x)=', 'x = [3, 4]', 'n = 2')).toEqual({
      kind: 'value',
      source: raw`S(x)=\frac{\|x\|_1}{\sqrt n\,\|x\|_2}`,
      text: '0.98994949366117',
      copied: '0.98994949366117',
      reading: ['x = [3, 4]', 'n = 2'],
    });
  });

  it('takes a size from a domain', async () => {
    expect(await evaluateAt('S(x)=', 'x = [3, 4]', raw`x \in \mathbb{R}^{n}`)).toMatchObject({
      text: '0.98994949366117',
      reading: ['x = [3, 4]', 'n = 2'],
    });
  });

  it('says which given line cannot be used', async () => {
    expect(await evaluateAt('S(x)=', 'x = [3, 4]', 'n = 1/0')).toEqual({
      kind: 'fault',
      line: 1,
      message: 'This divides by zero; exclude that case',
    });
  });

  it('may be a line of a worksheet', async () => {
    expect(await evaluateAt('y_{(1)}')).toMatchObject({
      text: '1',
      reading: ['y = [3, 1, 2]', 'x_(i) = i-th smallest; log = ln'],
    });
  });

  it('is none in the text', async () => {
    expect(await evaluateAt('of a vector')).toEqual({ kind: 'none' });
  });

  it('has steps, which ask for domains', async () => {
    expect(await checkAt(raw`&= t^2`)).toEqual({ kind: 'unbound', name: 't', wants: 'domain' });
    expect(await checkAt(raw`&= t^2`, raw`t \in \mathbb{R}`)).toMatchObject({
      kind: 'steps',
      lines: [
        { line: 5, state: 'holds' },
        { line: 6, state: 'fails' },
      ],
    });
  });
});

describe('hover', () => {
  async function hoverOn(words: string, into = 1): Promise<string | null> {
    const { client: asking, uri } = await openPost();
    const answer = await asking.request<Hover | null>('textDocument/hover', uri, {
      position: placeOf(words, into),
    });
    return answer && (answer.contents as { value: string }).value;
  }

  it('has all digits, the conventions and the symbols', async () => {
    expect(await hoverOn('y_{(1)}')).toBe(
      '**1**\n\nx\\_\\(i\\) = i-th smallest; log = ln\n\n```latex\ny = [3, 1, 2]\n```',
    );
    expect(await hoverOn('$2/3$')).toBe('**does not hold**: 2/3 = 0.66666666666666666 ≠ 0.66');
  });

  it('says why there is no value where no finding does', async () => {
    expect(await hoverOn('z + 1', 4)).toBe(raw`z is not bound; define it in a worksheet \(z = …\)`);
    expect(await hoverOn('z + 1', 0)).toBeNull();
  });

  it('shows a formula that was not asked about, and says nothing of it', async () => {
    expect(await hoverOn('S(x)=')).toMatch(/^!\[[^\n]*\]\(data:image\/svg\+xml;base64,[^\n]*\)$/);
  });
});

describe('edits', () => {
  it('update the stale values, all at once', async () => {
    const { client: asking, uri } = await openPost();
    const start = { line: 0, character: 0 };
    const request = { uri, version: 1, start, end: start };
    const answer = await asking.connection.sendRequest<EditAnswer>(
      editRequests.updateStale,
      request,
    );
    expect(answer).toMatchObject({ kind: 'edits', edits: [{ text: '0.33' }, { text: '0.67' }] });
  });

  it('say where nothing is stale', async () => {
    const { client: asking, uri } = await openPost('Text.\n');
    const start = { line: 0, character: 0 };
    const request = { uri, version: 1, start, end: start };
    expect(await asking.connection.sendRequest(editRequests.updateStale, request)).toEqual({
      kind: 'refused',
      message: 'No value that a mark of this post states is stale.',
    });
  });

  it('insert a worksheet behind the block, with the caret in it', async () => {
    const { client: asking, uri } = await openPost('One.\n\nTwo.\n');
    const start = { line: 0, character: 2 };
    const request = { uri, version: 1, start, end: start, form: 'fence' };
    expect(await asking.connection.sendRequest(editRequests.insertWorksheet, request)).toEqual({
      kind: 'edits',
      edits: [
        {
          start: { line: 2, character: 0 },
          end: { line: 2, character: 0 },
          text: '```eval\n\n```\n\n',
        },
      ],
      caret: { line: 3, character: 0 },
    });
  });

  it('insert a formula of the library, which is listed in full', async () => {
    const { client: asking, uri } = await openPost('So .\n');
    const listed = await asking.connection.sendRequest(libraryRequests.formulas, {});
    expect(listed).toHaveLength(LIBRARY.length);
    expect(listed).toContainEqual({
      name: 'focal',
      title: 'Focal loss',
      about: 'Cross-entropy with less weight on what is right already.',
      kind: 'Loss',
      source: 'Lin et al. 2017, arXiv 1708.02002, eq. 4',
      definition: String.raw`\operatorname{Focal}(p;\gamma) = -(1-p)^\gamma\log p`,
      call: String.raw`\operatorname{Focal}(p;2)`,
      facts: [
        'Smaller is better',
        String.raw`Values in [0,\infty]`,
        String.raw`Usual parameters: \gamma = 2`,
      ],
    });
    const start = { line: 0, character: 3 };
    const request = { uri, version: 1, start, end: start, name: 'focal', form: 'call' };
    expect(await asking.connection.sendRequest(libraryRequests.insert, request)).toEqual({
      kind: 'edits',
      edits: [{ start, end: start, text: String.raw`$\operatorname{Focal}(p;2)$` }],
      caret: { line: 0, character: 30 },
    });
    const unknown = { ...request, name: 'none' };
    expect(await asking.connection.sendRequest(libraryRequests.insert, unknown)).toBeNull();
  });

  it('insert a comment in the same way', async () => {
    const { client: asking, uri } = await openPost('One.\n\nTwo.');
    const start = { line: 2, character: 2 };
    const request = { uri, version: 1, start, end: start, form: 'comment' };
    const end = { line: 2, character: 4 };
    expect(await asking.connection.sendRequest(editRequests.insertWorksheet, request)).toEqual({
      kind: 'edits',
      edits: [{ start: end, end, text: '\n\n<!-- eval:  -->\n' }],
      caret: { line: 4, character: 11 },
    });
  });

  it('copy the value at the caret', async () => {
    const { client: asking, uri } = await openPost();
    const valueAt = (words: string): Promise<string | null> =>
      asking.connection.sendRequest(serverRequests.valueAt, { uri, position: placeOf(words) });
    expect(await valueAt('$1/3$')).toBe('0.33333333333333333');
    expect(await valueAt('Sparsity')).toBeNull();
  });
});

describe('quick fixes', () => {
  it('belong to their finding, and put the caret where something is left to write', async () => {
    const { client: asking, uri } = await openPost();
    const isUnbound = ({ code, message }: Diagnostic): boolean =>
      code === 'eval.problem' && typeof message === 'string' && message.startsWith('z ');
    const found = await asking.diagnostics(uri, (all) => all.some(isUnbound));
    const diagnostic = found.find(isUnbound);
    const actions = await asking.request<CodeAction[]>('textDocument/codeAction', uri, {
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic] },
    });
    expect(actions).toEqual([
      {
        title: 'Write “z =” in a worksheet',
        kind: 'quickfix',
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: {
          changes: {
            [uri]: [
              {
                range: { start: { line: 15, character: 0 }, end: { line: 15, character: 0 } },
                newText: 'z = \n',
              },
            ],
          },
        },
        command: {
          title: 'Write “z =” in a worksheet',
          command: 'postulate.putCaret',
          arguments: [uri, { line: 15, character: 4 }],
        },
      },
    ]);
  });
});

// Data in files of text beside the post: `.csv`, `.tsv` and `.json`.
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/evaluate/result.js';
import { checkFileRefused, checkWithFiles, evaluateWithFiles, lineFor } from '../support/data.js';
import { postOf } from '../support/worksheets.js';

describe('.csv and .tsv', () => {
  const read: readonly (readonly [string, string, string, Value])[] = [
    [
      'rows',
      '1,2\n3,4',
      '',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'names above',
      'a,b\n1,2\n3,4\n',
      '',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['a column', 'a,b\n1,2\n3,4\n', ', b', [2, 4]],
    ['a column beside words', 'day,loss\nMon,.5\nTue,2.5e-1\n', ', loss', [0.5, 0.25]],
    ['one column', '1\n2\n', '', [1, 2]],
    ['one row', '1,2,3\n', '', [1, 2, 3]],
    ['a mark of byte order', '\ufeffa,b\n1,2\n3,4\n', ', a', [1, 3]],
    [
      'CRLF and blanks',
      ' 1 , +2 \r\n-3,4\r\n\r\n',
      '',
      [
        [1, 2],
        [-3, 4],
      ],
    ],
    [
      'quotes',
      '"a ""x""","b\nc"\n"1",2\n3,"4"\n',
      '',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'infinity',
      'inf,-Infinity\n1,2\n',
      '',
      [
        [Infinity, -Infinity],
        [1, 2],
      ],
    ],
    ['a row of it', '1,2\n3,4', ', [2]', [3, 4]],
    ['a name of blanks', ' a b ,c\n1,2\n3,4\n', ', a b', [1, 3]],
  ];

  it.each(read)('%s', (_, text, key, expected) => {
    checkWithFiles(lineFor(`a.csv${key}`), { 'a.csv': text }, expected);
    const tabs = { 'a.tsv': text.replaceAll(',', '\t') };
    checkWithFiles(lineFor(`a.tsv${key}`), tabs, expected);
  });

  type Refused = readonly [
    name: string,
    text: string | Uint8Array,
    key: string,
    code: string,
    data?: Readonly<Record<string, string>>,
  ];

  const refused: readonly Refused[] = [
    ['nothing', '', '', 'data.empty'],
    ['empty lines', '\n\n', '', 'data.empty'],
    ['names alone', 'a,b\n', '', 'data.empty'],
    ['a shorter row', '1,2\n3\n', '', 'data.cells', { line: '2', found: '1', expected: '2' }],
    ['a longer row', 'a,b\n1,2\n3,4,5\n', '', 'data.cells', { line: '3', found: '3' }],
    ['an empty line', '1,2\n\n3,4\n', '', 'data.cells', { line: '2' }],
    ['a missing cell', '1,2\n3,\n', '', 'data.cell', { line: '2', column: '2' }],
    ['a missing first cell', ',2\n3,4\n', '', 'data.cell', { line: '1', column: '1' }],
    ['NaN', '1,2\n3,nan\n', '', 'data.cell', { found: 'nan' }],
    ['a word', 'a,b\n1,2\nx,4\n', '', 'data.cell', { line: '3', found: 'x' }],
    ['a decimal comma', 'a;b\n1,5;2\n', '', 'data.cells'],
    ['hexadecimal', '1\n0x10\n', '', 'data.cell', { found: '0x10' }],
    ['a key without names', '1,2\n3,4\n', ', a', 'data.no-names', { key: 'a' }],
    ['another key', 'a,b\n1,2\n', ', c', 'data.no-key', { keys: 'a, b' }],
    ['two columns of a name', 'a,a\n1,2\n', ', a', 'data.two-columns'],
    ['an open quote', 'a,b\n"1,2\n', '', 'data.damaged'],
    ['more behind a quote', 'a,b\n"1"x,2\n', '', 'data.damaged'],
    ['bytes that are no text', Buffer.of(0x31, 0xff, 0x0a), '', 'data.not-text'],
  ];

  it.each(refused.map((each) => [each[0], each] as const))('%s is refused', (_, each) => {
    const [, text, key, code, data] = each;
    checkFileRefused(lineFor(`a.csv${key}`), { 'a.csv': text }, code, data);
  });

  it('says the line of a row behind quoted breaks', () => {
    const text = '"a\nb",c\n1,2\n3,x\n';
    checkFileRefused(lineFor('a.csv'), { 'a.csv': text }, 'data.cell', { line: '4' });
  });
});

describe('.json', () => {
  const read: readonly (readonly [string, string, Value])[] = [
    ['2.5', '', 2.5],
    ['[1, 2e-3]', '', [1, 0.002]],
    [
      '[[1,2],[3,4]]',
      '',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['{"a": [1,2], "b": 3}', ', a', [1, 2]],
    ['{"a": [1,2]}', '', [1, 2]],
    ['{"__proto__": [1], "a": [2]}', ', __proto__', [1]],
    ['\ufeff[1]', '', [1]],
  ];

  it.each(read)('%s%s', (text, key, expected) => {
    checkWithFiles(lineFor(`a.json${key}`), { 'a.json': text }, expected);
  });

  const refused = [
    ['', '', 'data.damaged'],
    ['[1,', '', 'data.damaged'],
    ['[NaN]', '', 'data.damaged'],
    ['[]', '', 'data.empty'],
    ['{}', '', 'data.empty'],
    ['[[1],[2,3]]', '', 'data.rows'],
    ['[[1],2]', '', 'data.rows'],
    ['[1,[2]]', '', 'data.no-number'],
    ['[1,null]', '', 'data.no-number'],
    ['"1"', '', 'data.no-number'],
    ['{"a":1,"b":2}', '', 'data.key-needed'],
    ['{"a":1}', ', constructor', 'data.no-key'],
    ['[1]', ', a', 'data.no-names'],
    [`${'['.repeat(50)}1${']'.repeat(50)}`, '', 'data.no-number'],
  ] as const;

  it.each(refused)('%s%s is refused: %s', (text, key, code) => {
    checkFileRefused(lineFor(`a.json${key}`), { 'a.json': text }, code);
  });

  it('so deep that no stack holds it is refused', () => {
    const text = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const results = evaluateWithFiles(postOf(lineFor('a.json')), { 'a.json': text });
    expect(results.flatMap(({ problems }) => problems)).not.toEqual([]);
  });
});

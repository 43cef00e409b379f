// Data beside the post: what NumPy wrote is read as NumPy reads it, and nothing that is not whole.
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluationText } from '../../src/evaluate/messages.js';
import { Reevaluator } from '../../src/evaluate/incremental/reevaluator.js';
import { DataReader } from '../../src/evaluate/data/dataReader.js';
import type { Value } from '../../src/evaluate/result.js';
import { nodeData } from '../../src/server/nodeData.js';
import {
  checkFileRefused,
  checkWithFiles,
  evaluateWithFiles,
  lineFor,
  postWithFiles,
  readInMemory,
  refusedFile,
} from '../support/data.js';
import {
  npyOf,
  writeNpy,
  writeNumbers,
  writeSafetensors,
  writeZip,
} from '../support/dataWriters.js';
import { propertyRuns } from '../support/runs.js';
import { postOf } from '../support/worksheets.js';

const raw = String.raw;

function made(name: string): Promise<Uint8Array> {
  return readFile(new URL(`data/files/${name}`, import.meta.url));
}

interface MadeArray {
  readonly key: string | null;
  readonly values: unknown;
}

/** JSON has no infinity. */
function valuesOf(made: unknown): Value {
  return Array.isArray(made) ? made.map(valuesOf) : Number(made);
}

const listed = JSON.parse(
  await readFile(new URL('data/dataFiles.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly MadeArray[]>>;

describe('what NumPy wrote', () => {
  const cases = Object.entries(listed).flatMap(([name, arrays]) =>
    arrays.map(({ key, values }) => [name, key, values] as const),
  );

  it.each(cases)('%s %s', async (name, key, values) => {
    const files = { [name]: await made(name) };
    checkWithFiles(lineFor(key === null ? name : `${name}, ${key}`), files, valuesOf(values));
  });

  const refused = [
    ['objects.npy', 'data.objects', {}],
    ['fields.npy', 'data.fields', {}],
    ['complex.npy', 'data.kind', { kind: '<c16' }],
    ['text.npy', 'data.kind', { kind: '<U1' }],
    ['dates.npy', 'data.kind', { kind: '<M8[D]' }],
    ['empty.npy', 'data.empty', {}],
    ['nan.npy', 'data.not-a-number', { place: '2, 1' }],
    ['cube.npy', 'data.axes', { shape: '2 × 3 × 4', part: '[1]' }],
  ] as const;

  it.each(refused)('%s is refused: %s', async (name, code, data) => {
    checkFileRefused(lineFor(name), { [name]: await made(name) }, code, data);
  });
});

describe('the line', () => {
  const files = { 'a b.csv': 'loss,"a, b"\n1,3\n2,4\n', 'x(1).json': '[1,2]', 'p%.json': '7' };
  const read: readonly (readonly [string, Value])[] = [
    ['a b.csv, loss', [1, 2]],
    ['"a b.csv", "a, b"', [3, 4]],
    ["'a b.csv' , 'loss'", [1, 2]],
    ['x(1).json', [1, 2]],
    [raw`p\%.json`, 7],
  ];

  it.each(read)('%s', (inside, value) => {
    checkWithFiles(lineFor(inside), files, value);
  });

  it('stands beside other statements, and is no TeX', () => {
    const lines = raw`n = 2, w_0 = \operatorname{file}(x_1^2#&.json), m = 3` + '\nw_0 + n + m';
    checkWithFiles(lines, { 'x_1^2#&.json': '4' }, 9);
  });

  it('is the array of its name, for sums, rows and domains', () => {
    const data = raw`A = \operatorname{file}(a.json)` + '\n';
    const matrix = { 'a.json': '[[1,2],[3,4]]' };
    checkWithFiles(data + raw`\sum_{ij} A_{ij}`, matrix, 10);
    checkWithFiles(`${data}A_2`, matrix, [3, 4]);
    checkWithFiles(data + raw`s_i = \|A_i\|_1` + '\ns', matrix, [3, 7]);
    checkWithFiles(`${data}S(x) = x_1 x_2\nr_i = S(A_i)\nr`, matrix, [2, 12]);
    checkWithFiles(`set index 0\n${data}A_{0,1}`, matrix, 2);
  });

  it('counts parts from the first index of the post', () => {
    const cube = { 'a.json': '[[[1]],[[2]]]' };
    checkWithFiles(`set index 0\n${lineFor('a.json, [1][0]')}`, cube, [2]);
    checkFileRefused(lineFor('a.json, [0]'), cube, 'data.index', { first: '1', last: '2' });
    checkFileRefused(lineFor('a.json, [3]'), cube, 'data.index', { shape: '2 × 1 × 1' });
    checkFileRefused(lineFor('a.json, [1][1][1][1]'), cube, 'data.indices');
  });

  it('names one file, and one array in it', () => {
    for (const inside of ['', ' ', 'a.json,', 'a.json, b, c', '""'])
      checkFileRefused(lineFor(inside), {}, 'data.form');
  });

  it('binds a name, and is nothing inside a formula', () => {
    for (const line of [
      raw`\operatorname{file}(a.json)`,
      raw`\sum_i \operatorname{file}(a.json)_i`,
      raw`w = 2\operatorname{file}(a.json)`,
      raw`f(x) = \operatorname{file}(a.json)`,
    ])
      checkFileRefused(`${line}\nf(1)`, { 'a.json': '[1]' }, 'data.alone');
  });

  it('is read by the worksheets of the post', () => {
    checkFileRefused(lineFor('a.json'), {}, 'data.not-here');
  });
});

describe('a file', () => {
  it.each(['data.missing', 'data.outside', 'data.no-file'] as const)('%s', (code) => {
    checkFileRefused(lineFor('a.npy'), { 'a.npy': refusedFile(code) }, code, { path: 'a.npy' });
  });

  it.each(['a.pt', 'a.pth', 'a.PKL', 'a.pickle', 'a.ckpt'])('%s may run code', (name) => {
    checkFileRefused(lineFor(name), { [name]: 'x' }, 'data.pickle');
  });

  it.each(['a', 'a.txt', 'a.npy.gz', 'npy'])('%s has no format', (name) => {
    checkFileRefused(lineFor(name), { [name]: 'x' }, 'data.format');
  });

  it('is read up to its limit, and says how to raise it', () => {
    const bytes = writeNpy({ descr: '<f8', axes: [40], values: Array<number>(40).fill(1) });
    const files = {
      'a.npy': bytes,
      'a.csv': `${'1\n'.repeat(200)}`,
      'a.npz': writeZip([['x.npy', bytes]], { deflated: true }),
    };
    for (const name of Object.keys(files))
      checkFileRefused(lineFor(name), files, 'data.too-large', {}, 300);
    const text = evaluationText('data.too-large', { path: 'a.npy', size: '300', limit: '256' });
    expect(text).toContain('postulate.limits.postSize');
  });

  it('of which a part is taken is read up to the part', () => {
    const values = Array.from({ length: 4000 }, (_, at) => at);
    const bytes = writeNpy({ descr: '<f8', axes: [100, 40, 1], values });
    const [result] = evaluateWithFiles(
      postOf(`${lineFor('a.npy, [2][3]')}`),
      { 'a.npy': bytes },
      undefined,
      300,
    );
    expect(result?.value).toEqual([42]);
  });
});

describe('.npy that is not whole', () => {
  const head = (shape: string, descr = "'<f8'", order = 'False'): string =>
    `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }`;
  const two = writeNumbers('f8', [1, 2]);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'data.damaged'],
    ['no magic', Buffer.from('NUMPY and some more'), 'data.damaged'],
    ['a head that is cut', npyOf(head('(2,)'), two).subarray(0, 40), 'data.damaged'],
    ['no shape', npyOf("{'descr': '<f8', 'fortran_order': False}", two), 'data.damaged'],
    ['a negative axis', npyOf(head('(-2,)'), two), 'data.damaged'],
    ['a broken axis', npyOf(head('(2.5,)'), two), 'data.damaged'],
    ['another version', npyOf(head('(2,)'), two, 9), 'data.damaged'],
    ['no order', npyOf(head('(2,)', "'<f8'", 'Maybe'), two), 'data.damaged'],
    ['a row less', npyOf(head('(3,)'), two), 'data.size'],
    ['a row more', npyOf(head('(1,)'), two), 'data.size'],
    ['a huge shape', npyOf(head('(4000000000, 4000000000)'), two), 'data.size'],
    ['a shape past all numbers', npyOf(head(`(${'9'.repeat(400)},)`), two), 'data.size'],
    ['native order', npyOf(head('(2,)', "'=f8'"), two), 'data.kind'],
    ['an object', npyOf(head('(2,)', "'|O'"), two), 'data.objects'],
    ['fields', npyOf(head('(1,)', "[('a', '<f8'), ('b', '<f8')]"), two), 'data.fields'],
    ['a long double', npyOf(head('(1,)', "'<f16'"), two), 'data.kind'],
  ];

  it.each(cases)('%s', (_, bytes, code) => {
    checkFileRefused(lineFor('a.npy'), { 'a.npy': bytes }, code);
  });

  it('of Python 2, and of version 3', () => {
    checkWithFiles(lineFor('a.npy'), { 'a.npy': npyOf(head('(2L,)'), two) }, [1, 2]);
    checkWithFiles(lineFor('a.npy'), { 'a.npy': npyOf(head('(2,)'), two, 3) }, [1, 2]);
  });

  it('has infinities, and no key', () => {
    const bytes = writeNpy({ descr: '<f8', axes: [2], values: [-Infinity, 1] });
    checkWithFiles(lineFor('a.npy'), { 'a.npy': bytes }, [-Infinity, 1]);
    checkWithFiles(
      raw`w = \operatorname{file}(a.npy)` + '\n' + raw`\sum_i e^{w_i}`,
      { 'a.npy': bytes },
      Math.E,
    );
    checkFileRefused(lineFor('a.npy, x'), { 'a.npy': bytes }, 'data.no-names', { key: 'x' });
  });
});

describe('.npz', () => {
  const x = writeNpy({ descr: '<f4', axes: [2], values: [1, 2] });
  const y = writeNpy({ descr: '>i2', axes: [1, 2], values: [3, 4] });
  const both = [
    ['x.npy', x],
    ['deep/y.npy', y],
  ] as const;

  it.each([{}, { deflated: true }, { wide: true }, { wide: true, deflated: true }])(
    'is read: %o',
    (choices) => {
      const files = { 'a.npz': writeZip(both, choices) };
      checkWithFiles(lineFor('a.npz, x'), files, [1, 2]);
      checkWithFiles(lineFor('a.npz, deep/y'), files, [[3, 4]]);
      checkFileRefused(lineFor('a.npz'), files, 'data.key-needed', { keys: 'x, deep/y' });
      checkFileRefused(lineFor('a.npz, z'), files, 'data.no-key', { keys: 'x, deep/y' });
    },
  );

  const whole = Buffer.from(writeZip(both));
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'data.damaged'],
    ['no directory', whole.subarray(0, whole.length - 30), 'data.damaged'],
    ['a cut beginning', whole.subarray(7), 'data.damaged'],
    [
      'two members of a name',
      writeZip([
        ['x.npy', x],
        ['x.npy', y],
      ]),
      'data.damaged',
    ],
    ['a password', writeZip([['x.npy', x]], { flags: 1 }), 'data.damaged'],
    ['another packing', writeZip([['x.npy', x]], { method: 12 }), 'data.damaged'],
    ['a size that lies', writeZip([['x.npy', x]], { claimed: 5 }), 'data.damaged'],
    ['a bomb', writeZip([['x.npy', x]], { deflated: true, claimed: 4e9 }), 'data.too-large'],
    [
      'less than it says',
      writeZip([['x.npy', x]], { deflated: true, claimed: 1000 }),
      'data.damaged',
    ],
    [
      'more than it says',
      writeZip([['x.npy', x]], { deflated: true, claimed: 50 }),
      'data.damaged',
    ],
    ['a huge size', writeZip([['x.npy', x]], { wide: true, claimed: 2 ** 60 }), 'data.damaged'],
    ['no member', writeZip([]), 'data.empty'],
    ['a member that is no array', writeZip([['x.npy', Buffer.from('x')]]), 'data.damaged'],
  ];

  it.each(cases)('with %s is refused', (_, bytes, code) => {
    checkFileRefused(
      lineFor('a.npz, x'.slice(0, code === 'data.empty' ? 5 : 8)),
      { 'a.npz': bytes },
      code,
    );
  });
});

describe('.safetensors', () => {
  const tensor = (shape: unknown, offsets: unknown, dtype: unknown = 'F64'): unknown => ({
    dtype,
    shape,
    data_offsets: offsets,
  });
  const body = writeNumbers('f8', [1, 2]);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'data.damaged'],
    ['a head longer than the file', writeSafetensors({}).subarray(0, 9), 'data.damaged'],
    ['a head that is no JSON', writeSafetensors('{'), 'data.damaged'],
    ['a list for a head', writeSafetensors([]), 'data.damaged'],
    ['a huge head', Buffer.alloc(16, 0xff), 'data.damaged'],
    ['no tensor', writeSafetensors({ __metadata__: {} }), 'data.empty'],
    ['a tensor that is none', writeSafetensors({ x: 1 }, body), 'data.damaged'],
    ['a negative size', writeSafetensors({ x: tensor([-2], [0, 16]) }, body), 'data.damaged'],
    ['offsets the wrong way', writeSafetensors({ x: tensor([2], [16, 0]) }, body), 'data.damaged'],
    ['a tensor past the end', writeSafetensors({ x: tensor([3], [0, 24]) }, body), 'data.damaged'],
    ['a shape that lies', writeSafetensors({ x: tensor([1], [0, 16]) }, body), 'data.size'],
    ['another kind', writeSafetensors({ x: tensor([16], [0, 16], 'F8_E4M3') }, body), 'data.kind'],
  ];

  it.each(cases)('with %s is refused', (_, bytes, code) => {
    checkFileRefused(lineFor('a.safetensors'), { 'a.safetensors': bytes }, code);
  });

  it('has names that end like indices', () => {
    const head = { 'x[1]': tensor([1], [0, 8]), x: tensor([1, 1], [8, 16]) };
    const files = { 'a.safetensors': writeSafetensors(head, body) };
    checkWithFiles(lineFor('a.safetensors, x[1]'), files, [1]);
    checkWithFiles(lineFor('a.safetensors, x[1][1]'), files, 1);
    checkWithFiles(lineFor('a.safetensors, x'), files, [[2]]);
  });
});

describe('laws', () => {
  const kinds = ['f8', 'f4', 'i8', 'i4', 'i2', 'i1'] as const;
  const arrays = fc
    .record({
      kind: fc.constantFrom(...kinds),
      order: fc.constantFrom('<', '>'),
      axes: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
      isFortran: fc.boolean(),
      packing: fc.constantFrom('npy', 'npz', 'deflated', 'wide'),
    })
    .chain((made) => {
      const count = made.axes.reduce((product, axis) => product * axis, 1);
      const number =
        made.kind === 'f8'
          ? fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
          : made.kind === 'f4'
            ? fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
            : fc.integer({ min: -128, max: 127 });
      return fc.record({
        made: fc.constant(made),
        values: fc.array(number, { minLength: count, maxLength: count }),
      });
    });

  it('what is written is read', () => {
    fc.assert(
      fc.property(arrays, ({ made: { kind, order, axes, isFortran, packing }, values }) => {
        const bytes = writeNpy({ descr: `${order}${kind}`, axes, isFortran, values });
        const zip = { deflated: packing === 'deflated', wide: packing === 'wide' };
        const read =
          packing === 'npy'
            ? readInMemory('a.npy', bytes)
            : readInMemory('a.npz', writeZip([['x.npy', bytes]], zip));
        const [rows = 1, columns = 1] = axes;
        const placeOf = (at: number): number =>
          isFortran ? (at % columns) * rows + Math.floor(at / columns) : at;
        expect(read.axes).toEqual(axes);
        expect([...read.numbers]).toEqual(values.map((_, at) => values[placeOf(at)]));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('any damage is refused or read, and never thrown', async () => {
    const names = ['stored.npz', 'deflated.npz', 'model.safetensors', 'fortran.npy', 'saved.csv'];
    const files = await Promise.all(names.map(made));
    const damaged = fc.record({
      at: fc.integer({ min: 0, max: names.length - 1 }),
      flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
      cut: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(damaged, ({ at, flips, cut }) => {
        const bytes = Buffer.from(files[at] ?? []);
        for (const [place, value] of flips) bytes[place % bytes.length] = value;
        const left = cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
        const name = names[at] ?? '';
        const results = evaluateWithFiles(postOf(lineFor(`${name}, layer2`)), { [name]: left });
        expect(results.length).toBeGreaterThan(0);
        expect(JSON.stringify(results)).not.toContain('NaN,');
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('after an edit or another save', () => {
  const post = postOf(raw`x = \operatorname{file}(a.json)` + '\nx\nn = 3\nn');
  const bytesOf = (text: string): Uint8Array => Buffer.from(text);
  const postOn = (text: string, stamp: string): ReturnType<typeof postWithFiles> => {
    const file = { kind: 'found', location: 'a.json', limit: 1000, stamp } as const;
    return {
      ...postWithFiles(post, {}),
      data: new Map([['a.json', { ...file, bytes: bytesOf(text) }]]),
    };
  };

  it('only what rests on a file that has changed is computed again', () => {
    const reevaluator = new Reevaluator(new DataReader(nodeData));
    const valuesOn = (text: string, stamp: string): readonly unknown[] =>
      reevaluator.evaluate(postOn(text, stamp)).map(({ value }) => value);
    expect(valuesOn('[1,2]', '1')).toEqual([[1, 2], 3]);
    expect(valuesOn('[1,2]', '1')).toEqual([[1, 2], 3]);
    expect(reevaluator.computed).toBe(0);
    expect(valuesOn('[4]', '2')).toEqual([[4], 3]);
    expect(reevaluator.computed).toBe(2);
  });
});

// One example for every problem of data beside the post: a line, and the files that it names.
import type { DATA_PROBLEMS } from '../../../src/evaluate/messages/data.js';
import { lineFor, refusedFile, type TestFiles } from '../../support/data.js';
import { npyOf, writeNpy } from '../../support/dataWriters.js';

const raw = String.raw;

export const files: TestFiles = {
  'missing.npy': refusedFile('data.missing'),
  '../out.npy': refusedFile('data.outside'),
  'link.npy': refusedFile('data.no-file'),
  'large.npy': writeNpy({ descr: '<f8', axes: [300], values: Array<number>(300).fill(1) }),
  'a.pt': '',
  'a.txt': '',
  'damaged.npy': 'x',
  'size.npy': npyOf("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", Buffer.alloc(8)),
  'objects.npy': npyOf("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", Buffer.of()),
  'kind.npy': npyOf("{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }", Buffer.of()),
  'fields.npy': npyOf(
    "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': ()}",
    Buffer.of(),
  ),
  'nan.npy': writeNpy({ descr: '<f8', axes: [2], values: [1, NaN] }),
  'latin.csv': Buffer.of(0x31, 0xff),
  'twice.csv': 'a,a\n1,2\n',
  'word.csv': 'a,b\n1,x\n',
  'short.csv': 'a,b\n1\n',
  'empty.csv': '',
  'several.json': '{"x": [1], "y": [2]}',
  'list.json': '[1]',
  'null.json': '[1, null]',
  'ragged.json': '[[1], [2, 3]]',
  'cube.json': '[[[1, 2], [3, 4]]]',
  'gone.npy': null,
};

export const fileProblems: Readonly<Record<keyof typeof DATA_PROBLEMS, string>> = {
  'data.form': lineFor('list.json, a, b'),
  'data.alone': raw`2\operatorname{file}(list.json)`,
  'data.not-here': lineFor('elsewhere.json'),
  'data.missing': lineFor('missing.npy'),
  'data.outside': lineFor('../out.npy'),
  'data.no-file': lineFor('link.npy'),
  'data.changed': lineFor('gone.npy'),
  'data.too-large': lineFor('large.npy'),
  'data.pickle': lineFor('a.pt'),
  'data.objects': lineFor('objects.npy'),
  'data.format': lineFor('a.txt'),
  'data.damaged': lineFor('damaged.npy'),
  'data.size': lineFor('size.npy'),
  'data.not-text': lineFor('latin.csv'),
  'data.kind': lineFor('kind.npy'),
  'data.fields': lineFor('fields.npy'),
  'data.no-key': lineFor('several.json, z'),
  'data.key-needed': lineFor('several.json'),
  'data.no-names': lineFor('list.json, x'),
  'data.two-columns': lineFor('twice.csv, a'),
  'data.axes': lineFor('cube.json'),
  'data.indices': lineFor('list.json, [1][1]'),
  'data.index': lineFor('list.json, [2]'),
  'data.empty': lineFor('empty.csv'),
  'data.not-a-number': lineFor('nan.npy'),
  'data.no-number': lineFor('null.json'),
  'data.cell': lineFor('word.csv'),
  'data.cells': lineFor('short.csv'),
  'data.rows': lineFor('ragged.json'),

};

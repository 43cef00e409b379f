// What the guards of the preview's messages let through.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  previewProtocolVersion,
  type FromPreview,
  type ToPreview,
} from '../../src/protocol/preview.js';
import {
  isFromPreview,
  isSessionMessage,
  isToPreview,
  readFormulaMenu,
} from '../../src/protocol/previewGuards.js';
import { propertyRuns } from '../support/runs.js';

const table = {
  caption: 't, t \\in \\{1\\}',
  corner: 't',
  columns: ['t'],
  rows: [{ heading: '1', cells: ['1'] }],
};

const plot = { caption: 'x', svg: '<svg></svg>' };

const patch: ToPreview = {
  kind: 'patch',
  protocol: previewProtocolVersion,
  base: 0,
  revision: 1,
  from: 0,
  removed: 0,
  inserted: { lineCounts: [1, 2], weights: [1, 2.5] },
  blocks: [
    { position: 0, key: 'a', html: '<p>x</p>' },
    { position: 1, key: 'b', html: null },
  ],
  texts: [
    {
      position: 0,
      texts: {
        rows: ['(1)', ''],
        references: ['(1)', null],
        faults: [{ formula: 1, text: 'why' }],
        beyondCut: [0],
        deadLinks: ['gone.md'],
        damage: [
          { formula: 0, text: 'eaten' },
          { formula: null, text: 'lost' },
        ],
        results: [
          { anchor: 'line', index: 2, text: '1 × 1', state: 'value', detail: '', table },
          { anchor: 'line', index: 3, text: 'plot', state: 'value', detail: '', plot },
        ],
      },
    },
  ],
  window: 0,
  caret: { position: 1, formula: 0 },
};

const texts = {
  rows: ['(1)'],
  references: [],
  faults: [],
  results: [],
  beyondCut: [],
  deadLinks: [],
  damage: [],
};

const inward: readonly ToPreview[] = [
  patch,
  { kind: 'goTo', position: 3, row: 0 },
  { kind: 'goTo', position: 3, row: null },
  { kind: 'showLine', line: 12.5 },
  { kind: 'ways', back: true, forward: false },
  { kind: 'caret', revision: 1, place: { position: 1, formula: 2 } },
  { kind: 'caret', revision: 1, place: null },
  { kind: 'peeked', request: 1, equation: { html: '<p></p>', texts, row: 0, post: null } },
  { kind: 'found', search: 1, positions: [1, 2] },
];

const outward: readonly FromPreview[] = [
  { kind: 'ready', protocol: previewProtocolVersion },
  { kind: 'acknowledge', revision: 1 },
  { kind: 'window', window: 1, revision: 1, from: 0, to: 10 },
  { kind: 'follow', revision: 1, position: 0, index: 0 },
  { kind: 'followAnchor', anchor: 'mjx-eqn:eq:x' },
  {
    kind: 'peek',
    request: 1,
    subject: { kind: 'reference', revision: 1, position: 0, index: 2 },
  },
  { kind: 'peek', request: 1, subject: { kind: 'link', target: 'post.md#eq:x' } },
  { kind: 'find', search: 1, text: 'x' },
  { kind: 'openLink', target: 'https://example.org', line: 3.5 },
  { kind: 'goAlong', step: -1, line: 0 },
  { kind: 'revealLine', line: 3 },
  { kind: 'scrolled', line: 12.25 },
  {
    kind: 'revealFormula',
    place: { revision: 1, position: 2, formula: 0, row: { index: 1, count: 3 } },
    opens: false,
  },
];

it('lets every message through in its own direction', () => {
  for (const message of inward) {
    expect(isToPreview(message)).toBe(true);
    expect(isFromPreview(message)).toBe(false);
  }
  for (const message of outward) {
    expect(isFromPreview(message)).toBe(true);
    expect(isToPreview(message)).toBe(false);
  }
});

it('refuses another version', () => {
  expect(isToPreview({ ...patch, protocol: previewProtocolVersion + 1 })).toBe(false);
  expect(isFromPreview({ kind: 'ready', protocol: previewProtocolVersion + 1 })).toBe(false);
});

it('refuses a message whose text is longer than any link', () => {
  expect(isFromPreview({ kind: 'openLink', target: 'x'.repeat(10_000), line: 0 })).toBe(false);
});

it('refuses a message that lacks anything it needs', () => {
  for (const message of [...inward, ...outward]) {
    const isGood = isToPreview(message) ? isToPreview : isFromPreview;
    for (const name of Object.keys(message)) {
      const lacking = Object.fromEntries(Object.entries(message).filter(([key]) => key !== name));
      expect(isGood(lacking), `${message.kind} without ${name}`).toBe(false);
      expect(isGood({ ...message, [name]: { nothing: 'of the kind' } })).toBe(false);
    }
  }
});

it('refuses a table that lacks anything it needs', () => {
  const withTable = (value: unknown): unknown => {
    const result = { anchor: 'line', index: 0, text: '', state: 'value', detail: '', table: value };
    const placed = { position: 0, texts: { ...texts, results: [result] } };
    return { ...patch, texts: [placed] };
  };
  expect(isToPreview(withTable(table))).toBe(true);
  for (const name of Object.keys(table)) {
    expect(isToPreview(withTable({ ...table, [name]: [{ heading: 1 }] })), name).toBe(false);
  }
  expect(isToPreview(withTable({ ...table, rows: [{ heading: '1', cells: [1] }] }))).toBe(false);
});

it('refuses a plot that lacks its picture', () => {
  const withPlot = (value: unknown): unknown => {
    const result = { anchor: 'line', index: 0, text: '', state: 'value', detail: '', plot: value };
    return { ...patch, texts: [{ position: 0, texts: { ...texts, results: [result] } }] };
  };
  expect(isToPreview(withPlot(plot))).toBe(true);
  for (const name of Object.keys(plot))
    expect(isToPreview(withPlot({ ...plot, [name]: 1 })), name).toBe(false);
});

it('never throws', () => {
  const kind = fc.constantFrom(
    ...inward.map((message) => message.kind),
    ...outward.map((m) => m.kind),
  );
  const record = fc.tuple(kind, fc.object()).map(([kind, rest]) => ({ ...rest, kind }));
  fc.assert(
    fc.property(fc.oneof(fc.anything(), record), (value) => {
      isToPreview(value);
      isFromPreview(value);
    }),
    { numRuns: propertyRuns },
  );
});

it('takes a message of a session only with its name', () => {
  const [message] = outward;
  expect(isSessionMessage({ session: '1', message }, isFromPreview)).toBe(true);
  expect(isSessionMessage({ session: 1, message }, isFromPreview)).toBe(false);
  expect(isSessionMessage({ session: '1', message: {} }, isFromPreview)).toBe(false);
});

it('reads the menu of a formula from what VS Code collected, and nothing from anything else', () => {
  const place = { revision: 1, position: 2, formula: 0, row: null };
  const post = 'file:///a.md';
  const collected = { webview: 'postulate.preview', webviewSection: 'formula', post, place };
  expect(readFormulaMenu(collected)).toEqual({ post, place });
  const labelled = { ...collected, postulateLabel: 'eq:a' };
  expect(readFormulaMenu(labelled)).toEqual({ post, place, postulateLabel: 'eq:a' });
  for (const nothing of [
    undefined,
    null,
    'x',
    {},
    { place },
    { post, place: { ...place, row: 3 } },
  ]) {
    expect(readFormulaMenu(nothing)).toBeNull();
  }
});

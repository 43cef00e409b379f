// Where a `postulate.json` defines macros: the place of each name, and what it gives with its places.
import { isMap, isScalar, parseDocument, type Node, type Pair } from 'yaml';
import { nestsTooDeep } from '../text/nesting.js';
import { MappedBuilder, type MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';

export interface ConfigMacro {
  readonly name: string;
  /** Without quotes and backslash. */
  readonly nameSpan: Span;
  readonly body: MappedText;
}

/** None of a file that is not JSON: it configures nothing. */
export function configMacros(text: string): readonly ConfigMacro[] {
  try {
    JSON.parse(text);
  } catch {
    return [];
  }
  if (nestsTooDeep(text)) return [];
  const root = parseDocument(text, { logLevel: 'silent', uniqueKeys: false }).contents;
  // The later of two counts, as in JSON.
  const [, table] = [...pairsOf(root)].reverse().find(([key]) => key.value === 'macros') ?? [];
  return pairsOf(table ?? null).flatMap(([key, value]) => {
    if (typeof key.value !== 'string' || !isScalar(value)) return [];
    if (typeof value.value !== 'string' || !key.range || !value.range) return [];
    const name = key.value.replace(/^\\/, '');
    const end = key.range[1] - 1;
    const body = jsonText(text, { start: value.range[0] + 1, end: value.range[1] - 1 });
    return [{ name, nameSpan: { start: end - name.length, end }, body }];
  });
}

type Scalar = Extract<Node, { readonly value: unknown }>;

function pairsOf(node: Node | null): readonly (readonly [Scalar, Node | null])[] {
  if (!isMap(node)) return [];
  const pairs = node.items as readonly Pair<Node, Node | null>[];
  return pairs.flatMap(({ key, value }) => (isScalar(key) ? [[key, value] as const] : []));
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What a string of JSON says, between its quotes. */
function jsonText(source: string, { start, end }: Span): MappedText {
  const text = new MappedBuilder();
  const parts = source.slice(start, end).matchAll(/\\u([0-9a-fA-F]{4})|\\(.)|[^\\]+/gs);
  for (const { 0: whole, 1: code, 2: escaped, index } of parts) {
    const at = start + index;
    if (code !== undefined) text.append(String.fromCharCode(parseInt(code, 16)), at);
    else if (escaped !== undefined) text.append(escapes[escaped] ?? escaped, at + 1);
    else text.append(whole, at);
  }
  return text.build(start);
}

// Facts of posts that never were text: for what works on facts alone.
import type { CitationFacts } from '../../src/core/post/citationFacts.js';
import type { DisplayFacts, LinkFacts, PostFacts } from '../../src/core/post/facts.js';
import type { PageReferenceFacts } from '../../src/core/post/pageReferences.js';
import { publicationOf, type PublicationFacts } from '../../src/core/post/publication.js';

export interface MadePost {
  readonly title?: string | null;
  readonly labels?: readonly string[];
  readonly references?: readonly string[];
  readonly links?: readonly string[];
  readonly headings?: readonly string[];
  readonly citations?: readonly MadeCitation[];
  readonly pageReferences?: readonly string[];
  /** Links that say they lead to the part before. */
  readonly neighbours?: readonly string[];
  readonly publication?: Partial<PublicationFacts>;
  /** How many of the labels stand above its cut; it has none where nothing is said. */
  readonly excerpted?: number | null;
  readonly isUnnumbered?: boolean;
  /** Addresses of the posts whose equation (1) its text names. */
  readonly numbers?: readonly string[];
  /** Tables of one name, each with one number. */
  readonly tables?: readonly string[];
}

interface MadeCitation extends Pick<CitationFacts, 'title' | 'link'> {
  /** What a tag of a generator names in place of a link. */
  readonly named?: string | null;
}

/** Labels are numbered in their order, each in a display and on a line of its own. */
export function madeFacts({
  title = null,
  labels = [],
  references = [],
  links = [],
  neighbours = [],
  headings = [],
  citations = [],
  pageReferences = [],
  publication = {},
  excerpted = null,
  isUnnumbered = false,
  numbers = [],
  tables = [],
}: MadePost): PostFacts {
  const span = { start: 0, end: 0 };
  // What a citation leads by is a link or a tag of the post, too.
  const linked = [...links, ...citations.flatMap(({ link }) => link ?? [])];
  const named = citations.flatMap(({ named }) => named ?? []);
  return {
    title,
    titleSpan: null,
    publication: { ...publicationOf(null), ...publication },
    displays: labels.map((key, at) => madeDisplay(key, at)),
    labels: labels.map((key, at) => ({
      key,
      span: { start: at, end: at + 1 },
      keySpan: span,
      display: at,
      row: 0,
      number: String(at + 1),
      fault: null,
    })),
    references: references.map((key) => ({
      command: 'eqref',
      key,
      span,
      keySpan: span,
      number: null,
      inFormula: false,
    })),
    redefinesReferences: false,
    headings: headings.map((text) => ({ level: 2, text, span, line: 0 })),
    anchors: [],
    links: [
      ...linked.map(madeLink),
      ...neighbours.map((target) => ({ ...madeLink(target), neighbour: 'previous' as const })),
    ],
    pageReferences: [...pageReferences, ...named].map(madeReference),
    citations: citations.map(({ title, link, named }) => ({
      title,
      link,
      span,
      ...(named && { reference: madeReference(named) }),
    })),
    worksheetReferences: [],
    numbers: numbers.map((link) => ({
      number: '1',
      span,
      numberSpan: span,
      of: { link },
      place: 0,
    })),
    cut: excerpted,
    unnumbered: isUnnumbered ? span : null,
    tables: tables.map((number) => ({
      name: 'speeds',
      rows: [{ span, line: 0, numbers: [number] }],
    })),
    ignores: [],
  };
}

/** It says the number of an equation, whether it leads to one or not. */
function madeLink(target: string): LinkFacts {
  const [span, targetSpan] = [
    { start: 0, end: 6 },
    { start: 6, end: 6 },
  ];
  return { kind: 'link', target, text: '(1)', span, targetSpan };
}

function madeReference(address: string): PageReferenceFacts {
  const span = { start: 0, end: 0 };
  const [target = '', text] = address.split('#');
  const fragment = text === undefined ? null : { text, span };
  return { tag: 'ref', target, span, fragment, textSpan: null };
}

function madeDisplay(key: string, line: number): DisplayFacts {
  const span = { start: line, end: line + 1 };
  const number = String(line + 1);
  const row = { number, shown: `(${number})`, labels: [key], tagged: false, fingerprint: line };
  return {
    environment: 'equation',
    span,
    line,
    endLine: line,
    block: 0,
    formula: line,
    rows: [{ span, ...row }],
    error: null,
  };
}

// Facts of posts that never were text: for what works on facts alone.
import type { CitationFacts } from '../../src/core/post/citationFacts.js';
import type { PostFacts } from '../../src/core/post/facts.js';
import { publicationOf, type PublicationFacts } from '../../src/core/post/publication.js';

export interface MadePost {
  readonly title?: string | null;
  readonly labels?: readonly string[];
  readonly references?: readonly string[];
  readonly links?: readonly string[];
  readonly headings?: readonly string[];
  readonly citations?: readonly Pick<CitationFacts, 'title' | 'link'>[];
  readonly pageReferences?: readonly string[];
  /** Links that say they lead to the part before. */
  readonly neighbours?: readonly string[];
  readonly publication?: Partial<PublicationFacts>;
}

/** Labels are numbered in their order. */
export function madeFacts(post: MadePost): PostFacts {
  const { title = null, labels, references, links, headings, citations } = post;
  const span = { start: 0, end: 0 };
  const publication = { ...publicationOf(null), ...post.publication };
  return {
    title,
    titleSpan: null,
    publication,
    displays: [],
    labels: (labels ?? []).map((key, at) => ({
      key,
      span,
      keySpan: span,
      display: at,
      row: 0,
      number: String(at + 1),
      fault: null,
    })),
    references: (references ?? []).map((key) => ({
      command: 'eqref',
      key,
      span,
      keySpan: span,
      number: null,
      inFormula: false,
    })),
    redefinesReferences: false,
    headings: (headings ?? []).map((text) => ({ level: 2, text, span, line: 0 })),
    anchors: [],
    links: [...(links ?? []), ...(post.neighbours ?? [])].map((target, at) => ({
      kind: 'link',
      target,
      text: '',
      span,
      targetSpan: span,
      ...(at < (links ?? []).length ? {} : { neighbour: 'previous' }),
    })),
    pageReferences: (post.pageReferences ?? []).map((target) => ({ tag: 'ref', target, span })),
    citations: (citations ?? []).map((citation) => ({ ...citation, span })),
    worksheetReferences: [],
    ignores: [],
  };
}

// What stands at the cursor: a label, a reference to one, or a link to an equation.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import type { LabelFacts } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import type { LanguageContext } from './context.js';

export interface LabelSymbol {
  readonly kind: 'label' | 'reference' | 'link';
  readonly key: string;
  /** The post whose label is meant. */
  readonly path: string;
  /** What the cursor is on, and of it the name alone. */
  readonly span: Span;
  readonly keySpan: Span;
}

export function symbolAt({ post, blog }: LanguageContext, offset: number): LabelSymbol | null {
  const { facts, path } = post;
  const label = facts.labels.find((label) => touches(label.span, offset));
  if (label) return { kind: 'label', path, ...placeOf(label) };
  const references = [...facts.references, ...facts.worksheetReferences];
  const reference = references.find(({ span }) => touches(span, offset));
  if (reference) return { kind: 'reference', path, ...placeOf(reference) };
  const link = facts.links.find((link) => touches(link.span, offset));
  const target = link && resolveLink(path, link.target);
  if (!link || !target || target.fragment === '') return null;
  const address = addressOfFragment(target.fragment);
  const linked = target.path === path ? facts : blog.facts(target.path);
  const meant = linked?.labels.find(({ key }) => labelAddress(key) === address);
  if (!meant) return null;
  return {
    kind: 'link',
    key: meant.key,
    path: target.path,
    span: link.span,
    keySpan: link.targetSpan,
  };
}

/** The label that references to `key` mean: the first with a number, else the first. */
export function findLabel(labels: readonly LabelFacts[], key: string): LabelFacts | undefined {
  return (
    labels.find((label) => label.key === key && label.number !== null) ??
    labels.find((label) => label.key === key)
  );
}

/** A cursor just behind the last character is still on it. */
function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function placeOf(named: { readonly key: string; readonly span: Span; readonly keySpan: Span }): {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
} {
  return { key: named.key, span: named.span, keySpan: named.keySpan };
}
